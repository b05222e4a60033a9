"""Days that can be booked: on which weekdays, for how many, how soon and how far ahead."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hub.catalogue.definition.terms import Period

_INWARD = 3  # letters and digits of a postcode's second half


class Weekday(StrEnum):
    """Name a day of the week as the files write it."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"

    @classmethod
    def of(cls, day: date) -> "Weekday":
        """Give the weekday of a day."""
        return tuple(cls)[day.weekday()]


@dataclass(frozen=True, slots=True)
class BookingRound:
    """Be one round of a crew: on these weekdays it has so many places a day.

    `postcodes` are beginnings of the postcodes it serves: a whole outward code ("SA1"), or one and
    the beginning of an inward code after a space ("SA1 8"); none means all.
    """

    id: str
    on: tuple[Weekday, ...]
    places: int
    postcodes: tuple[str, ...] = ()

    def serves(self, postcode: str) -> bool:
        """Say whether it comes to a postcode, written in any way."""
        plain = "".join(postcode.split()).upper()
        return not self.postcodes or any(_is_in(area, plain) for area in self.postcodes)


def _is_in(area: str, plain: str) -> bool:
    """Compare the outward code whole: SA18 is another town than SA1."""
    outward, _, inward = area.partition(" ")
    return plain[:-_INWARD] == outward and plain[-_INWARD:].startswith(inward)


@dataclass(frozen=True, slots=True)
class Booking:
    """Say which days a question offers: `notice` working days from today on, up to `horizon`."""

    notice: int
    horizon: Period
    rounds: tuple[BookingRound, ...]
