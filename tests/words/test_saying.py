"""Days and money as people say them."""

from datetime import date
from pathlib import Path

import pytest

from hub.values import Language
from hub.words import Words, say_date, say_money

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture(scope="module")
def words() -> Words:
    return Words.read(TEMPLATES)


def test_a_day_is_said_with_its_weekday_in_both_languages(words: Words) -> None:
    day = date(2026, 11, 24)

    assert say_date(words, day, Language.EN) == "Tuesday 24 November 2026"
    assert say_date(words, day, Language.CY) == "dydd Mawrth 24 Tachwedd 2026"
    assert say_date(words, day, Language.CY, with_weekday=False) == "24 Tachwedd 2026"


def test_every_month_and_weekday_has_its_name(words: Words) -> None:
    days = [date(2026, month, 20 + month % 7) for month in range(1, 13)]

    said = {say_date(words, day, language) for day in days for language in Language}

    assert len(said) == 24


@pytest.mark.parametrize(("pence", "said"), [(0, "£0"), (500, "£5"), (1205, "£12.05")])
def test_money_shows_pence_only_where_there_are_some(pence: int, said: str) -> None:
    assert say_money(pence, Language.EN) == said


def test_thousands_of_pounds_are_set_apart() -> None:
    assert say_money(125_000, Language.CY) == "£1,250"
