import io
from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from hub.errors import Refused, TryAgain
from hub.store import Database, OutboxEvent, jobs
from hub.store.jobs import State
from tests.workers.errands import BellRang, a_job, kept, wait_out
from workers.carriages import Carriage
from workers.outside import Errand, Outside
from workers.running import Runner


class NobodyHome(Refused):
    """Say that nobody is at home."""

    key = "nobody_home"


class LineBusy(TryAgain):
    """Say that the line is busy."""

    key = "line_busy"


def raising(error: BaseException) -> Callable[[Errand], None]:
    def job(errand: Errand) -> None:
        errand.session.tell(BellRang(errand.subject))
        raise error

    return job


def not_called(_: object, __: object) -> None:
    raise AssertionError("this is not to be done")


def echo(errand: Errand) -> None:
    errand.session.tell(BellRang(errand.subject))


def told(database: Database) -> int:
    with database.reading_all() as session:
        return session.sql.scalar(select(func.count()).select_from(OutboxEvent)) or 0


def test_what_a_job_does_and_that_it_is_done_is_one_commit(outside: Outside) -> None:
    job_id = a_job(outside.database)

    Runner(outside, {"answer_bell": echo})(job_id)

    assert kept(outside.database, job_id).state == State.DONE
    assert told(outside.database) == 2


def test_a_job_that_comes_twice_happens_once(outside: Outside) -> None:
    job_id = a_job(outside.database)
    run = Runner(outside, {"answer_bell": echo})

    run(job_id)
    run(job_id)

    assert told(outside.database) == 2


def test_a_job_that_another_worker_has_is_left_to_it(outside: Outside) -> None:
    job_id = a_job(outside.database)
    jobs.claim(outside.database, job_id, known={"answer_bell"}, lease=60)

    Runner(outside, {"answer_bell": echo})(job_id)

    assert told(outside.database) == 1


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (NobodyHome(), "NobodyHome: nobody_home"),
        (ValueError("Mair Evans, 12 Stryd y Bont"), "ValueError"),
    ],
)
def test_after_three_strikes_a_job_is_held_for_a_person_with_the_reason(
    outside: Outside, written: io.StringIO, error: Exception, reason: str
) -> None:
    job_id = a_job(outside.database)
    run = Runner(outside, {"answer_bell": raising(error)})

    for _ in range(4):
        run(job_id)
        wait_out(outside.database)

    held = kept(outside.database, job_id)
    assert (held.state, held.held_reason, held.attempts) == (State.HELD, reason, 3)
    assert "Mair" not in written.getvalue()
    assert told(outside.database) == 1


def test_one_that_fails_stops_no_other(outside: Outside) -> None:
    poison, sound = a_job(outside.database, "fall"), a_job(outside.database)
    run = Runner(outside, {"fall": raising(NobodyHome()), "answer_bell": echo})

    run(poison)
    run(sound)

    assert kept(outside.database, poison).state == State.OPEN
    assert kept(outside.database, sound).state == State.DONE


def test_when_the_world_is_at_fault_a_job_waits_and_is_never_held(outside: Outside) -> None:
    job_id = a_job(outside.database)
    run = Runner(outside, {"answer_bell": raising(LineBusy())})

    for _ in range(5):
        run(job_id)
        wait_out(outside.database)

    waiting = kept(outside.database, job_id)
    assert (waiting.state, waiting.attempts, waiting.put_off) == (State.OPEN, 5, 5)


def test_a_job_of_a_newer_program_is_left_open(outside: Outside) -> None:
    job_id = a_job(outside.database, "fly")

    Runner(outside, {"answer_bell": echo})(job_id)

    assert kept(outside.database, job_id).attempts == 0


def test_a_job_that_kills_its_process_is_held_at_last(outside: Outside) -> None:
    job_id = a_job(outside.database)

    for _ in range(3):
        jobs.claim(outside.database, job_id, known={"answer_bell"}, lease=60)
        wait_out(outside.database)
    Runner(outside, {"answer_bell": echo})(job_id)

    assert kept(outside.database, job_id).state == State.HELD
    assert told(outside.database) == 1


def test_what_is_carried_away_holds_up_nobody_in_the_store(outside: Outside) -> None:
    job_id = a_job(outside.database)

    def carry(around: Outside, load: str) -> str:
        with around.database.session("aberwen") as session:  # the store's one writer is free
            session.sql.flush()
        return load.upper()

    ends: list[str] = []
    job = Carriage(lambda _: "bell", carry, lambda _, end: ends.append(end))
    Runner(outside, {"answer_bell": job})(job_id)

    assert ends == ["BELL"]
    assert kept(outside.database, job_id).state == State.DONE


def test_what_need_not_be_carried_any_more_is_done(outside: Outside) -> None:
    job_id = a_job(outside.database)

    job = Carriage(lambda _: None, not_called, not_called)
    Runner(outside, {"answer_bell": job})(job_id)

    assert kept(outside.database, job_id).state == State.DONE


def test_what_could_not_be_carried_is_tried_again(outside: Outside) -> None:
    job_id = a_job(outside.database)

    def carry(_: Outside, __: str) -> str:
        raise LineBusy

    Runner(outside, {"answer_bell": Carriage(lambda _: "bell", carry, not_called)})(job_id)

    assert kept(outside.database, job_id).state == State.OPEN


def test_a_worker_that_lost_its_lease_leaves_nothing_behind(outside: Outside) -> None:
    job_id = a_job(outside.database)

    def be_slow(errand: Errand) -> None:
        # What another worker does meanwhile stands in for it, in the transaction at hand: the
        # small size has one writer at a time.
        echo(errand)
        row = errand.session.sql.get_one(jobs.Job, (job_id, errand.session.council))
        row.attempts += 1
        errand.session.sql.flush()

    Runner(outside, {"answer_bell": be_slow})(job_id)

    assert kept(outside.database, job_id).state == State.OPEN
    assert told(outside.database) == 1


def test_a_job_whose_commit_is_kept_is_done_even_if_what_comes_after_it_fails(
    outside: Outside, written: io.StringIO
) -> None:
    job_id = a_job(outside.database)

    def fill_the_disk() -> None:
        raise OSError

    run = Runner(outside, {"answer_bell": lambda job: job.session.afterwards(fill_the_disk)})
    run(job_id)

    assert kept(outside.database, job_id).state == State.DONE
    assert "job left open" not in written.getvalue()
    assert "job done but for the end" in written.getvalue()


def test_nothing_is_raised_when_the_job_is_not_there(outside: Outside) -> None:
    Runner(outside, {})(outside.database.chance.uuid())

    assert told(outside.database) == 0
