"""Work that was done long ago is forgotten, and nothing else is."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select

from hub.store import Database, OutboxEvent, jobs
from hub.store.jobs import Job, State
from tests.provision.time_and_chance import SettableClock
from tests.store.events import COUNCIL, OTHER, tell
from tests.store.work import a_job, claim, expand

LONG = timedelta(days=31)


def forget(database: Database, most: int = 1000) -> int:
    """Forget what a council did more than thirty days ago."""
    with database.session(COUNCIL) as session:
        return jobs.forget(session, before=session.now() - jobs.KEPT, most=most)


def end(database: Database) -> None:
    """Have every open job done."""
    with database.all_councils() as session:
        for job in session.sql.scalars(select(Job)):
            job.state = State.DONE.value


def left(database: Database) -> tuple[Sequence[str], int]:
    """Give the states of the jobs and the count of the events that are left."""
    with database.reading_all() as session:
        events = len(session.sql.scalars(select(OutboxEvent.id)).all())
        return sorted(session.sql.scalars(select(Job.state))), events


def test_what_was_done_long_ago_is_forgotten(database: Database, clock: SettableClock) -> None:
    tell(database)
    expand(database)
    end(database)
    clock.moment += LONG

    count = forget(database)

    assert count == 3
    assert left(database) == ([], 0)


def test_what_was_done_lately_stays(database: Database, clock: SettableClock) -> None:
    tell(database)
    expand(database)
    end(database)
    clock.move(days=29)

    assert forget(database) == 0


def test_what_is_not_finished_stays_however_old_it_is(
    database: Database, clock: SettableClock
) -> None:
    held = claim(database, a_job(database))
    with database.session(COUNCIL) as session:
        jobs.hold(session, held, "unknown_case")
    tell(database)
    clock.moment += LONG

    forget(database)

    assert left(database) == (["held", "open"], 1)


def test_what_fell_due_lately_stays_though_it_was_told_long_ago(
    database: Database, clock: SettableClock
) -> None:
    tell(database, due_at=clock.now() + LONG)
    expand(database)
    end(database)
    clock.moment += LONG

    forget(database)

    assert left(database) == (["done", "done"], 0)


def test_the_work_of_another_council_is_its_own_to_forget(
    database: Database, clock: SettableClock
) -> None:
    tell(database, OTHER)
    expand(database)
    end(database)
    clock.moment += LONG

    assert forget(database) == 0


def test_it_is_forgotten_in_portions(database: Database, clock: SettableClock) -> None:
    for _ in range(3):
        tell(database)
    expand(database)
    end(database)
    clock.moment += LONG

    counts = [forget(database, most=2) for _ in range(4)]

    assert counts == [4, 3, 2, 0]
