import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, update

from hub.store import Database, database_now, jobs
from hub.store.jobs import Follows, Job
from tests.provision.programs import wait_until
from tests.store.events import OTHER
from tests.workers.errands import FOLLOWS, a_job, ring
from workers.delivery import NotDelivered
from workers.relay import Relay


class Pigeon:
    """A courier that keeps what it carries, and flies only when it may."""

    def __init__(self) -> None:
        self.carried: list[tuple[UUID, str]] = []
        self.is_away = False
        self.laden: dict[str, int] = {}

    def deliver(self, job_id: UUID, queue: str) -> None:
        """Carry an id."""
        if self.is_away:
            raise NotDelivered
        self.carried.append((job_id, queue))

    def waiting(self) -> Mapping[str, int]:
        """Count what it carried and nobody took."""
        if self.is_away:
            raise NotDelivered
        return self.laden


@pytest.fixture
def pigeon() -> Pigeon:
    return Pigeon()


@contextmanager
def running(relay: Relay) -> Iterator[None]:
    thread = threading.Thread(target=relay.run)
    thread.start()
    try:
        yield
    finally:
        relay.stop()
        thread.join(5)


def told_before(database: Database, seconds: int) -> None:
    with database.all_councils() as session:
        session.sql.execute(update(Job).values(published_at=database_now(-seconds)))


def test_what_happened_is_handed_on_to_its_queue(database: Database, pigeon: Pigeon) -> None:
    ring(database, times=3)

    Relay(database, pigeon, follows=FOLLOWS).turn()

    assert len(set(pigeon.carried)) == 3
    assert {queue for _, queue in pigeon.carried} == {"messages"}


def test_with_nothing_to_do_nothing_is_handed_on(database: Database, pigeon: Pigeon) -> None:
    assert Relay(database, pigeon, follows=FOLLOWS).turn() == 0


def test_one_event_leads_to_all_that_follows(database: Database, pigeon: Pigeon) -> None:
    follows = {"BellRang": (Follows("answer_bell", "messages"), Follows("open_door", "routing"))}
    ring(database)

    Relay(database, pigeon, follows=follows).turn()

    assert sorted(queue for _, queue in pigeon.carried) == ["messages", "routing"]


def test_what_a_newer_program_wrote_stays_and_the_rest_goes_on(
    database: Database, pigeon: Pigeon
) -> None:
    ring(database, times=2)
    Relay(database, pigeon, follows={}).turn()
    before = list(pigeon.carried)

    Relay(database, pigeon, follows=FOLLOWS).turn()

    assert not before
    assert len(pigeon.carried) == 2


def test_while_the_courier_is_away_nothing_is_lost(database: Database, pigeon: Pigeon) -> None:
    ring(database)
    pigeon.is_away = True

    with running(Relay(database, pigeon, follows=FOLLOWS)):
        threading.Event().wait(0.3)
        before = list(pigeon.carried)
        pigeon.is_away = False
        wait_until(lambda: bool(pigeon.carried), what="the id", seconds=5)

    assert not before
    assert len(pigeon.carried) == 1


def test_an_id_that_got_lost_is_offered_again(database: Database, pigeon: Pigeon) -> None:
    job_id = a_job(database)
    relay = Relay(database, pigeon, follows=FOLLOWS)

    relay.turn()
    relay.turn()
    told_before(database, seconds=31)
    relay.turn()

    assert pigeon.carried == [(job_id, "messages")] * 2


def test_while_ids_of_its_queue_wait_to_be_taken_none_is_offered_again(
    database: Database, pigeon: Pigeon
) -> None:
    a_job(database)
    pigeon.laden = {"messages": 1}
    relay = Relay(database, pigeon, follows=FOLLOWS)

    relay.turn()
    told_before(database, seconds=300)
    relay.turn()

    assert len(pigeon.carried) == 1


def test_even_then_it_is_offered_again_at_last(database: Database, pigeon: Pigeon) -> None:
    a_job(database)
    pigeon.laden = {"messages": 1}
    relay = Relay(database, pigeon, follows=FOLLOWS)

    relay.turn()
    told_before(database, seconds=601)
    relay.turn()

    assert len(pigeon.carried) == 2


def test_ids_that_wait_in_another_queue_delay_none_that_got_lost(
    database: Database, pigeon: Pigeon
) -> None:
    job_id = a_job(database)
    pigeon.laden = {"mail": 500}
    relay = Relay(database, pigeon, follows=FOLLOWS)

    relay.turn()
    told_before(database, seconds=31)
    relay.turn()

    assert pigeon.carried == [(job_id, "messages")] * 2


def test_a_queue_of_which_enough_wait_is_told_no_more_and_the_others_are(
    database: Database, pigeon: Pigeon
) -> None:
    follows = {"BellRang": (Follows("answer_bell", "messages"), Follows("open_door", "routing"))}
    ring(database, times=3)
    pigeon.laden = {"messages": 1000}
    relay = Relay(database, pigeon, follows=follows)

    relay.turn()
    first = [queue for _, queue in pigeon.carried]
    pigeon.laden = {}
    relay.turn()

    assert first == ["routing"] * 3
    assert sorted(queue for _, queue in pigeon.carried) == ["messages"] * 3 + ["routing"] * 3


def test_what_is_not_due_waits(database: Database, pigeon: Pigeon) -> None:
    a_job(database)
    with database.all_councils() as session:
        session.sql.execute(update(Job).values(due_at=session.now() + timedelta(minutes=1)))

    Relay(database, pigeon, follows=FOLLOWS).turn()

    assert not pigeon.carried


def test_a_relay_never_ends_by_itself(database: Database, pigeon: Pigeon) -> None:
    with database.all_councils() as session:
        session.sql.connection().exec_driver_sql("ALTER TABLE outbox RENAME TO hidden")

    with running(Relay(database, pigeon, follows=FOLLOWS)):
        threading.Event().wait(0.3)
        with database.all_councils() as session:
            session.sql.connection().exec_driver_sql("ALTER TABLE hidden RENAME TO outbox")
        ring(database)
        wait_until(lambda: bool(pigeon.carried), what="the id", seconds=5)

    with database.reading_all() as session:
        (row,) = session.sql.scalars(select(jobs.Job))
    assert pigeon.carried == [(row.id, "messages")]


@pytest.mark.promise("P13")
def test_the_jobs_of_a_council_are_handed_on_among_the_flood_of_another(
    database: Database, pigeon: Pigeon
) -> None:
    ring(database, times=1000)
    ring(database, council=OTHER)
    relay = Relay(database, pigeon, follows=FOLLOWS)

    relay.turn()

    with database.reading(OTHER) as session:
        [others] = session.sql.scalars(select(Job.id))
    assert others in {job_id for job_id, _ in pigeon.carried[:2]}


def test_no_more_of_a_flood_is_under_way_than_is_soon_done(
    database: Database, pigeon: Pigeon
) -> None:
    ring(database, times=1000)
    relay = Relay(database, pigeon, follows=FOLLOWS)

    for _ in range(10):
        relay.turn()
        pigeon.laden = {"messages": len(pigeon.carried)}

    assert 400 <= len(pigeon.carried) < 600
