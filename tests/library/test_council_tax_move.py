from collections.abc import Mapping

import pytest

from hub import interview
from hub.catalogue import Service
from tests.library.outcomes import ends, safe, team, to_ring


@pytest.fixture
def service(library: Mapping[str, Service]) -> Service:
    return library["council-tax-move"]


def test_a_new_address_that_must_stay_secret_goes_to_the_few_who_may_see_it(
    service: Service,
) -> None:
    fled = safe(service, secret="yes", unsafe="no")

    assert team(fled) == "protected-addresses"
    assert to_ring(fled) == ["0808 80 10 800"]
    assert to_ring(safe(service)) == []


def test_a_move_after_a_death_is_not_asked_about_here(service: Service) -> None:
    assert ends(service, "death")


def test_whoever_moves_in_alone_is_looked_at_for_the_discount(
    service: Service,
) -> None:
    alone = team(safe(service, new_tie="own", alone="yes"))
    others = team(safe(service, new_tie="own", alone="no", old_state="others"))

    assert (alone, others) == ("council-tax-discounts", "council-tax")


def test_whoever_leaves_our_area_is_asked_nothing_about_who_lives_in_the_new_home(
    service: Service,
) -> None:
    left = interview.applicable(safe(service, way="out"))

    assert "address" in left
    assert not {"moved_in", "new_tie", "alone", "pay"} & left.keys()
