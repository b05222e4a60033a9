from collections.abc import Mapping

import pytest

from hub import interview
from hub.catalogue import Service
from hub.catalogue.definition import Period, Unit
from hub.interview import Given
from tests.builders.letters import answered
from tests.library.outcomes import price, team


@pytest.fixture
def service(library: Mapping[str, Service]) -> Service:
    return library["parking-permit"]


def test_a_parking_permit_is_priced_by_what_it_is_for_and_by_the_vehicle(
    service: Service,
) -> None:
    ways: Mapping[str, Mapping[str, Given]] = {
        "car": {"vehicle": "car", "how_many": "none"},
        "electric": {"vehicle": "electric", "how_many": "none"},
        "second electric": {"vehicle": "electric", "how_many": "one"},
        "visitors": {"permit": "visitor", "books": "60"},
    }

    prices = {
        name: price(answered(service, {"blue_badge": "no", **way})) for name, way in ways.items()
    }

    assert prices == {"car": 5000, "electric": 2500, "second electric": 9000, "visitors": 6000}


def test_a_parking_permit_is_free_with_a_blue_badge_and_for_carers(
    service: Service,
) -> None:
    badge = answered(service, {"blue_badge": "yes"})
    carer = answered(service, {"permit": "carer"})

    assert price(badge) is price(carer) is None


def test_a_parking_permit_lasts_a_year(service: Service) -> None:
    lasting = service.lasting

    assert lasting is not None
    assert lasting.holds == Period(12, Unit.MONTHS)


@pytest.mark.parametrize(
    ("keeper", "proof"),
    [("mine", "log_book"), ("new", "proof_of_vehicle"), ("hired", "lease"), ("work", "employer")],
)
def test_a_parking_permit_wants_the_proof_that_fits_the_vehicle(
    service: Service, keeper: str, proof: str
) -> None:
    looked_up = answered(service, {"keeper": keeper, "look_it_up": "yes"})
    posted = answered(service, {"keeper": keeper, "look_it_up": "no"})

    assert interview.owed(looked_up) == (proof,)
    assert interview.owed(posted) == ("proof_of_address", proof)


def test_a_home_outside_a_zone_goes_to_those_who_draw_the_zones(
    service: Service,
) -> None:
    teams = [team(answered(service, {"car_free": "no", "zone": zone})) for zone in ("no", "yes")]

    assert teams == ["parking-schemes", "parking-permits"]
