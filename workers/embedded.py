"""The small way to work: a few threads of this very process do the jobs; there is no broker."""

import threading
import time
from collections.abc import Mapping, Sequence
from queue import Full, Queue
from uuid import UUID

from hub.store import Database
from hub.store.jobs import Follows
from workers.delivery import Do, NotDelivered
from workers.relay import Relay

_PATIENCE_SECONDS = 5.0
_SECONDS_AT_THE_DOOR = 1.0
_OFFERED = 64  # ids in hand; the rest wait in their rows, where nothing can be lost


class Embedded:
    """Do jobs in threads; what is not begun when they stop stays open in its row."""

    def __init__(self, do: Do, *, threads: int = 2) -> None:
        self._do = do
        self._waiting: Queue[UUID | None] = Queue(_OFFERED)
        self._is_stopping = threading.Event()
        self._threads = [
            threading.Thread(target=self._work, name=f"job-{number}", daemon=True)
            for number in range(1, threads + 1)
        ]

    def start(self) -> None:
        """Begin to work."""
        for thread in self._threads:
            thread.start()

    def deliver(self, job_id: UUID, queue: str) -> None:
        """Take a job's id, and keep the relay waiting while too many wait already.

        Every queue ends in the same threads.
        :raises NotDelivered: if none was begun for a second, or the work is ending.
        """
        del queue
        if self._is_stopping.is_set():
            raise NotDelivered
        try:
            self._waiting.put(job_id, timeout=_SECONDS_AT_THE_DOOR)
        except Full as reason:
            raise NotDelivered from reason

    def is_empty(self) -> bool:
        """Say whether every id was taken by a thread."""
        return self._waiting.empty()

    def stop(self, patience: float = _PATIENCE_SECONDS) -> None:
        """Let the jobs that were begun come to their end, for some seconds, and begin no other."""
        self._is_stopping.set()
        deadline = time.monotonic() + patience
        while not self._waiting.empty():
            self._waiting.get_nowait()
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))

    def _work(self) -> None:
        while (job_id := self._waiting.get()) is not None:
            if not self._is_stopping.is_set():
                self._do(job_id)


class Workshop:
    """Do all the work of an installation in this process: one relay, and threads for its jobs."""

    def __init__(
        self, database: Database, do: Do, *, follows: Mapping[str, Sequence[Follows]]
    ) -> None:
        self._jobs = Embedded(do)
        self._relay = Relay(database, self._jobs, follows=follows)
        self._thread = threading.Thread(target=self._relay.run, name="relay", daemon=True)

    def start(self) -> None:
        """Begin to work."""
        self._jobs.start()
        self._thread.start()

    def stop(self) -> None:
        """End what was begun, for some seconds; the rest stays open in its rows."""
        self._relay.stop()
        self._thread.join(_PATIENCE_SECONDS)
        self._jobs.stop()
