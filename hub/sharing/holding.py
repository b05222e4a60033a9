"""Holding a case back from erasing, while it is complained about or a court may want it."""

from uuid import UUID

from sqlalchemy import delete, select

from hub import cases, history
from hub.errors import Refused
from hub.sharing.rows import Hold
from hub.staff import Viewer
from hub.store import UNSYNCED, Session


class CaseHeld(Refused):
    """Refuse to erase a case that is held back."""

    key = "case_held"


class NotHeldBack(Refused):
    """Say that nobody holds this case back."""

    key = "not_held_back"


def hold(session: Session, viewer: Viewer, case_id: UUID, *, because: str) -> None:
    """Hold a case back until the hold is lifted; a second hold says why anew.

    The words are kept with the case's history, and go with it one day.

    :raises UnknownCase: if there is none, or it is erased already.
    :raises NotAllowed: if the viewer may not work on it.
    """
    _demand(session, viewer, case_id)
    own = {"council": session.council, "case_id": case_id}
    said = {"because": because, "by": viewer.name, "set_at": session.now()}
    if not session.insert_once(Hold, {**own, **said}):
        session.change(Hold, own, said)
    _remember(session, viewer, case_id, kind="CaseHeld", because=because)


def lift(session: Session, viewer: Viewer, case_id: UUID, *, because: str) -> None:
    """Let a case be erased again when its time is over.

    :raises UnknownCase: if there is none, or it is erased already.
    :raises NotAllowed: if the viewer may not work on it.
    :raises NotHeldBack: if it is not held.
    """
    _demand(session, viewer, case_id)
    if not is_held(session, viewer, case_id):
        raise NotHeldBack
    gone = delete(Hold).where(Hold.case_id == case_id)
    session.sql.execute(gone, execution_options=UNSYNCED)
    _remember(session, viewer, case_id, kind="HoldLifted", because=because)


def is_held(session: Session, viewer: Viewer, case_id: UUID) -> bool:
    """Say whether a case of the viewer's council is held back."""
    own = Hold.case_id == case_id, Hold.council == viewer.council
    return session.sql.scalar(select(Hold.case_id).where(*own)) is not None


def _demand(session: Session, viewer: Viewer, case_id: UUID) -> None:
    case = cases.hold_bare(session, viewer, case_id)
    if case.erased_at is not None:
        raise cases.UnknownCase


def _remember(session: Session, viewer: Viewer, case_id: UUID, *, kind: str, because: str) -> None:
    text = {"because": because}
    history.append(session, chain=case_id, kind=kind, actor=viewer.name, facts={}, text=text)
