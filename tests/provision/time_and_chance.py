"""The clock and the chance of a test: set, not met."""

import base64
import random
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from hub.values.chance import uuid_at

_MONDAY_MORNING = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


class SettableClock:
    """A clock that stands still until it is moved; hand it in wherever a `Clock` is wanted."""

    def __init__(self, moment: datetime = _MONDAY_MORNING) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        """Give the moment it shows."""
        return self.moment

    def now(self) -> datetime:
        """Give the moment it shows."""
        return self.moment

    def move(
        self,
        *,
        weeks: float = 0,
        days: float = 0,
        hours: float = 0,
        minutes: float = 0,
        **by: float,
    ) -> datetime:
        """Move it forward, or back by less than nothing, and give the new moment."""
        self.moment += timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, **by)
        return self.moment

    def set(self, moment: datetime) -> None:
        """Set it to a moment, which must have a zone."""
        self.moment = moment.astimezone(UTC)


class SeededChance:
    """Chance that gives the same again in the next run."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self._milliseconds = int(_MONDAY_MORNING.timestamp() * 1000)

    def digits(self, count: int) -> str:
        """Give `count` digits, the first never a nought."""
        return str(self._random.randrange(10 ** (count - 1), 10**count))

    def token(self) -> str:
        """Give a word that fits in an address or a cookie."""
        return base64.urlsafe_b64encode(self._random.randbytes(24)).decode()

    def salt(self) -> bytes:
        """Give 16 bytes."""
        return self._random.randbytes(16)

    def uuid(self) -> UUID:
        """Give an id that sorts after all given before."""
        self._milliseconds += 1
        return uuid_at(self._milliseconds, self._random.randbytes(10))


@pytest.fixture
def clock() -> SettableClock:
    """Give a clock that shows half past nine on a Monday, a working day in every nation."""
    return SettableClock()


@pytest.fixture
def chance() -> SeededChance:
    """Give chance that is the same in every run."""
    return SeededChance()
