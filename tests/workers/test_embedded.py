import threading
import time
from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest

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


def test_every_id_that_is_taken_is_done(bench: Bench, embedded: Embedded) -> None:
    ids = [uuid4() for _ in range(20)]
    bench.may_end.set()

    for job_id in ids:
        embedded.deliver(job_id, "letters")
    while not embedded.is_empty():
        time.sleep(0.01)
    embedded.stop()

    assert sorted(bench.ended) == sorted(ids)


def test_what_was_begun_comes_to_its_end_and_nothing_else_is_begun(
    bench: Bench, embedded: Embedded
) -> None:
    for _ in range(10):
        embedded.deliver(uuid4(), "letters")
    while len(bench.begun) < 2:
        time.sleep(0.01)
    threading.Timer(0.2, bench.may_end.set).start()

    embedded.stop()

    assert len(bench.begun) == len(bench.ended) == 2


def test_the_relay_is_told_when_too_many_wait(embedded: Embedded) -> None:
    for _ in range(2 + 64):  # two in hand, the others waiting
        embedded.deliver(uuid4(), "letters")

    with pytest.raises(NotDelivered):
        embedded.deliver(uuid4(), "letters")


def test_nothing_is_taken_any_more_once_it_ends(bench: Bench, embedded: Embedded) -> None:
    bench.may_end.set()

    embedded.stop()

    with pytest.raises(NotDelivered):
        embedded.deliver(uuid4(), "letters")
