from collections.abc import Mapping

import pytest

from hub import bookings, interview
from hub.catalogue import Service
from hub.interview import Given
from tests.builders.letters import answered
from tests.library.outcomes import price, safe, team, to_ring


@pytest.fixture
def service(library: Mapping[str, Service]) -> Service:
    return library["pest-control"]


def test_rats_are_cheaper_to_treat_with_a_benefit_and_free_for_who_rents_from_us(
    service: Service,
) -> None:
    rats: Mapping[str, Given] = {"where": "home", "pest": "rats"}

    full = price(answered(service, {**rats, "benefits": "no"}))
    half = price(answered(service, {**rats, "benefits": "yes"}))
    free = price(answered(service, {**rats, "tenure": "council"}))

    assert (full, half, free) == (5600, 2800, None)


def test_bed_bugs_cost_more_in_a_larger_home(service: Service) -> None:
    bugs: Mapping[str, Given] = {"where": "home", "pest": "bed_bugs", "benefits": "no"}

    small, large = (
        price(answered(service, {**bugs, "bedrooms": bedrooms})) for bedrooms in ("3", "4")
    )

    assert (small, large) == (14000, 20000)


def test_whoever_was_stung_and_is_very_ill_is_told_to_ring_999(
    service: Service,
) -> None:
    stung = safe(service, harm="ill")

    assert to_ring(stung) == ["999"]


def test_pests_in_a_shop_are_looked_at_but_not_treated(service: Service) -> None:
    shop = safe(service, where="business")

    assert team(shop) == "environmental-health"
    assert price(shop) is None


def test_a_visit_at_home_is_booked_and_one_elsewhere_is_not(service: Service) -> None:
    day = bookings.question_of(service)

    home, street = answered(service, {"where": "home"}), answered(service, {"where": "public"})

    assert day is not None
    assert day.id in interview.applicable(home)
    assert day.id not in interview.applicable(street)
