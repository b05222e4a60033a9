import json
import socket
import time
from collections.abc import Iterator
from uuid import uuid4

import pytest
from redis import Redis

from tests.provision.redis import RedisServer
from workers.celery import CeleryCourier, make_celery
from workers.delivery import Do, NotDelivered
from workers.jobs import queues


def never(_job_id: object, /) -> None:
    raise AssertionError


def courier(redis_url: str, do: Do = never) -> CeleryCourier:
    celery = make_celery(redis_url, do=do, queues=queues(), lease_seconds=60)
    return CeleryCourier(celery, redis_url)


@pytest.fixture
def black_hole() -> Iterator[str]:
    """Give the address of a Redis that takes every call and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        yield f"redis://127.0.0.1:{silent.getsockname()[1]}/0"


def test_a_job_id_waits_in_its_own_queue(redis_url: str) -> None:
    courier(redis_url).deliver(uuid4(), "letters")

    with Redis.from_url(redis_url) as redis:
        assert [name for name in queues() if redis.llen(name)] == ["letters"]


def test_the_broker_is_told_an_id_and_nothing_else(redis_url: str) -> None:
    job_id = uuid4()

    courier(redis_url).deliver(job_id, "letters")

    with Redis.from_url(redis_url, decode_responses=True) as redis:
        (said,) = redis.lrange("letters", 0, -1)
    body = json.loads(said)
    assert body["headers"]["argsrepr"] == f"('{job_id}',)"
    assert body["headers"]["kwargsrepr"] == "{}"


def test_it_knows_of_which_queue_ids_wait(redis_url: str) -> None:
    carrying = courier(redis_url)
    before = sum(carrying.waiting().values())

    carrying.deliver(uuid4(), "print")

    waiting = carrying.waiting()
    assert before == 0
    assert (waiting["print"], waiting["letters"]) == (1, 0)


def test_a_broker_that_is_away_costs_seconds_and_raises_one_error(own_redis: RedisServer) -> None:
    carrying = courier(own_redis.url)
    carrying.deliver(uuid4(), "letters")
    own_redis.stop()

    with pytest.raises(NotDelivered):
        carrying.deliver(uuid4(), "letters")
    with pytest.raises(NotDelivered):
        carrying.waiting()


def test_a_broker_that_swallows_everything_costs_seconds(black_hole: str) -> None:
    began = time.monotonic()

    with pytest.raises(NotDelivered):
        courier(black_hole).waiting()
    with pytest.raises(NotDelivered):
        courier(black_hole).deliver(uuid4(), "letters")

    assert time.monotonic() - began < 10


def test_a_broker_that_comes_back_is_used_again(own_redis: RedisServer) -> None:
    carrying = courier(own_redis.url)
    carrying.deliver(uuid4(), "letters")
    own_redis.stop()
    with pytest.raises(NotDelivered):
        carrying.deliver(uuid4(), "letters")

    own_redis.start()
    carrying.deliver(uuid4(), "letters")

    assert carrying.waiting()["letters"]
