"""From "12 months, remind 4 weeks before" to days in the calendar: pure."""

from datetime import date, timedelta

from hub.catalogue.definition import Lasting, Period, Unit
from hub.values.months import months_later

_IN_MONTHS = {Unit.MONTHS: 1, Unit.YEARS: 12}


def last_day(lasting: Lasting, *, since: date) -> date:
    """Give the last day on which it holds: a year from 25 November ends on 24 November."""
    return _moved(since, lasting.holds, by=1) - timedelta(days=1)


def reminder_day(lasting: Lasting, *, until: date) -> date:
    """Give the day from which its holder is reminded."""
    return _moved(until, lasting.remind, by=-1)


def _moved(day: date, period: Period, *, by: int) -> date:
    if period.unit in _IN_MONTHS:
        return months_later(day, by * period.count * _IN_MONTHS[period.unit])
    return day + timedelta(days=by * period.about_days)
