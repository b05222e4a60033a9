"""What a notice says: the service, the code and the last day, and no answer."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from hub import catalogue, drafts
from hub.catalogue.definition import Service
from hub.councils import Council
from hub.drafts import Draft, Saved, SavedDraft
from hub.errors import Refused
from hub.saved.rows import NoticeState, SaveNotice
from hub.store import Session
from hub.values import Language, Text
from hub.words import Words, say_date_after


class UnknownNotice(Refused):
    """Say that no such notice is kept."""

    key = "unknown_notice"


@dataclass(frozen=True, slots=True)
class Telling:
    """Hold a notice that is still to go, and all that it says."""

    notice: SaveNotice
    saved: Saved
    service: Service
    draft: Draft


def find(session: Session, notice_id: UUID) -> SaveNotice:
    """Look at a notice.

    :raises UnknownNotice: if there is none.
    """
    wanted = select(SaveNotice).where(SaveNotice.id == notice_id)
    notice = session.sql.execute(wanted).scalar_one_or_none()
    if notice is None:
        raise UnknownNotice
    return notice


def telling_of(session: Session, notice_id: UUID, *, secret: str) -> Telling | None:
    """Gather what a notice says; None if it went, or if its draft ended or has a newer code.

    :raises UnknownNotice: if there is none.
    :raises CodeLost: if the hub's secret is another than when the code was made.
    """
    notice = find(session, notice_id)
    pair = (SavedDraft.draft_id == Draft.id) & (SavedDraft.council == Draft.council)
    wanted = select(SavedDraft, Draft).join(Draft, pair).where(SavedDraft.id == notice.saved_id)
    kept, draft = session.sql.execute(wanted).one()
    is_over = kept.code_hash is None or kept.edition != notice.edition
    if is_over or notice.state != NoticeState.WANTED:
        return None
    service = catalogue.of_version(session, draft.version)
    return Telling(notice, drafts.saved_of(kept, secret=secret), service, draft)


def values_of(told: Telling, council: Council, words: Words, *, link: str) -> dict[str, Text | str]:
    """Give what fills the place-holders of an e-mail or a letter about a saved draft."""
    last = drafts.last_day(told.draft, council.timezone)
    return {
        "code": told.saved.code.shown,
        "council": council.name,
        "email": council.email.shown,
        "hours": council.hours,
        "kept_until": Text({each.value: say_date_after(words, last, each) for each in Language}),
        "link": link.partition("://")[2],
        "name": told.saved.told.name,
        "phone": council.phone.shown,
        "service": told.service.title,
        "signed_by": council.letters_signed_by,
    }


def mobile_of(session: Session, notice_id: UUID) -> str | None:
    """Give the number a notice goes to; None if it goes elsewhere, or its draft has ended.

    :raises UnknownNotice: if there is none.
    """
    notice = find(session, notice_id)
    wanted = select(SavedDraft.mobile).where(SavedDraft.id == notice.saved_id)
    return session.sql.execute(wanted).scalar_one()


def fail(session: Session, notice_id: UUID, *, reason: str) -> None:
    """Write down that a notice did not arrive, though it may have gone; the first reason stays."""
    notice = find(session, notice_id)
    if notice.state == NoticeState.FAILED:
        return
    notice.state, notice.reason = NoticeState.FAILED.value, reason
    notice.ended_at = session.now()
    session.sql.flush()


def settle(session: Session, notice_id: UUID, *, reason: str | None = None) -> None:
    """Write down that a notice went, or with a reason that it cannot; once, however often said."""
    notice = find(session, notice_id)
    if notice.state != NoticeState.WANTED:
        return
    notice.state = (NoticeState.FAILED if reason else NoticeState.GONE).value
    notice.reason, notice.ended_at = reason, session.now()
    session.sql.flush()
