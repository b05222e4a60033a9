"""From a deadline in words to a day in the calendar."""

from dataclasses import dataclass
from datetime import date, timedelta

from hub.catalogue.definition import Deadline, Unit
from hub.councils import Council
from hub.values.months import months_later
from hub.values.nation import add_working_days, working_day_from

_YEAR = 12
_IN_MONTHS = {Unit.MONTHS: 1, Unit.YEARS: _YEAR}
_IN_DAYS = {Unit.DAYS: 1, Unit.WEEKS: 7}


@dataclass(frozen=True, slots=True)
class Promise:
    """Hold the day from which we count and the day by which we answer, both local."""

    day_zero: date
    answer_by: date


def promise(deadline: Deadline, *, asked_on: date, council: Council) -> Promise:
    """Give the day promised to somebody who asked on `asked_on`, the council's own day.

    The day of asking is day 0. Asked when the council is closed, the next working day is day 0.
    Days, weeks and calendar months that end on a closed day run on to the next working day, as
    the rule for subject access does (one month, to the same date or the last day of the month).
    """
    zero = working_day_from(asked_on, council.nation, council.closures)
    if deadline.unit is Unit.WORKING_DAYS:
        last = add_working_days(
            zero, count=deadline.count, nation=council.nation, closures=council.closures
        )
    else:
        last = _calendar_end(zero, deadline)
    return Promise(zero, working_day_from(last, council.nation, council.closures))


def _calendar_end(zero: date, deadline: Deadline) -> date:
    if deadline.unit in _IN_MONTHS:
        return months_later(zero, deadline.count * _IN_MONTHS[deadline.unit])
    return zero + timedelta(days=deadline.count * _IN_DAYS[deadline.unit])
