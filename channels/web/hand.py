"""A draft in hand: the answers so far, held while one page is asked or answered."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from channels.pages import Visit, visit
from channels.web import tokens
from hub import drafts
from hub.catalogue.definition import Service
from hub.drafts import AlreadySent, Draft, DraftState
from hub.interview import Interview
from hub.store import Session
from hub.values import Channel


@dataclass(frozen=True, slots=True)
class Hand:
    """Hold an open draft and its interview, inside one transaction."""

    visit: Visit
    session: Session
    draft: Draft
    asked: Interview

    @property
    def service(self) -> Service:
        """Give the service that is asked for, as it is defined now."""
        return self.asked.service

    def keep(self, asked: Interview) -> None:
        """Keep the answers so far."""
        drafts.keep(self.session, self.draft, asked)


@contextmanager
def in_hand(service_id: str) -> Iterator[Hand]:
    """Take this browser's draft of a service in hand, to change it.

    :raises UnknownService: if the council has no such service.
    :raises UnknownDraft: if there is no draft, or it lapsed.
    :raises AlreadySent: if it was sent.
    """
    service, token = service_of(service_id), tokens.token_of(service_id)
    with visit().session() as session:
        yield _hand(session, drafts.take(session, token), service)


@contextmanager
def in_sight(service_id: str) -> Iterator[Hand]:
    """Look at this browser's draft of a service, to ask or to read back.

    :raises UnknownService: if the council has no such service.
    :raises UnknownDraft: if there is no draft, or it lapsed.
    :raises AlreadySent: if it was sent.
    """
    service, token = service_of(service_id), tokens.token_of(service_id)
    with visit().reading() as session:
        yield _hand(session, drafts.find(session, token), service)


def begin(service_id: str) -> None:
    """Begin a new draft of a service and let this browser remember it.

    :raises UnknownService: if the council has no such service.
    """
    here = visit()
    service = service_of(service_id)
    with here.session() as session:
        door = (Channel.WEB, here.language, here.today)
        token = drafts.start(session, here.viewer, service, door=door)
    tokens.remember(service_id, token)


def service_of(service_id: str) -> Service:
    """Give a service of the council that was called.

    :raises UnknownService: if it has no such service.
    """
    here = visit()
    return here.house.catalogue.service(here.council.id, service_id)


def _hand(session: Session, draft: Draft, service: Service) -> Hand:
    if draft.state == DraftState.SUBMITTED:
        raise AlreadySent
    here = visit()
    asked = drafts.interview_of(draft, service, asked_on=here.today)
    return Hand(here, session, draft, asked)
