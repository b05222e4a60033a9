"""What a permit needs of its case while it holds, and its going with the case."""

from datetime import date
from uuid import UUID

from sqlalchemy import delete, func, select

from hub.permits.rows import Permit
from hub.staff import Viewer
from hub.store import UNSYNCED, Session


def holds_until(session: Session, viewer: Viewer, case_id: UUID, *, today: date) -> date | None:
    """Give the last day of what a case was granted; None if nothing holds any more.

    Until then its holder is to be known and reached.

    :raises NotAllowed: if it is not the hub itself that asks.
    """
    viewer.demand_work(case_id, None)
    asked = select(func.max(Permit.until)).where(Permit.case_id == case_id, Permit.until >= today)
    until: date | None = session.sql.scalar(asked)
    return until


def erase(session: Session, viewer: Viewer, case_id: UUID) -> None:
    """Erase what a case was granted, and its number; that it was granted stays in the history.

    :raises NotAllowed: if it is not the hub itself that erases.
    """
    viewer.demand_work(case_id, None)
    gone = delete(Permit).where(Permit.case_id == case_id)
    session.sql.execute(gone, execution_options=UNSYNCED)
