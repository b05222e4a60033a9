from collections.abc import Mapping

import pytest

from hub.catalogue import Service
from tests.library.outcomes import ends, safe, team, to_ring


@pytest.fixture
def service(library: Mapping[str, Service]) -> Service:
    return library["housing-repair"]


@pytest.mark.parametrize(
    ("sign", "number"),
    [
        ("gas", "0800 111 999"),
        ("fumes", "0800 111 999"),
        ("flood", "01632 960006"),
        ("wires", "01632 960006"),
        ("cold", "01632 960006"),
        ("lock", "01632 960006"),
        ("falling", "01632 960006"),
    ],
)
def test_danger_in_a_council_home_is_to_be_rung_about_at_once(
    service: Service, sign: str, number: str
) -> None:
    home = safe(service, peril=[sign])

    assert to_ring(home) == [number]
    assert team(home) == "emergency-repairs"


def test_two_dangers_are_both_told(service: Service) -> None:
    home = safe(service, peril=["gas", "lock"])

    assert to_ring(home) == ["0800 111 999", "01632 960006"]


def test_a_repair_goes_to_those_who_can_do_it(service: Service) -> None:
    problems = {
        problem: team(safe(service, problem=problem)) for problem in ("damp", "heating", "roof")
    }

    assert problems == {
        "damp": "damp-and-mould",
        "heating": "heating-repairs",
        "roof": "housing-repairs",
    }
    assert team(safe(service, landlord="private", problem="damp")) == "private-housing"


def test_a_home_of_ones_own_is_not_for_the_council_to_repair(
    service: Service,
) -> None:
    assert ends(service, "own_home")
