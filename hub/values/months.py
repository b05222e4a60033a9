"""Months in the calendar: the same date, or the last day of a shorter month."""

from calendar import monthrange
from datetime import date

_YEAR = 12


def months_later(day: date, count: int) -> date:
    """Give the day so many calendar months later, or earlier where the count is below nought."""
    years, month = divmod(day.month - 1 + count, _YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
