"""How a job's id comes to whoever does it: what the relay needs of either way of working."""

from collections.abc import Mapping
from typing import Protocol
from uuid import UUID

from hub.errors import TryAgain


class NotDelivered(TryAgain):
    """Say that nobody could take the job's id just now; its row waits and is offered again."""

    key = "not_delivered"


class Courier(Protocol):
    """Carry job ids to whoever works; an id may get lost on the way, or come twice."""

    def deliver(self, job_id: UUID, queue: str) -> None:
        """Hand an id over within seconds, or not at all.

        :raises NotDelivered: if nobody takes it.
        """

    def waiting(self) -> Mapping[str, int]:
        """Count the ids that nobody has taken yet, by queue; a queue that was emptied may lack.

        What is still open of an empty queue was lost, or is being done.

        :raises NotDelivered: if nobody can be asked.
        """


class Do(Protocol):
    """Do a job by its id, whatever becomes of it; nothing is raised."""

    def __call__(self, job_id: UUID, /) -> None:
        """Do it, unless it was done or somebody else is at it."""
