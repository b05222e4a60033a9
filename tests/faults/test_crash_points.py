"""Killed where it is about to write, at every such point of one submission and of one letter."""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest

from tests.provision import crash_points
from tests.provision.installation import Install, Installation
from tests.provision.programs import Program, wait_until
from tests.provision.promises import Figures
from tests.provision.resident import Resident, a_resident_submits, wishes
from tests.provision.visitor import Visitor

_PATIENCE = 90
_ENOUGH = 3


@dataclass
class Points:
    """The points to try: all of them in turn when proving, else some by chance."""

    figure: Figures
    likely: Mapping[str, int]
    where: str
    some: int = 1
    most: int = 400
    survived: Counter[str] = field(default_factory=Counter)

    def __iter__(self) -> Iterator[tuple[str, int]]:
        """Give a call and its number; of each call, until three in a row were survived.

        strace counts for each thread, and which thread does what is chance: one is not enough.
        """
        for call, likely in self.likely.items():
            of = f"points at most of {call} in {self.where}"
            count = self.figure(ci=self.some, proof=self.most, of=of)
            chance = random.Random(f"{self.figure.seed} {call}")
            every = range(1, self.most + 1)
            some = chance.sample(range(1, likely + 1), min(count, likely))
            for number in every if count == self.most else sorted(some):
                if self.survived[call] < _ENOUGH:
                    yield call, number

    def tell(self, call: str, *, was_survived: bool) -> None:
        """Say what became of the point that was given last."""
        self.survived[call] = self.survived[call] + 1 if was_survived else 0


@pytest.mark.promise("P2")
def test_a_submission_that_dies_at_any_write_is_one_case_with_one_letter(
    install: Install, figure: Figures
) -> None:
    here = install()
    web = here.serve()
    points = Points(figure, {"pwrite64": 40, "fdatasync": 4}, "a submission", some=2)

    shown = [
        _sent_while_dying(here, web, points, call=call, number=number) for call, number in points
    ]

    here.demand_sound(shown)


@pytest.mark.promise("P4")
def test_a_letter_that_dies_at_any_write_is_printed_once(install: Install, figure: Figures) -> None:
    here = install()
    web = here.serve()
    likely = {"pwrite64": 40, "fdatasync": 6, "fsync": 8, "rename": 2}
    points = Points(figure, likely, "a letter")
    shown: list[str] = []

    for call, number in points:
        shown += _killed_with_a_letter_to_write(here, web)
        web.before = crash_points.dying_at(call, number)
        web.start()
        wait_until(_dead_or(web, lambda: _is_settled(here)), what="a letter", seconds=_PATIENCE)
        points.tell(call, was_survived=web.is_alive)
        web.kill()
        here.start_again(web)
        here.settle()
        here.ledger.demand_one_each(shown)

    here.demand_sound(shown)


@pytest.mark.promise("P2")
@pytest.mark.parametrize("name", ["serve", "relay", "worker"])
def test_a_program_that_dies_at_any_word_to_another_loses_nothing(
    install: Install, figure: Figures, postgres_url: str, redis_url: str, *, name: str
) -> None:
    here = install(postgres_url, redis_url)
    dying = next(program for program in here.start_all() if name in program.words)
    points = Points(figure, {"sendto": 30}, f"hub {name}", most=60)

    shown = [
        _sent_while_dying(here, dying, points, call=call, number=number) for call, number in points
    ]

    here.demand_sound(shown)


def _sent_while_dying(
    here: Installation, dying: Program, points: Points, *, call: str, number: int
) -> str:
    """Send one request while a program dies at a point, and see that nothing is lost by it."""
    resident = Resident(Visitor(here.url, patience=_PATIENCE), told=wishes())
    check = resident.walk()
    family = dying.family()
    tracer = crash_points.die_at(dying, call, number, log=here.folder / "strace.log")
    with ThreadPoolExecutor(1) as alone:
        sent = alone.submit(resident.send, check)
        wait_until(
            lambda: dying.family() != family or (sent.done() and here.ledger.is_settled()),
            what="an answer or the end",
            seconds=_PATIENCE,
        )
        points.tell(call, was_survived=dying.family() == family)
        tracer.kill()
        here.start_again(dying)
        reference = sent.result()
    here.settle()
    here.ledger.demand_one_each([reference])
    return reference


def _killed_with_a_letter_to_write(here: Installation, web: Program) -> list[str]:
    """Kill the hub right when it has shown a reference, until there is work left undone."""
    shown: list[str] = []
    while not here.ledger.undone():
        here.start_again(web)
        shown.append(a_resident_submits(here.url))
        web.kill()
    return shown


def _dead_or(program: Program, is_so: Callable[[], bool]) -> Callable[[], bool]:
    return lambda: not program.is_alive or is_so()


def _is_settled(here: Installation) -> bool:
    return here.status("/healthz") == 200 and here.ledger.is_settled()
