import sys
import threading
import time
from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest

from tests.provision.programs import wait_until
from workers.delivery import NotDelivered
from workers.embedded import Embedded


class Bench:
    """Work that takes as long as it is told to."""

    def __init__(self) -> None:
        self.begun: list[UUID] = []
        self.ended: list[UUID] = []
        self.may_end = threading.Event()

    def __call__(self, job_id: UUID, /) -> None:
        """Do it."""
        self.begun.append(job_id)
        self.may_end.wait(5)
        self.ended.append(job_id)


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.fixture
def embedded(bench: Bench) -> Iterator[Embedded]:
    working = Embedded(bench, threads=2)
    working.start()
    yield working
    bench.may_end.set()
    working.stop()


@pytest.fixture
def restless() -> Iterator[None]:
    """Let threads take turns a thousand times as often, so that they meet where they seldom do."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(before / 1_000)
    yield
    sys.setswitchinterval(before)


def test_every_id_that_is_taken_is_done(bench: Bench, embedded: Embedded) -> None:
    ids = [uuid4() for _ in range(20)]
    bench.may_end.set()

    for job_id in ids:
        embedded.deliver(job_id, "letters")
    while embedded.waiting():
        time.sleep(0.01)
    embedded.stop()

    assert sorted(bench.ended) == sorted(ids)


def test_what_was_begun_comes_to_its_end_and_nothing_else_is_begun(
    bench: Bench, embedded: Embedded
) -> None:
    for number in range(10):
        embedded.deliver(uuid4(), f"queue-{number % 2}")
    while len(bench.begun) < 2:
        time.sleep(0.01)
    threading.Timer(0.2, bench.may_end.set).start()

    embedded.stop()

    assert len(bench.begun) == len(bench.ended) == 2


def test_work_that_is_slow_leaves_a_thread_to_the_other_queues(
    bench: Bench, embedded: Embedded
) -> None:
    emails, routing = [uuid4() for _ in range(200)], uuid4()
    for job_id in emails:
        embedded.deliver(job_id, "mail")

    embedded.deliver(routing, "routing")
    wait_until(lambda: routing in bench.begun, what="the routing", seconds=2)

    assert sorted(bench.begun) == sorted([emails[0], routing])
    assert embedded.waiting() == {"mail": 199}


def test_what_is_being_done_here_is_not_begun_a_second_time(
    bench: Bench, embedded: Embedded
) -> None:
    job_id, other = uuid4(), uuid4()
    embedded.deliver(job_id, "mail")
    wait_until(lambda: bool(bench.begun), what="the beginning", seconds=2)

    embedded.deliver(job_id, "mail")  # its lease ran out, and the relay offers it again
    embedded.deliver(other, "routing")
    wait_until(lambda: other in bench.begun, what="the routing", seconds=2)

    assert bench.begun == [job_id, other]
    assert not embedded.waiting()


def test_what_came_to_its_end_may_come_again(bench: Bench, embedded: Embedded) -> None:
    job_id = uuid4()
    bench.may_end.set()

    embedded.deliver(job_id, "history")
    wait_until(lambda: bool(bench.ended), what="the end", seconds=2)
    time.sleep(0.05)  # the thread lets go of it
    embedded.deliver(job_id, "history")
    wait_until(lambda: len(bench.ended) > 1, what="the second end", seconds=2)

    assert bench.begun == [job_id] * 2


@pytest.mark.usefixtures("restless")
def test_to_stop_is_never_in_the_way_of_threads_that_take_what_waits(bench: Bench) -> None:
    bench.may_end.set()

    for _ in range(1_000):
        busy = Embedded(bench)
        busy.start()
        for number in range(60):
            busy.deliver(uuid4(), f"queue-{number % 3}")
        busy.stop()

    assert len(bench.begun) == len(bench.ended)


def test_nothing_is_taken_any_more_once_it_ends(bench: Bench, embedded: Embedded) -> None:
    bench.may_end.set()

    embedded.stop()

    with pytest.raises(NotDelivered):
        embedded.deliver(uuid4(), "letters")
