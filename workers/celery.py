"""The large way to work: Celery on Redis, a courier that carries a job's id and nothing else.

Redis may lose an id or bring it twice: the row decides, and the relay offers again what is open.
"""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from typing import NoReturn
from uuid import UUID

import structlog
from celery import Celery, Task, signals
from celery.worker import state
from kombu import Queue
from kombu.exceptions import OperationalError
from redis import Redis, RedisError
from redis.backoff import NoBackoff
from redis.retry import Retry

from workers.delivery import Do, NotDelivered

_log = structlog.get_logger(__name__)

_BROKER_SECONDS = 2
_GAVE_UP_SECONDS = 5
_LONGEST_JOB = 120  # seconds, the hard limit; a lease that is shorter sets a shorter one


def make_celery(redis_url: str, *, do: Do, queues: Iterable[str], lease_seconds: int) -> Celery:
    """Make the Celery application: one task, which does a job by its id."""
    celery = Celery("hub", broker=redis_url, set_as_current=False)
    celery.conf.update(_settings(queues, lease_seconds))

    @celery.task(name="run_job", shared=False)
    def run_job(job_id: str, **_later: object) -> None:
        do(UUID(job_id))

    return celery


class CeleryCourier:
    """Publish job ids; only the relay does this, never a request."""

    def __init__(self, celery: Celery, redis_url: str) -> None:
        self._task: Task[..., None] = celery.tasks["run_job"]
        self._queues = [queue.name for queue in celery.conf.task_queues]
        self._redis = Redis.from_url(
            redis_url,
            socket_timeout=_BROKER_SECONDS,
            socket_connect_timeout=_BROKER_SECONDS,
            retry=Retry(NoBackoff(), 0),
        )

    def deliver(self, job_id: UUID, queue: str) -> None:
        """Publish a job's id to its queue, within some seconds or not at all.

        :raises NotDelivered: if the broker is away.
        """
        try:
            self._task.apply_async((str(job_id),), queue=queue, retry=False)
        except OperationalError as reason:
            raise NotDelivered from reason

    def waiting(self) -> Mapping[str, int]:
        """Count the ids that no worker has taken yet, by queue.

        :raises NotDelivered: if the broker is away.
        """
        try:
            with self._redis.pipeline(transaction=False) as asking:
                for queue in self._queues:
                    asking.llen(queue)
                return dict(zip(self._queues, asking.execute(), strict=True))
        except RedisError as reason:
            raise NotDelivered from reason


def work(celery: Celery, *, queues: Iterable[str], processes: int) -> None:
    """Work on the queues until SIGTERM or Ctrl-C, then end the jobs that were begun.

    Celery gives up on a Redis that is full, and on some that break at a bad moment; only a new
    process can work on, so this one becomes it.
    """
    signals.setup_logging.connect(_keep_our_logs, weak=False)
    # It does return, whatever its types say.
    worked: Callable[[list[str]], object] = celery.worker_main
    worked(
        [
            "--quiet",
            "worker",
            f"--queues={','.join(queues)}",
            f"--concurrency={processes}",
            "--without-gossip",
            "--without-mingle",
            "--loglevel=WARNING",
        ]
    )
    told: list[object] = [state.should_stop, state.should_terminate]
    if told == [None, None]:
        _begin_anew()


def _begin_anew() -> NoReturn:
    _log.error("Celery gave up, the worker begins anew", seconds=_GAVE_UP_SECONDS)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)
    time.sleep(_GAVE_UP_SECONDS)
    os.execv(sys.executable, sys.orig_argv)  # noqa: S606 (the very words this process was begun with)


def _keep_our_logs(**_told: object) -> None:
    """Leave the logs as they are: while somebody listens here, Celery sets up none of its own."""


def _settings(queues: Iterable[str], lease_seconds: int) -> Mapping[str, object]:
    longest = min(_LONGEST_JOB, max(2, lease_seconds - 1))
    return {
        "task_queues": [Queue(name, routing_key=name) for name in queues],
        "task_acks_late": True,
        "task_reject_on_worker_lost": False,
        "task_ignore_result": True,
        "task_time_limit": longest,
        "task_soft_time_limit": longest * 5 // 6,  # then a job is told to end, and fails
        "task_serializer": "json",
        "accept_content": ["json"],
        "worker_prefetch_multiplier": 1,
        "worker_max_tasks_per_child": 500,
        "worker_cancel_long_running_tasks_on_connection_loss": True,
        "worker_redirect_stdouts": False,
        "worker_send_task_events": False,
        "broker_connection_retry_on_startup": True,
        "broker_connection_max_retries": None,
        "broker_connection_timeout": _BROKER_SECONDS,
        "broker_transport_options": {
            "visibility_timeout": 300,
            "socket_timeout": _BROKER_SECONDS,
            "socket_connect_timeout": _BROKER_SECONDS,
            "socket_keepalive": True,
            "health_check_interval": 10,
        },
    }
