"""The four nations, whose bank holidays differ, and their working days."""

from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

import holidays

_SATURDAY = 5


class Nation(StrEnum):
    """Name the nation a council stands in; its value is ISO 3166-2 without "GB-"."""

    ENGLAND = "ENG"
    NORTHERN_IRELAND = "NIR"
    SCOTLAND = "SCT"
    WALES = "WLS"


@lru_cache(maxsize=64)
def bank_holidays(nation: Nation, year: int) -> frozenset[date]:
    """Give the bank holidays of a year (source: the `holidays` package, GB calendars)."""
    return frozenset(holidays.country_holidays("GB", subdiv=nation.value, years=year))


def is_working_day(day: date, nation: Nation, closures: AbstractSet[date] = frozenset()) -> bool:
    """Say whether the council works: no weekend, no bank holiday, no closure of its own."""
    if day.weekday() >= _SATURDAY or day in closures:
        return False
    return day not in bank_holidays(nation, day.year)


def working_day_from(day: date, nation: Nation, closures: AbstractSet[date] = frozenset()) -> date:
    """Give `day` itself when it is a working day, else the next one."""
    while not is_working_day(day, nation, closures):
        day += timedelta(days=1)
    return day


def add_working_days(
    day: date, *, count: int, nation: Nation, closures: AbstractSet[date] = frozenset()
) -> date:
    """Give the day that lies `count` working days after `day`, day 0."""
    for _ in range(count):
        day = working_day_from(day + timedelta(days=1), nation, closures)
    return day
