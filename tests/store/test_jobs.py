"""Jobs: what follows from an event is done once, however often it is handed out."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select

from hub.store import Database, LeaseLost, jobs
from hub.store.jobs import Job, Ready, State
from tests.provision.time_and_chance import SettableClock
from tests.store.events import COUNCIL, OTHER, tell
from tests.store.work import KNOWN, a_job, claim, end_leases, expand, job_of, publish


def test_an_event_becomes_its_jobs_once(database: Database) -> None:
    subject = tell(database)

    counts = expand(database), expand(database)

    with database.reading(COUNCIL) as session:
        found = session.sql.scalars(select(Job).order_by(Job.name)).all()
    assert counts == (1, 0)
    assert [(job.name, job.queue) for job in found] == [
        ("acknowledge", "messages"),
        ("route_case", "routing"),
    ]
    assert {job.subject for job in found} == {subject}


def test_an_event_of_a_newer_program_is_left_to_it(database: Database) -> None:
    tell(database)

    with database.all_councils() as session:
        count = jobs.expand(session, {"SomethingElse": ()})

    assert count == 0
    assert expand(database) == 1


def test_an_event_may_have_no_consequence(database: Database) -> None:
    tell(database)

    with database.all_councils() as session:
        count = jobs.expand(session, {"BinMissed": ()})

    assert count == 1


def test_the_events_of_all_councils_become_jobs_of_their_own(database: Database) -> None:
    tell(database, COUNCIL)
    tell(database, OTHER)

    expand(database)

    with database.reading(OTHER) as session:
        councils = set(session.sql.scalars(select(Job.council)))
    assert councils == {OTHER}


def test_a_job_is_published_once_until_it_is_time_to_say_it_again(database: Database) -> None:
    job_id = a_job(database)

    first, second, later = publish(database), publish(database), publish(database, -1)

    assert Ready(job_id, "routing") in first
    assert second == ()
    assert Ready(job_id, "routing") in later


def test_a_job_that_is_being_done_is_not_published_again(database: Database) -> None:
    job_id = a_job(database)
    claim(database, job_id)

    ready = publish(database, -1)

    assert job_id not in {one.id for one in ready}


def test_what_is_due_later_waits_for_its_time(database: Database, clock: SettableClock) -> None:
    tell(database, due_at=clock.now() + timedelta(days=2))
    expand(database)

    early = publish(database)
    clock.move(days=2)
    late = publish(database)

    assert (len(early), len(late)) == (0, 2)


def test_a_worker_whose_clock_is_slow_delays_nothing(
    database: Database, clock: SettableClock
) -> None:
    job_id = a_job(database)
    told = publish(database)

    clock.move(minutes=-9)
    claimed = claim(database, job_id)

    assert job_id in {one.id for one in told}
    assert claimed.attempt == 1


def test_only_the_first_who_claims_a_job_gets_it(database: Database) -> None:
    job_id = a_job(database)

    first = jobs.claim(database, job_id, known=KNOWN, lease=60)
    second = jobs.claim(database, job_id, known=KNOWN, lease=60)

    assert first is not None
    assert first.attempt == 1
    assert second is None


def test_a_job_that_the_worker_does_not_know_stays_open(database: Database) -> None:
    job_id = a_job(database)

    claimed = jobs.claim(database, job_id, known=("something_older",), lease=60)

    assert claimed is None
    assert job_of(database, job_id).attempts == 0


def test_a_job_whose_lease_ended_goes_to_another(database: Database) -> None:
    job_id = a_job(database)
    claim(database, job_id, lease=-1)

    second = claim(database, job_id)

    assert second.attempt == 2


def test_a_job_is_done_with_its_consequence(database: Database) -> None:
    job = claim(database, a_job(database))

    with database.session(COUNCIL) as session:
        jobs.done(session, job)

    assert job_of(database, job.id).state == State.DONE.value
    assert jobs.claim(database, job.id, known=KNOWN, lease=60) is None


def test_a_worker_that_lost_its_lease_keeps_nothing(database: Database) -> None:
    slow = claim(database, a_job(database), lease=-1)
    claim(database, slow.id)

    with pytest.raises(LeaseLost), database.session(COUNCIL) as session:
        jobs.done(session, slow)

    assert job_of(database, slow.id).state == State.OPEN.value


def test_three_failures_hold_a_job_with_the_reason(database: Database) -> None:
    job_id = a_job(database)

    for _ in range(3):
        job = claim(database, job_id)
        with database.session(COUNCIL) as session:
            jobs.fail(session, job, "ZeroDivisionError")
        end_leases(database)

    found = job_of(database, job_id)
    assert (found.state, found.held_reason) == (State.HELD.value, "ZeroDivisionError")


def test_a_job_that_kills_its_worker_three_times_is_held(database: Database) -> None:
    job_id = a_job(database)
    for _ in range(3):
        claim(database, job_id, lease=-1)

    fourth = jobs.claim(database, job_id, known=KNOWN, lease=60)

    found = job_of(database, job_id)
    assert fourth is None
    assert found.state == State.HELD.value
    assert found.held_reason == "the work was begun 3 times and never ended"


def test_the_world_may_fail_more_than_three_times(database: Database) -> None:
    job_id = a_job(database)

    for _ in range(5):
        job = claim(database, job_id)
        with database.session(COUNCIL) as session:
            jobs.put_off(session, job)
        end_leases(database)

    found = job_of(database, job_id)
    assert (found.state, found.attempts) == (State.OPEN.value, 5)
    assert claim(database, job_id).strikes == 1


def test_a_job_put_off_is_not_to_be_had_at_once(database: Database) -> None:
    job = claim(database, a_job(database))

    with database.session(COUNCIL) as session:
        jobs.put_off(session, job)

    assert jobs.claim(database, job.id, known=KNOWN, lease=60) is None


def test_what_cannot_be_done_is_held_at_once(database: Database) -> None:
    job = claim(database, a_job(database))

    with database.session(COUNCIL) as session:
        jobs.hold(session, job, "unknown_case")

    assert job_of(database, job.id).held_reason == "unknown_case"


def test_a_person_lets_a_held_job_try_again(database: Database) -> None:
    job = claim(database, a_job(database))
    with database.session(COUNCIL) as session:
        jobs.hold(session, job, "unknown_case")

    with database.all_councils() as session:
        jobs.release(session, job.id)

    assert claim(database, job.id).strikes == 1


def test_the_one_process_that_starts_alone_takes_back_what_it_was_doing(
    database: Database,
) -> None:
    job_id = a_job(database)
    told = publish(database)
    claim(database, job_id)

    with database.all_councils() as session:
        freed = jobs.free_leases(session)

    assert freed == len(told)
    assert job_id in {one.id for one in publish(database)}


def test_what_a_dead_process_was_told_is_offered_at_once_to_the_next(database: Database) -> None:
    tell(database)
    expand(database)
    told = {one.id for one in publish(database)}

    with database.all_councils() as session:
        jobs.free_leases(session)

    assert {one.id for one in publish(database)} == told


@pytest.mark.promise("P3")
def test_several_relays_and_workers_at_once_do_each_job_once(database: Database) -> None:
    for _ in range(20):
        tell(database)

    with ThreadPoolExecutor(4) as pool:
        expanded = sum(pool.map(lambda _: expand(database), range(4)))
        ready = [one for found in pool.map(lambda _: publish(database), range(4)) for one in found]
        ids = [one.id for one in ready] * 2
        taken = list(pool.map(lambda job: jobs.claim(database, job, known=KNOWN, lease=60), ids))

    assert expanded == 20
    assert len(ready) == len({one.id for one in ready}) == 40
    assert len([one for one in taken if one is not None]) == 40
