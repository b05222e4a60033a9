"""Real requests at the web door, as fast as a busy day, while web, relay and workers are killed."""

import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest

from hub.catalogue import Catalogue
from hub.councils import Councils
from tests.faults.replayed import COUNT, Request, requests
from tests.provision.composed import composed
from tests.provision.installation import Installation
from tests.provision.promises import Figures

__all__ = ["composed"]

_FASTER = 2_000  # a day goes by in three quarters of a minute
_RESIDENTS = 4
_PATIENCE = 60


@pytest.mark.promise("P1")
@pytest.mark.promise("P2")
def test_real_requests_are_all_accounted_for_while_everything_is_killed(
    composed: Installation, templates: Path, figure: Figures
) -> None:
    count = figure(ci=30, proof=COUNT, of="real requests replayed")
    kills = figure(ci=4, proof=60, of="kills among them")
    chance = Random(figure.seed)
    services = Catalogue.read(templates, Councils.read(templates / "councils")).services("aberwen")
    day = requests(services, count, chance)

    with ThreadPoolExecutor(_RESIDENTS) as residents:
        sent = _send_all(day, composed, residents)
        _kill(composed, kills, sent, chance)
        shown = [each.result() for each in sent]

    composed.settle(seconds=60 + 3 * count)
    composed.demand_sound(shown)
    assert len(shown) == count
    assert set(Counter(each.service for each in day)) == {service.id for service in services}


def _send_all(
    day: Sequence[Request], here: Installation, residents: ThreadPoolExecutor
) -> Sequence["Future[str]"]:
    """Send each at its time of the day, or as soon after it as somebody is free."""
    began, first = time.monotonic(), day[0].at

    def send(request: Request) -> str:
        due = began + (request.at - first).total_seconds() / _FASTER
        time.sleep(max(0.0, due - time.monotonic()))
        return request.send(here.url, patience=_PATIENCE)

    return [residents.submit(send, request) for request in day]


def _kill(here: Installation, kills: int, sent: Sequence["Future[str]"], chance: Random) -> None:
    """Kill one program after another, or one of its processes, and start it again."""
    _, _migrate, *running = here.programs
    for number in range(kills):
        enough = (number + 1) * len(sent) // (kills + 1)
        while sum(each.done() for each in sent) < enough:
            time.sleep(0.02)
        victim = chance.choice([running[0], chance.choice(running)])  # the web in every second
        if chance.random() < 0.3:
            victim.kill_one(chance)
        else:
            victim.kill()
        if not victim.is_alive:
            victim.kill()
            victim.start()
