from collections.abc import Mapping

import pytest

from hub import interview
from hub.catalogue import Service
from hub.catalogue.definition import Deadline, Unit
from tests.library.outcomes import ends, safe, team, to_ring


@pytest.fixture
def service(library: Mapping[str, Service]) -> Service:
    return library["complaint"]


def test_a_complaint_is_answered_in_ten_working_days(service: Service) -> None:
    assert service.deadline == Deadline(10, Unit.WORKING_DAYS)


def test_the_second_stage_of_a_complaint_does_not_begin_as_a_first(
    service: Service,
) -> None:
    assert ends(service, "stage_two")
    assert not ends(service, "first_request")


@pytest.mark.parametrize(
    ("harm", "numbers"),
    [("now", ["999", "01632 960008"]), ("fear", ["01632 960008"]), ("none", [])],
)
def test_harm_that_a_complaint_tells_of_is_rung_about(
    service: Service, harm: str, numbers: list[str]
) -> None:
    told = safe(service, harm=harm)

    assert to_ring(told) == numbers
    assert (team(told) == "safeguarding") is bool(numbers)


@pytest.mark.parametrize(
    ("about", "wanted"),
    [
        ("service", "complaints"),
        ("care", "social-care-complaints"),
        ("welsh", "welsh-language"),
        ("councillor", "monitoring-officer"),
    ],
)
def test_a_complaint_goes_to_those_whose_procedure_it_is(
    service: Service, about: str, wanted: str
) -> None:
    assert team(safe(service, about=about)) == wanted


def test_who_complains_for_someone_else_owes_that_persons_consent(
    service: Service,
) -> None:
    owed = {
        who: "consent" in interview.owed(safe(service, who_for=who))
        for who in ("me", "child", "other")
    }

    assert owed == {"me": False, "child": False, "other": True}
