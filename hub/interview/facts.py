"""What the council knows and a question needs: handed to an interview, never looked up by it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from hub.catalogue.definition import Due, Option
from hub.interview.answers import Value
from hub.values import Area, Text


@dataclass(frozen=True, slots=True)
class LastDue:
    """Be when a bin was last due at a property, how that lies to now, and its next day.

    `said` are the days in words, by the names that a definition has for them.
    """

    due: Due
    day: date
    said: Mapping[str, Text]

    @property
    def kept(self) -> Value:
        """Give it as a case keeps it."""
        return {"due": self.due.value, "day": self.day.isoformat()}


@dataclass(frozen=True, slots=True)
class Facts:
    """Hold what is known just now; an interview that is not told anything knows nothing.

    `free` are the days that can be booked, each an option whose id is the day (ISO). `collected`
    tells by UPRN and the council's word for a bin. `told` are the hours of a collection in words.
    `area` is where the council is, as far as its gazetteer tells it.
    """

    free: tuple[Option, ...] = ()
    collected: Mapping[tuple[str, str], LastDue] = field(default_factory=dict)
    told: Mapping[str, Text] = field(default_factory=dict)
    area: Area | None = None


NO_FACTS = Facts()
