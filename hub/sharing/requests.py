"""Erasing a case at once, because somebody asked, or because a restore brought it back."""

from datetime import date
from uuid import UUID

from sqlalchemy import delete, select

from hub import cases
from hub.cases import ALLOWED, Case, Status
from hub.councils import Council
from hub.errors import Refused
from hub.sharing import wanting
from hub.sharing.erasing import complete
from hub.sharing.holding import CaseHeld, is_held
from hub.sharing.ledger import Erased
from hub.sharing.rows import Cause, Hold
from hub.staff import Viewer
from hub.store import UNSYNCED, Session


class CaseOpen(Refused):
    """Refuse to erase a case on which somebody is at work."""

    key = "case_open"


def erase_now(
    session: Session,
    viewer: Viewer,
    case_id: UUID,
    *,
    because: str,
    council: Council,
    close_first: bool = False,
) -> date | None:
    """Erase a case now, whatever its service says of keeping, and tell why; None is all of it.

    Else it gives the last day of a permit, until which the holder's name and contacts stay. An open
    case is refused unless it is to be closed first: then nobody works on it any more.

    :raises UnknownCase: if there is none, or it is erased already.
    :raises NotAllowed: if the viewer may not work on it.
    :raises CaseHeld: if somebody holds it back.
    :raises CaseOpen: if it is not closed.
    """
    case = cases.hold_bare(session, viewer, case_id)
    if case.erased_at is not None:
        raise cases.UnknownCase
    if is_held(session, viewer, case_id):
        raise CaseHeld
    if case.status != Status.CLOSED and not close_first:
        raise CaseOpen
    _close(session, viewer, case)
    return _erase(session, case, council=council, said=(Cause.ASKED, viewer.name, because))


def erase_again(session: Session, viewer: Viewer, erased: Erased, *, council: Council) -> bool:
    """Erase what an older backup brought back; False if it did not, or not this.

    It was decided once: whether it was open or held back when the backup was taken is no matter.

    :raises NotAllowed: if it is not the hub itself that does so.
    """
    own = Case.id == erased.case_id, Case.erased_at.is_(None)
    if session.sql.scalar(select(Case.id).where(*own)) is None:
        return False
    case = cases.hold_bare(session, viewer, erased.case_id)
    gone = delete(Hold).where(Hold.case_id == case.id)
    session.sql.execute(gone, execution_options=UNSYNCED)
    _close(session, viewer, case)
    _erase(session, case, council=council, said=(Cause.AGAIN, viewer.name, None))
    return True


def _erase(
    session: Session, case: Case, *, council: Council, said: tuple[Cause, str, str | None]
) -> date | None:
    cause, by, reason = said
    wanted = wanting.want(
        session, case=(case.id, case.reference), cause=cause, by=by, reason=reason
    )
    hub_itself = Viewer.system(session.council)
    complete(session, hub_itself, case, erasure_id=wanted, council=council)
    return None if case.erased_at else case.kept_until


def _close(session: Session, viewer: Viewer, case: Case) -> None:
    """Close a case by the moves there are, each of which is history."""
    while (now := Status(case.status)) is not Status.CLOSED:
        then = Status.CLOSED if Status.CLOSED in ALLOWED[now] else Status.WITH_TEAM
        cases.move(session, viewer, case.id, then=then)
