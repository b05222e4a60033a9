"""What the council knows and a question needs: handed to an interview, never looked up by it."""

from dataclasses import dataclass

from hub.catalogue.definition import Option
from hub.values import Area


@dataclass(frozen=True, slots=True)
class Facts:
    """Hold what is known just now; an interview that is not told anything knows nothing.

    `free` are the days that can be booked, each an option whose id is the day (ISO). `area` is
    where the council is, as far as its gazetteer tells it.
    """

    free: tuple[Option, ...] = ()
    area: Area | None = None


NO_FACTS = Facts()
