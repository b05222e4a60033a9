"""Deadlines: the team is warned once, in time."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from hub import cases, deadlines
from hub.cases import Status
from hub.staff import Viewer
from hub.store import Database
from hub.store.outbox import OutboxEvent
from tests.builders.councils import a_council
from tests.builders.requests import a_case

SYSTEM = Viewer.system("aberwen")


@pytest.mark.parametrize(
    ("answer_by", "moment"),
    [
        (date(2026, 11, 25), datetime(2026, 11, 24, 9, tzinfo=UTC)),
        (date(2026, 11, 30), datetime(2026, 11, 27, 9, tzinfo=UTC)),  # a Monday: on Friday
        (date(2026, 7, 8), datetime(2026, 7, 7, 8, tzinfo=UTC)),  # summer time
    ],
)
def test_the_warning_comes_at_nine_on_the_working_day_before(
    answer_by: date, moment: datetime
) -> None:
    now = datetime(2026, 6, 1, 9, tzinfo=UTC)

    assert deadlines.warning_moment(answer_by, a_council(), now=now) == moment


@pytest.mark.parametrize(
    ("asked", "day", "moment"),
    [
        ("2026-11-23T10:00Z", 24, "2026-11-23T21:30Z"),  # on Monday at ten, by Tuesday
        ("2026-11-23T07:00Z", 24, "2026-11-23T20:00Z"),  # before work began: not at nine yet
        ("2026-11-27T17:00Z", 30, "2026-11-29T01:00Z"),  # on Friday at five, by Monday
        ("2026-11-24T08:30Z", 24, "2026-11-24T09:30Z"),  # came with the post on the promised day
        ("2026-11-25T12:00Z", 24, "2026-11-25T13:00Z"),  # or after it
    ],
)
def test_a_short_promise_is_warned_of_half_way_and_never_at_once(
    asked: str, day: int, moment: str
) -> None:
    now, answer_by = datetime.fromisoformat(asked), date(2026, 11, day)

    due_at = deadlines.warning_moment(answer_by, a_council(), now=now)

    assert due_at == datetime.fromisoformat(moment)


@given(minutes=st.integers(0, 2 * 365 * 24 * 60), days=st.integers(0, 30))
def test_no_team_is_warned_within_the_hour_nor_before_half_of_the_time_is_over(
    minutes: int, days: int
) -> None:
    asked = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    answer_by = asked.date() + timedelta(days=days)

    moment = deadlines.warning_moment(answer_by, a_council(), now=asked)

    start_of_work = datetime.combine(answer_by, time(9), tzinfo=ZoneInfo("Europe/London"))
    assert moment >= asked + timedelta(hours=1)
    assert moment - asked >= (start_of_work - asked) / 2


def test_a_watched_case_is_looked_at_again_in_time(database: Database) -> None:
    with database.session("aberwen") as session:
        receipt = a_case(session)
        deadlines.watch(session, SYSTEM, receipt.case_id, council=a_council())
        wanted = select(OutboxEvent).where(OutboxEvent.name == "WarningDue")
        due = session.sql.scalars(wanted).one()

    assert due.due_at == datetime(2026, 11, 24, 9, 15, tzinfo=UTC)
    assert due.subject == receipt.case_id


def test_a_case_that_is_still_open_is_warned_of_once(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = a_case(session).case_id
        deadlines.warn(session, SYSTEM, case_id)
        deadlines.warn(session, SYSTEM, case_id)
        names = session.sql.scalars(select(OutboxEvent.name)).all()

    assert list(names).count("DeadlineWarned") == 1


def test_a_closed_case_is_not_warned_of(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = a_case(session).case_id
        cases.give_to_team(
            session, SYSTEM, case_id, team="waste-collections", reason="no rule held"
        )
        cases.move(session, SYSTEM, case_id, then=Status.CLOSED)
        deadlines.warn(session, SYSTEM, case_id)
        names = session.sql.scalars(select(OutboxEvent.name)).all()

    assert "DeadlineWarned" not in names
