"""What the compose file starts is started here, by its own words, and serves residents."""

import pytest

from tests.provision.composed import composed
from tests.provision.installation import Installation
from tests.provision.resident import Resident, wishes
from tests.provision.visitor import Visitor

__all__ = ["composed"]


@pytest.mark.promise("P1")
def test_the_programs_of_the_compose_file_serve_residents(composed: Installation) -> None:
    shown = [
        Resident(Visitor(composed.url, by_proxy=True), told=wishes(language=language)).submit()
        for language in ("cy", "en")
    ]

    composed.settle()

    composed.demand_sound(shown)
    assert all(program.stop(patience=60) == 0 for program in composed.programs[2:])
