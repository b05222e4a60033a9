"""Answers that are days."""

import re
from collections.abc import Mapping
from datetime import date

from hub.catalogue.definition import TODAY
from hub.interview.asking import Asking

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_PARTS = {"day": re.compile(r"[0-9]{1,2}"), "month": re.compile(r"[0-9]{1,2}")}
_PARTS["year"] = re.compile(r"[0-9]{4}")
# Outside these years a day is a slip of the hand: nobody alive was born before, nor plans beyond.
_FIRST_YEAR = 1850
_LAST_YEAR = 2199


def read_date(given: object, asking: Asking) -> str:
    """Read a day from its three parts, or written as 2026-11-22.

    :raises Problem: "date_incomplete" with the part that is missing or no number,
        "date_impossible" if no calendar has the day, "date_far" if nobody's calendar does, and
        "date_after", "date_before", "date_future" or "date_past" if it is out of bounds.
    """
    day, month, year = _parts(given, asking)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise asking.problem("date_far", part="year")
    try:
        read = date(year, month, day)
    except ValueError as error:
        raise asking.problem("date_impossible") from error
    return _within(read, asking).isoformat()


def write_date(value: object) -> Mapping[str, str]:
    """Give a kept day as a door hands it over."""
    found = _ISO.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return {}
    return {"day": str(int(found[3])), "month": str(int(found[2])), "year": found[1]}


def _parts(given: object, asking: Asking) -> tuple[int, int, int]:
    if isinstance(given, Mapping):
        day, month, year = (_part(given, part, asking) for part in _PARTS)
        return day, month, year
    found = _ISO.fullmatch(given.strip()) if isinstance(given, str) else None
    if found is None:
        raise asking.problem("date_incomplete")
    return int(found[3]), int(found[2]), int(found[1])


def _part(given: Mapping[str, object], part: str, asking: Asking) -> int:
    written = given.get(part)
    if not isinstance(written, str) or not _PARTS[part].fullmatch(written.strip()):
        raise asking.problem("date_incomplete", part=part)
    return int(written)


def _within(read: date, asking: Asking) -> date:
    earliest, latest = asking.limits.earliest, asking.limits.latest
    if earliest is not None and read < _day(earliest, asking):
        is_today = earliest == TODAY
        key = "date_future" if is_today else "date_after"
        raise asking.problem(key, day=_day(earliest, asking))
    if latest is not None and read > _day(latest, asking):
        is_today = latest == TODAY
        key = "date_past" if is_today else "date_before"
        raise asking.problem(key, day=_day(latest, asking))
    return read


def _day(bound: str, asking: Asking) -> date:
    return asking.asked_on if bound == TODAY else date.fromisoformat(bound)
