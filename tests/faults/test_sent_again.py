from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.provision.installation import Installation
from tests.provision.promises import Figures
from tests.provision.resident import Resident, wishes
from tests.provision.visitor import Visitor

_CLICKS = 10


@pytest.mark.promise("P3")
def test_a_request_that_is_sent_many_times_at_once_is_one_case_with_one_reference(
    installation: Installation, figure: Figures
) -> None:
    count = figure(ci=5, proof=1_000, of=f"requests sent {_CLICKS} times at once")
    installation.start_all()
    shown: list[str] = []

    with ThreadPoolExecutor(_CLICKS) as clicks:
        for _ in range(count):
            resident = Resident(Visitor(installation.url), told=wishes())
            check = resident.walk()
            seen = set(clicks.map(resident.send, [check] * _CLICKS))
            assert len(seen) == 1
            shown += seen

    installation.settle()
    installation.demand_sound(shown)


@pytest.mark.promise("P3")
def test_a_request_that_is_sent_again_days_later_shows_the_first_reference(
    installation: Installation,
) -> None:
    installation.start_all()
    resident = Resident(Visitor(installation.url), told=wishes())
    check = resident.walk()
    first = resident.send(check)
    installation.settle()

    assert resident.send(check) == first
    installation.settle()
    installation.demand_sound([first])
