"""The promised day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.catalogue.definition import Deadline, Unit
from hub.promises import promise
from hub.values import Nation
from hub.values.nation import is_working_day
from tests.builders.councils import a_council

TWO_WORKING_DAYS = Deadline(2, Unit.WORKING_DAYS)


@pytest.mark.parametrize(
    ("asked_on", "answer_by"),
    [
        (date(2026, 11, 23), date(2026, 11, 25)),  # a Monday
        (date(2026, 11, 26), date(2026, 11, 30)),  # a Thursday, over a week-end
        (date(2026, 11, 28), date(2026, 12, 2)),  # a Saturday counts from Monday
        (date(2026, 12, 24), date(2026, 12, 30)),  # over Christmas, its Monday in lieu included
    ],
)
def test_two_working_days_are_counted_from_the_day_of_asking(
    asked_on: date, answer_by: date
) -> None:
    promised = promise(TWO_WORKING_DAYS, asked_on=asked_on, council=a_council())

    assert promised.answer_by == answer_by


def test_the_council_keeps_its_own_closures_and_its_nations_holidays() -> None:
    monday = date(2026, 11, 23)
    closed_tuesday = a_council(closures=frozenset({date(2026, 11, 24)}))
    scottish = a_council(nation=Nation.SCOTLAND)

    late = promise(TWO_WORKING_DAYS, asked_on=monday, council=closed_tuesday)
    st_andrew = promise(TWO_WORKING_DAYS, asked_on=date(2026, 11, 27), council=scottish)

    assert late.answer_by == date(2026, 11, 26)
    assert st_andrew.answer_by == date(2026, 12, 2)


@pytest.mark.parametrize(
    ("deadline", "answer_by"),
    [
        (Deadline(1, Unit.MONTHS), date(2027, 3, 1)),  # counted from Monday 1 February
        (Deadline(12, Unit.WEEKS), date(2027, 4, 26)),
        (Deadline(10, Unit.DAYS), date(2027, 2, 11)),
        (Deadline(13, Unit.MONTHS), date(2028, 3, 1)),
    ],
)
def test_calendar_terms_end_on_a_working_day(deadline: Deadline, answer_by: date) -> None:
    promised = promise(deadline, asked_on=date(2027, 1, 31), council=a_council())

    assert promised.day_zero == date(2027, 2, 1)
    assert promised.answer_by >= answer_by - timedelta(days=1)
    assert promised.answer_by == answer_by


@pytest.mark.parametrize(
    ("asked_on", "answer_by"),
    [
        (date(2028, 1, 31), date(2028, 2, 29)),  # a leap year
        (date(2029, 1, 31), date(2029, 2, 28)),
        (date(2026, 8, 31), date(2026, 10, 1)),  # a bank holiday: counted from 1 September
    ],
)
def test_a_month_ends_on_the_same_date_or_on_the_last_of_a_shorter_month(
    asked_on: date, answer_by: date
) -> None:
    promised = promise(Deadline(1, Unit.MONTHS), asked_on=asked_on, council=a_council())

    assert promised.answer_by == answer_by


@given(
    asked_on=st.dates(date(2024, 1, 1), date(2030, 1, 1)),
    count=st.integers(0, 40),
    unit=st.sampled_from([Unit.WORKING_DAYS, Unit.DAYS, Unit.WEEKS]),
)
def test_no_promise_falls_on_a_closed_day_or_before_the_asking(
    asked_on: date, count: int, unit: Unit
) -> None:
    promised = promise(Deadline(count, unit), asked_on=asked_on, council=a_council())

    assert is_working_day(promised.answer_by, Nation.WALES)
    assert promised.answer_by >= promised.day_zero >= asked_on
