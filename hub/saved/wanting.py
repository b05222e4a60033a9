"""Wanting a notice in the commit that saves, or that finds a draft about to lapse."""

from collections.abc import Mapping
from uuid import UUID

from hub import drafts
from hub.drafts import CodeBy, CodeFor, Draft, Saved
from hub.saved.events import CodeEmailWanted, CodeLetterWanted, CodeTextWanted
from hub.saved.rows import NoticeKind, NoticeState, SaveNotice
from hub.store import Event, Session

_WANTED: Mapping[CodeBy, type[Event]] = {
    CodeBy.EMAIL: CodeEmailWanted,
    CodeBy.TEXT: CodeTextWanted,
    CodeBy.LETTER: CodeLetterWanted,
}
"""What is told for each way on which something is sent."""


def save(session: Session, draft: Draft, told: CodeFor, *, secret: str) -> Saved:
    """Save an open draft in hand, and have its code sent; said again, nothing is sent again."""
    saved = drafts.save(session, draft, told, secret=secret)
    if saved.is_new:
        want(session, saved.id, saved.edition, by=told.by, kind=NoticeKind.CODE)
    return saved


def want(session: Session, saved_id: UUID, edition: int, *, by: CodeBy, kind: NoticeKind) -> None:
    """Want a notice, once, on the way that the resident chose; what is only noted is not sent."""
    if by not in _WANTED:
        return
    notice_id = session.chance.uuid()
    wanted = {
        "council": session.council,
        "id": notice_id,
        "saved_id": saved_id,
        "edition": edition,
        "kind": kind.value,
        "state": NoticeState.WANTED.value,
        "wanted_at": session.now(),
    }
    if session.insert_once(SaveNotice, wanted):
        session.tell(_WANTED[by](notice_id))
