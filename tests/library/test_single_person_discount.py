from collections.abc import Mapping

import pytest

from hub import interview
from hub.catalogue import Service
from tests.library.outcomes import safe, team, to_ring


@pytest.fixture
def service(library: Mapping[str, Service]) -> Service:
    return library["single-person-discount"]


def test_a_discount_for_who_is_alone_needs_no_proof_and_for_who_lives_with_a_student_does(
    service: Service,
) -> None:
    alone, student = (
        interview.owed(safe(service, adults=adults)) for adults in ("alone", "some_not_counted")
    )

    assert (alone, student) == ((), ("proof",))


def test_that_someone_asked_is_kept_from_the_person_who_harmed_them(
    service: Service,
) -> None:
    fled = safe(service, secret="yes", unsafe="yes")

    assert team(fled) == "protected-addresses"
    assert to_ring(fled) == ["999", "0808 80 10 800"]


def test_who_also_gets_a_reduction_is_looked_at_for_both(service: Service) -> None:
    teams = [team(safe(service, benefit=benefit)) for benefit in ("yes", "no")]

    assert teams == ["council-tax-reduction", "council-tax-discounts"]
