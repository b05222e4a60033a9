"""For how long a closed case is kept: reckoned once, by the definition that the case keeps."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import BindParameter, bindparam, select

from hub import catalogue
from hub.cases.rows import Case
from hub.cases.status import Status
from hub.catalogue.definition import Period
from hub.staff import Viewer
from hub.store import Session

# Word for word as the index says it: else SQLite does not use it.
_CLOSED: BindParameter[str] = bindparam(None, Status.CLOSED.value, literal_execute=True)
CLOSED_AND_KEPT = (Case.status == _CLOSED, Case.erased_at.is_(None))
"""The conditions of a case that is closed and of which something personal is left."""


def reckon(session: Session, viewer: Viewer, *, timezone: ZoneInfo, most: int = 200) -> int:
    """Write the last day of keeping beside the closed cases that have none yet, and count them.

    The time begins on the council's local day of closing, and runs by the calendar.
    """
    asked = (
        select(Case)
        .where(Case.council == viewer.council, *CLOSED_AND_KEPT, Case.kept_until.is_(None))
        .order_by(Case.id)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    found = session.sql.scalars(asked).all()
    periods = _periods(session, {case.version for case in found})
    for case in found:
        closed_at = case.closed_at or session.now()  # closed by a hub that wrote no moment down
        case.kept_until = periods[case.version].from_day(closed_at.astimezone(timezone).date())
    session.sql.flush()
    return len(found)


def keep_until(session: Session, viewer: Viewer, case_id: UUID, *, day: date) -> None:
    """Keep what is left of a case until the end of a day.

    :raises NotAllowed: if it is not the hub itself that keeps it.
    """
    viewer.demand_work(case_id, None)
    session.change(Case, {"council": session.council, "id": case_id}, {"kept_until": day})


def _periods(session: Session, versions: set[str]) -> Mapping[str, Period]:
    return {
        version: catalogue.of_version(session, version).keep_after_closing for version in versions
    }
