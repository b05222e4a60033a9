"""Spans of time as the files write them: "2 working days", "6 weeks"."""

import re
from collections.abc import Callable

from hub.catalogue.definition import Deadline, Period, Unit
from hub.files import Fields

_SPAN = re.compile(r"([1-9][0-9]{0,3}) (working day|day|week|month|year)s?")


def read_period(fields: Fields, name: str, *, stand_in: Period) -> Period:
    """Read a span that is not counted in working days."""
    return fields.parsed(name, period, stand_in=stand_in)


def deadline(written: str) -> Deadline:
    """Make a deadline of words.

    :raises ValueError: if they are none.
    """
    return Deadline(*span(written, lambda unit: unit is not Unit.YEARS))


def period(written: str) -> Period:
    """Make a period of words.

    :raises ValueError: if they are none.
    """
    return Period(*span(written, lambda unit: unit is not Unit.WORKING_DAYS))


def span(written: str, fits: Callable[[Unit], bool]) -> tuple[int, Unit]:
    """Make a count and a unit that fits of words.

    :raises ValueError: if they are none.
    """
    found = _SPAN.fullmatch(written)
    unit = Unit(f"{found[2]}s") if found else None
    if not found or not unit or not fits(unit):
        raise ValueError(written)
    return int(found[1]), unit
