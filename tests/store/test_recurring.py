"""Recurring jobs: each minute, for each council, as long as the hub runs."""

from uuid import UUID

from sqlalchemy import select

from hub.store import Database, jobs
from hub.store.jobs import Job, State
from tests.provision.time_and_chance import SettableClock
from tests.store.events import COUNCIL
from tests.store.work import KNOWN, claim, end_leases, job_of


def _seal_job(database: Database) -> UUID:
    with database.session(COUNCIL) as session:
        jobs.recur(session, name="seal", queue="history", every=60)
    with database.reading_all() as session:
        return session.sql.scalars(select(Job.id).where(Job.name == "seal")).one()


def test_a_recurring_job_is_written_once_for_each_council(database: Database) -> None:
    first, second = _seal_job(database), _seal_job(database)

    assert first == second


def test_a_recurring_job_comes_again_when_it_is_time(
    database: Database, clock: SettableClock
) -> None:
    job = claim(database, _seal_job(database))
    with database.session(COUNCIL) as session:
        jobs.done(session, job)

    early = jobs.claim(database, job.id, known=KNOWN, lease=60)
    clock.move(minutes=1)

    assert early is None
    assert claim(database, job.id).strikes == 1


def test_a_recurring_job_is_never_given_up_but_named(database: Database) -> None:
    job_id = _seal_job(database)

    for _ in range(4):
        job = claim(database, job_id)
        with database.session(COUNCIL) as session:
            jobs.fail(session, job, "ZeroDivisionError")
        end_leases(database)

    found = job_of(database, job_id)
    assert (found.state, found.held_reason) == (State.OPEN.value, "ZeroDivisionError")
