"""What the weights are worth: on a town of made-up people who are written down a second time.

Precision is how many of those offered are the one; recall is how many of those sought are offered.
"""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from uuid import UUID

import pytest

from hub.people import matching
from hub.people.matching import Known, Likelihood, Match, Sought
from hub.people.matching.keys import keys_of, keys_sought
from hub.values import EmailAddress, PhoneNumber, Postcode
from tests.people.population import Person, town, written_again
from tests.provision.promises import Figures

TOLD: dict[str, Callable[[Person], Sought]] = {
    "at the counter": lambda p: Sought(
        name=p.name, postcode=Postcode.parse(p.postcode), phone=PhoneNumber(p.phone)
    ),
    "with the day of birth": lambda p: Sought(
        name=p.name, postcode=Postcode.parse(p.postcode), born=p.born
    ),
    "name and postcode alone": lambda p: Sought(name=p.name, postcode=Postcode.parse(p.postcode)),
    "by e-mail": lambda p: Sought(name=p.name, email=EmailAddress(p.email)),
}
FLOORS = {  # precision of the likely, recall of the likely, recall of all that are offered
    "at the counter": (0.94, 0.82, 0.97),
    "with the day of birth": (0.985, 0.94, 0.985),
    "name and postcode alone": (0.90, 0.58, 0.89),
    "by e-mail": (0.98, 0.54, 0.89),
}


@dataclass(frozen=True, slots=True)
class Measured:
    """Hold what was found: shares of those offered, and of those sought."""

    precision: float
    recall_likely: float
    recall_offered: float


@pytest.mark.parametrize("told", list(TOLD))
def test_the_likely_are_right_and_the_sought_are_offered(told: str, figure: Figures) -> None:
    chance = Random(figure.seed)
    people = town(chance, figure(ci=4_000, proof=50_000, of="people"))
    sought = [
        (number, TOLD[told](written_again(chance, people[number])))
        for number in chance.sample(range(len(people)), 1_000)
    ]

    measured = measure(people, sought)

    print(f"{told}: {measured}")  # noqa: T201 - shown by pytest when the test fails
    precision, likely, offered = FLOORS[told]
    assert measured.precision >= precision
    assert measured.recall_likely >= likely
    assert measured.recall_offered >= offered


def measure(people: list[Person], sought: list[tuple[int, Sought]]) -> Measured:
    """Look for everybody as the store does: those who share a key are weighed."""
    found = Register(people)
    right = likely = offered = 0
    for number, who in sought:
        matches = found.alike(who)
        chosen = [match for match in matches if match.likelihood is Likelihood.LIKELY]
        likely += len(chosen)
        right += UUID(int=number + 1) in {match.resident_id for match in chosen}
        offered += UUID(int=number + 1) in {match.resident_id for match in matches}
    return Measured(right / max(likely, 1), right / len(sought), offered / len(sought))


class Register:
    """The people of a town under their keys, in memory."""

    def __init__(self, people: list[Person]) -> None:
        self.known: dict[int, Known] = {}
        self.under: dict[str, list[int]] = {}
        for number, person in enumerate(people):
            self.known[number] = Known(
                resident_id=UUID(int=number + 1),
                name=person.name,
                postcodes=frozenset({person.postcode}),
                phones=frozenset({person.phone}),
                emails=frozenset({person.email}),
                born=frozenset({person.born}),
            )
            for key in keys_of(
                person.name,
                phones=[person.phone],
                emails=[person.email],
                postcodes=[person.postcode],
                born=person.born,
            ):
                self.under.setdefault(key, []).append(number)

    def alike(self, sought: Sought) -> list[Match]:
        """Weigh all who share a key."""
        sharing = {n for key in keys_sought(sought) for n in self.under.get(key, [])}
        matches = [matching.weigh(sought, self.known[number]) for number in sharing]
        return [match for match in matches if match.likelihood]
