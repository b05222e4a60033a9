from collections.abc import Callable

import pytest

from tests.provision import tcp_proxy
from tests.provision.crowd import Crowd
from tests.provision.installation import Install
from tests.provision.promises import Figures
from tests.provision.redis import RedisServer
from tests.provision.tcp_proxy import Proxy, Way

_LONGEST = 2.0  # seconds in which nineteen of twenty pages are answered
_BACKLOG = 300  # seconds in which all is caught up

Trouble = Callable[[Proxy, RedisServer], None]


def _wipe(_: Proxy, server: RedisServer) -> None:
    server.wipe()


def _crash(_: Proxy, server: RedisServer) -> None:
    server.stop()
    server.start()


def _fill(_: Proxy, server: RedisServer) -> None:
    server.set("maxmemory", 1)


TROUBLES: dict[str, Trouble] = {
    "refused": lambda line, _: line.set(Way.REFUSED),
    "black-holed": lambda line, _: line.set(Way.SILENT),
    "reset": lambda line, _: line.set(Way.RESET),
    "wiped": _wipe,
    "killed and empty again": _crash,
    "full": _fill,
}


@pytest.mark.promise("P5")
def test_residents_notice_nothing_of_a_broken_broker(
    install: Install, postgres_url: str, own_redis: RedisServer, figure: Figures
) -> None:
    seconds = figure(ci=2, proof=600, of="seconds of each trouble with Redis")
    shown: list[str] = []
    with tcp_proxy.before(own_redis.port) as line:
        here = install(postgres_url, f"redis://127.0.0.1:{line.port}/0")
        here.start_all()

        for name, trouble in TROUBLES.items():
            with Crowd(here.url, residents=2, patience=0) as crowd:
                crowd.go_on(pages=20)
                for _ in range(10):
                    trouble(line, own_redis)
                    crowd.go_on(seconds=seconds / 10, pages=5)
            line.set(Way.OPEN)
            own_redis.set("maxmemory", 0)
            assert crowd.slowest(0.95) < _LONGEST, name
            shown += crowd.shown
        here.settle(seconds=_BACKLOG)

    here.demand_sound(shown)
