import random

import pytest
from redis import Redis

from tests.builders.requests import asked_of_running
from tests.provision.crowd import Crowd
from tests.provision.installation import Installation
from tests.provision.programs import wait_until
from tests.provision.promises import Figures
from tests.provision.sizes import Size

_SECONDS_A_LETTER = 3


@pytest.mark.promise("P2")
@pytest.mark.promise("P4")
def test_a_reference_that_was_shown_outlives_kills_of_web_relay_and_worker(
    installation: Installation, size: Size, figure: Figures
) -> None:
    kills = figure(ci=10, proof=200, of=f"kills at {size}")
    chance = random.Random(figure.seed)
    running = installation.start_all()

    with Crowd(installation.url) as crowd:
        for _ in range(kills):
            crowd.go_on(pages=chance.randrange(1, 60))
            victim = chance.choice(running)
            if chance.random() < 0.3:
                victim.kill_one(chance)
            else:
                victim.kill()
            if chance.random() < 0.2:
                _wipe_redis(installation)
            installation.start_again(victim)

    installation.settle()
    assert len(crowd.shown) > kills // 2
    installation.demand_sound(crowd.shown)


@pytest.mark.promise("P4")
def test_letters_that_are_written_while_everything_is_killed_are_printed_once_each(
    installation: Installation, size: Size, figure: Figures
) -> None:
    letters = figure(ci=60, proof=5_000, of=f"letters at {size}")
    kills = figure(ci=3, proof=50, of=f"kills among the letters at {size}")
    chance = random.Random(figure.seed)
    running = installation.start_all()
    asked = asked_of_running(
        installation.database_url, *(f"letter {number}" for number in range(letters))
    )

    for kill in range(1, kills + 1):
        enough = kill * letters // (kills + 1)
        wait_until(
            lambda: len(installation.ledger.manifest()) >= enough,  # noqa: B023 (called at once)
            what=f"{enough} letters",
            seconds=_SECONDS_A_LETTER * letters,
        )
        victim = chance.choice(running)
        victim.kill()
        installation.start_again(victim)

    installation.settle(seconds=_SECONDS_A_LETTER * letters)
    installation.demand_sound(asked)


def _wipe_redis(installation: Installation) -> None:
    if installation.redis_url:
        with Redis.from_url(installation.redis_url) as line:
            line.flushall()
