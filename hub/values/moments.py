"""The three moments of a request, and the clock that gives them.

A resident's clock runs from when they asked, never from when we got round to it: a letter counts
from its postmark, else from the stamp of its receipt.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Give the moment now, aware, in UTC."""
    return datetime.now(UTC)


class AskedSource(StrEnum):
    """Say how we know when somebody asked."""

    SENT = "sent"
    CALL = "call"
    SAID = "said"
    POSTMARK = "postmark"
    STAMP = "stamp"


@dataclass(frozen=True, slots=True)
class Moments:
    """Hold when it was asked, when it reached us and when we wrote it down; all UTC.

    :raises ValueError: if one of them has no zone.
    """

    asked_at: datetime
    asked_source: AskedSource
    received_at: datetime
    recorded_at: datetime

    def __post_init__(self) -> None:
        """Refuse moments without a zone."""
        if not all(m.tzinfo for m in (self.asked_at, self.received_at, self.recorded_at)):
            raise ValueError(self)

    @classmethod
    def sent_now(cls, now: datetime) -> "Moments":
        """Give the moments of a request that was sent and received in the same breath."""
        return cls(now, AskedSource.SENT, now, now)

    def asked_on(self, timezone: ZoneInfo) -> date:
        """Give the council's local day on which it was asked."""
        return self.asked_at.astimezone(timezone).date()
