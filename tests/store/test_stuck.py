"""What is asked about the work: is there any, how old is it, what is stuck."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from hub.store import Database, OutboxEvent, jobs
from tests.provision.time_and_chance import SettableClock
from tests.store.events import COUNCIL, tell
from tests.store.work import FOLLOWS, a_job, claim


@pytest.fixture
def old_work(database: Database, clock: SettableClock) -> None:
    """Leave an event, an open job and a held one behind for six minutes."""
    held = claim(database, a_job(database))
    with database.session(COUNCIL) as session:
        jobs.hold(session, held, "unknown_case")
    tell(database)
    clock.move(minutes=6)


@pytest.mark.usefixtures("old_work")
def test_whatever_is_not_final_for_too_long_is_named(database: Database) -> None:
    with database.reading_all() as session:
        found = {(one.what, one.name, one.reason) for one in jobs.stuck(session)}

    assert found == {
        ("event", "BinMissed", "not taken by a relay"),
        ("job", "acknowledge", "not taken by a worker"),
        ("held", "route_case", "unknown_case"),
    }


@pytest.mark.usefixtures("old_work")
def test_the_age_of_the_oldest_open_event_is_known(database: Database) -> None:
    with database.reading_all() as session:
        age = jobs.oldest_open(session)

    assert age == timedelta(minutes=6)


@pytest.mark.usefixtures("old_work")
def test_the_work_is_counted_by_queue_and_state(database: Database) -> None:
    with database.reading_all() as session:
        counts = jobs.counts(session)

    assert counts == {("routing", "held"): 1, ("messages", "open"): 1}


def test_nothing_to_do_is_seen_without_writing(database: Database) -> None:
    with database.reading_all() as session:
        before = jobs.is_work_waiting(session, FOLLOWS)
    tell(database)

    with database.reading_all() as session:
        after = jobs.is_work_waiting(session, FOLLOWS)
        newer = jobs.is_work_waiting(session, {})
        oldest = session.sql.scalar(select(OutboxEvent.expanded_at))

    assert (before, after, newer) == (False, True, False)
    assert oldest is None
