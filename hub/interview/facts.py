"""What the council knows and a question needs: handed to an interview, never looked up by it."""

from dataclasses import dataclass

from hub.catalogue.definition import Option


@dataclass(frozen=True, slots=True)
class Facts:
    """Hold what is known just now; an interview that is not told anything knows nothing.

    `free` are the days that can be booked, each an option whose id is the day (ISO).
    """

    free: tuple[Option, ...] = ()


NO_FACTS = Facts()
