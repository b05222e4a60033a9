"""A draft in hand: the answers so far, held while one page is asked or answered."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from channels.pages import Visit, forms, limits, visit
from channels.web import tokens
from hub import bookings, cases, drafts, enclosures, interview
from hub.catalogue.definition import Service
from hub.drafts import AlreadySent, Draft, DraftState, SavedDraft, UnknownDraft
from hub.enclosures import Enclosed
from hub.interview import Interview
from hub.store import Session
from hub.values import Channel


@dataclass(frozen=True, slots=True)
class Hand:
    """Hold what is looked at: an interview, and the mark of its draft if it is kept in one.

    `enclosed` is what was sent with it so far, at any question. `joins` is the case that it joins.
    `kept_saving` says how it was saved for another device, if it was, and `kept_until` the last day
    of a saved draft.
    """

    visit: Visit
    asked: Interview
    mark: str
    enclosed: tuple[Enclosed, ...]
    joins: UUID | None = None
    kept_saving: SavedDraft | None = None
    kept_until: date | None = None

    @property
    def service(self) -> Service:
        """Give the service that is asked for, as it is defined now."""
        return self.asked.service


@dataclass(frozen=True, slots=True, kw_only=True)
class Held(Hand):
    """Hold an open draft inside one transaction, to change it."""

    session: Session
    draft: Draft

    def keep(self, asked: Interview) -> None:
        """Keep the answers so far."""
        drafts.keep(self.session, self.draft, asked)


@contextmanager
def in_hand(service_id: str, path: str) -> Iterator[Held]:
    """Take the draft that a page was made for in hand, to answer its question.

    A page that was shown without a draft begins one; only a form that was proven to be ours may.

    :raises UnknownService: if the council has no such service.
    :raises UnknownQuestion: if a new draft does not ask this.
    :raises UnknownDraft: if there is no draft, or it lapsed.
    :raises OtherDraft: if this browser has another one open.
    :raises AlreadySent: if it was sent.
    """
    service, mark = service_of(service_id), forms.told(forms.DRAFT)
    if not mark and not tokens.has_open(service_id):
        interview.step(unkept(service_id).asked, path)
        token = begin(service_id)
    else:
        token = tokens.of_page(service_id, mark)
    with _held(service, token) as held:
        yield held


@contextmanager
def to_save(service_id: str) -> Iterator[Held]:
    """Take the draft that a page was made for in hand, to save it for another device.

    :raises UnknownService: if the council has no such service.
    :raises UnknownDraft: if there is no draft, or it lapsed.
    :raises OtherDraft: if this browser has another one open.
    :raises AlreadySent: if it was sent.
    """
    service = service_of(service_id)
    with _held(service, tokens.of_page(service_id, forms.told(forms.DRAFT))) as held:
        yield held


@contextmanager
def _held(service: Service, token: str) -> Iterator[Held]:
    with visit().session() as session:
        draft = looked_for(service.id, token, lambda: drafts.take(session, token))
        asked, mark = _asked(session, draft, service), tokens.mark_of(token)
        enclosed = _enclosed(session, draft)
        yield Held(visit(), asked, mark, enclosed, draft.joins, session=session, draft=draft)


@contextmanager
def in_sight(service_id: str) -> Iterator[Hand]:
    """Look at this browser's draft of a service, to ask or to read back.

    :raises UnknownService: if the council has no such service.
    :raises UnknownDraft: if there is no draft, or it lapsed.
    :raises AlreadySent: if it was sent.
    """
    service, token = service_of(service_id), tokens.newest(service_id)
    with visit().reading() as session:
        draft = looked_for(service_id, token, lambda: drafts.find(session, token))
        asked, mark = _asked(session, draft, service), tokens.mark_of(token)
        kept, until = _saving(session, draft)
        enclosed = _enclosed(session, draft)
        yield Hand(visit(), asked, mark, enclosed, draft.joins, kept, until)


def unkept(service_id: str) -> Hand:
    """Give a service's beginning, kept nowhere: what a page shows to one who has no draft.

    :raises UnknownService: if the council has no such service.
    """
    here = visit()
    with here.reading() as session:
        asked = _knowing(session, interview.begin(service_of(service_id), here.today))
    return Hand(here, asked, "", ())


def begin(service_id: str) -> str:
    """Begin a new draft of a service, let this browser remember its word, and give it.

    :raises UnknownService: if the council has no such service.
    :raises TooManyRequests: if too many were begun from where this visitor is.
    """
    here = visit()
    service = service_of(service_id)
    limits.demand(limits.BEGUN)
    with here.session() as session:
        door = (Channel.WEB, here.language, here.today)
        token = drafts.start(session, here.viewer, service, door=door)
    tokens.remember(service_id, token)
    return token


def service_of(service_id: str) -> Service:
    """Give a service of the council that was called.

    :raises UnknownService: if it has no such service.
    """
    here = visit()
    return here.house.catalogue.service(here.council.id, service_id)


def looked_for(service_id: str, token: str, look: Callable[[], Draft]) -> Draft:
    """Give the draft, or forget its word if it is gone or lapsed.

    :raises UnknownDraft: if it is.
    """
    try:
        return look()
    except UnknownDraft:
        tokens.forget(service_id, token)
        raise


def _enclosed(session: Session, draft: Draft) -> tuple[Enclosed, ...]:
    is_any = interview.documents(draft.answers)
    return enclosures.of_draft(session, draft.id) if is_any else ()


def _saving(session: Session, draft: Draft) -> tuple[SavedDraft | None, date | None]:
    if not draft.is_saved:
        return None, None
    last = drafts.last_day(draft, visit().council.timezone)
    return drafts.find_saved(session, draft.id), last


def _asked(session: Session, draft: Draft, service: Service) -> Interview:
    if draft.state == DraftState.SUBMITTED:
        raise AlreadySent
    before = drafts.older(session, draft, service)
    asked = drafts.interview_of(draft, service, asked_on=visit().today, before=before)
    return _knowing(session, asked)


def _knowing(session: Session, asked: Interview) -> Interview:
    """Give the interview with what the council knows just now."""
    here = visit()
    free = bookings.with_free_days(
        session, asked, today=here.today, council=here.council, words=here.house.words
    )
    return cases.knowing_area(session, free)
