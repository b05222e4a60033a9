"""Working days: weekends, the nation's bank holidays and the council's own closures."""

from datetime import date

from hub.values import Nation
from hub.values.nation import add_working_days, bank_holidays, is_working_day, working_day_from


def test_the_nations_keep_different_holidays() -> None:
    easter_monday = date(2026, 4, 6)

    assert not is_working_day(easter_monday, Nation.WALES)
    assert is_working_day(easter_monday, Nation.SCOTLAND)
    assert date(2026, 6, 15) in bank_holidays(Nation.SCOTLAND, 2026)


def test_two_working_days_from_a_friday_before_a_bank_holiday_is_wednesday() -> None:
    friday = date(2026, 5, 1)

    assert add_working_days(friday, count=2, nation=Nation.WALES) == date(2026, 5, 6)


def test_a_closure_of_the_council_is_no_working_day() -> None:
    monday = date(2026, 11, 23)

    assert working_day_from(monday, Nation.WALES, {monday}) == date(2026, 11, 24)
