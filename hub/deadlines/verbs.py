"""Watching a promise and warning before it breaks."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from hub import cases
from hub.councils import Council
from hub.deadlines.events import DeadlineWarned, WarningDue
from hub.staff import Viewer
from hub.store import Session
from hub.values.nation import is_working_day

_START_OF_WORK = time(9, 0)


def watch(session: Session, viewer: Viewer, case_id: UUID, *, council: Council) -> None:
    """Set the moment at which a case's team is warned, unless it was answered.

    :raises UnknownCase: if there is none.
    """
    case = cases.seen(session, viewer, case_id)
    session.tell(WarningDue(case_id, due_at=warning_moment(case.answer_by, council)))


def warning_moment(answer_by: date, council: Council) -> datetime:
    """Give nine in the morning, local, of the working day before the promised one."""
    day = answer_by - timedelta(days=1)
    while not is_working_day(day, council.nation, council.closures):
        day -= timedelta(days=1)
    return datetime.combine(day, _START_OF_WORK, tzinfo=council.timezone).astimezone(UTC)


def warn(session: Session, viewer: Viewer, case_id: UUID) -> None:
    """Warn the team of a case that is not answered yet; once, however often it runs.

    :raises UnknownCase: if there is none.
    """
    if cases.warn(session, viewer, case_id):
        session.tell(DeadlineWarned(case_id))
