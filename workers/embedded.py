"""The small way to work: a few threads of this very process do the jobs; there is no broker."""

import threading
import time
from collections.abc import Mapping, Sequence
from uuid import UUID

from hub.store import Database
from hub.store.jobs import Follows
from workers.delivery import Do
from workers.in_hand import InHand
from workers.relay import Relay

_PATIENCE_SECONDS = 5.0


class Embedded:
    """Do jobs in threads; what is not begun when they stop stays open in its row.

    One queue has all the threads but one, so that no work waits for the world of another.
    """

    def __init__(self, do: Do, *, threads: int = 2) -> None:
        self._do = do
        self._in_hand = InHand(most=max(1, threads - 1))
        self._threads = [
            threading.Thread(target=self._work, name=f"job-{number}", daemon=True)
            for number in range(1, threads + 1)
        ]

    def start(self) -> None:
        """Begin to work."""
        for thread in self._threads:
            thread.start()

    def deliver(self, job_id: UUID, queue: str) -> None:
        """Take a job's id; one that is in hand already is not taken again.

        :raises NotDelivered: if the work is ending.
        """
        self._in_hand.put(job_id, queue)

    def waiting(self) -> Mapping[str, int]:
        """Count the ids that no thread has begun, by queue."""
        return self._in_hand.waiting()

    def stop(self, patience: float = _PATIENCE_SECONDS) -> None:
        """Let the jobs that were begun come to their end, for some seconds, and begin no other."""
        deadline = time.monotonic() + patience
        self._in_hand.close()
        for thread in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))

    def _work(self) -> None:
        while (job_id := self._in_hand.begin()) is not None:
            self._do(job_id)
            self._in_hand.end(job_id)


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
