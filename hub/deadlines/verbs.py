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
_LEAST = timedelta(hours=1)  # a team is left alone with a new case for so long


def watch(session: Session, viewer: Viewer, case_id: UUID, *, council: Council) -> None:
    """Set the moment at which a case's team is warned, unless it was answered.

    :raises UnknownCase: if there is none.
    """
    case = cases.seen(session, viewer, case_id)
    due_at = warning_moment(case.answer_by, council, now=session.now())
    session.tell(WarningDue(case_id, due_at=due_at))


def warning_moment(answer_by: date, council: Council, *, now: datetime) -> datetime:
    """Give nine in the morning, local, of the working day before the promised one.

    Where that is too near or past, it is half way from `now` to the start of work on the promised
    day; and never within the hour, for whoever has just got a case needs no warning of it.
    """
    day = answer_by - timedelta(days=1)
    while not is_working_day(day, council.nation, council.closures):
        day -= timedelta(days=1)
    half_way = (_start_of_work(answer_by, council) - now) / 2
    return max(_start_of_work(day, council), now + max(half_way, _LEAST))


def _start_of_work(day: date, council: Council) -> datetime:
    return datetime.combine(day, _START_OF_WORK, tzinfo=council.timezone).astimezone(UTC)


def warn(session: Session, viewer: Viewer, case_id: UUID) -> None:
    """Warn the team of a case that is not answered yet; once, however often it runs.

    :raises UnknownCase: if there is none.
    """
    if cases.warn(session, viewer, case_id):
        session.tell(DeadlineWarned(case_id))
