"""The ids that this process was told of: some wait, some are being done, and none is both.

One kind of work never has all the threads: while a mail server is slow, requests are routed.
"""

import threading
from collections import Counter
from collections.abc import Mapping
from uuid import UUID

from workers.delivery import NotDelivered


class InHand:
    """Hold ids until a thread begins them, the longest waiting first; `most` of a queue at once."""

    def __init__(self, *, most: int) -> None:
        self._most = most
        self._waiting: dict[UUID, str] = {}
        self._begun: dict[UUID, str] = {}
        self._is_closed = False
        self._changed = threading.Condition()

    def put(self, job_id: UUID, queue: str) -> None:
        """Let an id wait; one that waits or is being done here already is left as it is.

        :raises NotDelivered: if nothing is begun any more.
        """
        with self._changed:
            if self._is_closed:
                raise NotDelivered
            if job_id not in self._begun:
                self._waiting.setdefault(job_id, queue)
                self._changed.notify()

    def begin(self) -> UUID | None:
        """Give the id to do next, once there is one; None when nothing is begun any more."""
        with self._changed:
            while not self._is_closed:
                job_id = self._first()
                if job_id is not None:
                    self._begun[job_id] = self._waiting.pop(job_id)
                    return job_id
                self._changed.wait()
        return None

    def end(self, job_id: UUID) -> None:
        """Let go of an id that was begun, whatever became of it."""
        with self._changed:
            del self._begun[job_id]
            self._changed.notify()

    def close(self) -> None:
        """Let go of what waits, and let nothing be begun any more."""
        with self._changed:
            self._is_closed = True
            self._waiting.clear()
            self._changed.notify_all()

    def waiting(self) -> Mapping[str, int]:
        """Count the ids that wait, by queue."""
        with self._changed:
            return Counter(self._waiting.values())

    def _first(self) -> UUID | None:
        busy = {queue for queue, n in Counter(self._begun.values()).items() if n >= self._most}
        free = (job_id for job_id, queue in self._waiting.items() if queue not in busy)
        return next(free, None)
