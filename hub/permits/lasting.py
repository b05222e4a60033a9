"""From "12 months, remind 4 weeks before" to days in the calendar: pure."""

from datetime import date, timedelta

from hub.catalogue.definition import Lasting


def last_day(lasting: Lasting, *, since: date) -> date:
    """Give the last day on which it holds: a year from 25 November ends on 24 November."""
    return lasting.holds.from_day(since) - timedelta(days=1)


def reminder_day(lasting: Lasting, *, until: date) -> date:
    """Give the day from which its holder is reminded."""
    return lasting.remind.before_day(until)
