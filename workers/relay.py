"""The relay: what happened becomes jobs, and jobs that are due are told to whoever works.

It alone speaks to the broker. Nothing it holds in its head matters: killed at any moment, it
begins again from the rows.
"""

import threading
from collections import deque
from collections.abc import Mapping, Sequence

import structlog

from hub.store import Database, jobs
from hub.store.jobs import Follows, Ready
from workers.delivery import Courier

_log = structlog.get_logger(__name__)

_TURN_SECONDS = 0.2
_FIRST_WAIT = 0.5
_LONGEST_WAIT = 10.0
_ENOUGH = 400  # ids of a queue that wait to be taken; the others wait in their rows, for their turn
_MOST_FAILURES = 10  # beyond it the wait is the longest anyway


class Relay:
    """Hand on what is open, turn after turn, until it is told to stop."""

    def __init__(
        self,
        database: Database,
        courier: Courier,
        *,
        follows: Mapping[str, Sequence[Follows]],
    ) -> None:
        self._database = database
        self._courier = courier
        self._follows = follows
        self._undelivered: deque[Ready] = deque()
        self._is_stopping = threading.Event()

    def run(self) -> None:
        """Turn until `stop`; database and broker may go away and come back meanwhile."""
        failures = 0
        while not self._is_stopping.is_set():
            try:
                wait = 0.0 if self.turn() else _TURN_SECONDS
                failures = 0
            except Exception as error:  # noqa: BLE001 (the outermost door of the relay: it never ends by itself)
                wait = min(_FIRST_WAIT * 2**failures, _LONGEST_WAIT)
                failures = min(failures + 1, _MOST_FAILURES)
                _log.warning("relay waits", seconds=wait, exc_info=error)
            self._is_stopping.wait(wait)

    def turn(self) -> int:
        """Hand on what is open now, and give how much that was.

        :raises TryAgain: if the database or whoever works is away.
        """
        if self._undelivered:
            return self._deliver_all()
        if self._is_idle():
            return 0
        expanded = self._expand()
        self._take_ready()
        return expanded + self._deliver_all()

    def stop(self) -> None:
        """Make `run` come to its end; from any thread."""
        self._is_stopping.set()

    def _is_idle(self) -> bool:
        with self._database.reading_all() as session:
            return not jobs.is_work_waiting(session, self._follows)

    def _expand(self) -> int:
        with self._database.all_councils() as session:
            return jobs.expand(session, self._follows)

    def _take_ready(self) -> None:
        waiting = self._courier.waiting()
        laden = {queue for queue, ids in waiting.items() if ids}
        full = {queue for queue, ids in waiting.items() if ids >= _ENOUGH}
        with self._database.all_councils() as session:
            self._undelivered.extend(jobs.publish(session, laden=laden, full=full))

    def _deliver_all(self) -> int:
        delivered = 0
        while self._undelivered and not self._is_stopping.is_set():
            self._courier.deliver(self._undelivered[0].id, self._undelivered[0].queue)
            self._undelivered.popleft()
            delivered += 1
        return delivered
