"""Deadlines: the team is warned once, in time."""

from datetime import UTC, date, datetime

import pytest
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
    assert deadlines.warning_moment(answer_by, a_council()) == moment


def test_a_watched_case_is_looked_at_again_in_time(database: Database) -> None:
    with database.session("aberwen") as session:
        receipt = a_case(session)
        deadlines.watch(session, SYSTEM, receipt.case_id, council=a_council())
        wanted = select(OutboxEvent).where(OutboxEvent.name == "WarningDue")
        due = session.sql.scalars(wanted).one()

    assert due.due_at == datetime(2026, 11, 24, 9, tzinfo=UTC)
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
