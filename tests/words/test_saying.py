"""Days and money as people say them."""

import re
from datetime import date
from pathlib import Path

import pytest

from hub.values import Language
from hub.words import Words, say_date, say_date_after, say_money

GOLDEN = Path(__file__).parents[1] / "golden"
_UNSOFTENED = re.compile(r"\b([Aa]r|at|[Tt]an|[Oo]) dydd [A-Z]")
TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture(scope="module")
def words() -> Words:
    return Words.read(TEMPLATES)


def test_a_day_is_said_with_its_weekday_in_both_languages(words: Words) -> None:
    day = date(2026, 11, 24)

    assert say_date(words, day, Language.EN) == "Tuesday 24 November 2026"
    assert say_date(words, day, Language.CY) == "dydd Mawrth 24 Tachwedd 2026"
    assert say_date(words, day, Language.CY, with_weekday=False) == "24 Tachwedd 2026"


def test_a_day_is_softened_after_the_welsh_words_that_soften(words: Words) -> None:
    day = date(2026, 11, 24)

    assert say_date_after(words, day, Language.EN) == "Tuesday 24 November 2026"
    assert say_date_after(words, day, Language.CY) == "ddydd Mawrth 24 Tachwedd 2026"


def test_no_page_and_no_letter_has_an_unsoftened_day_after_a_word_that_softens() -> None:
    golden = [file for file in GOLDEN.rglob("*.cy.*") if file.suffix in {".html", ".txt"}]

    unsoftened = [file.name for file in golden if _UNSOFTENED.search(_one_line(file))]

    assert len(golden) > 20
    assert unsoftened == []


def _one_line(file: Path) -> str:
    return " ".join(file.read_text(encoding="utf-8").split())


def test_every_month_and_weekday_has_its_name(words: Words) -> None:
    days = [date(2026, month, 20 + month % 7) for month in range(1, 13)]

    said = {say_date(words, day, language) for day in days for language in Language}

    assert len(said) == 24


@pytest.mark.parametrize(("pence", "said"), [(0, "£0"), (500, "£5"), (1205, "£12.05")])
def test_money_shows_pence_only_where_there_are_some(pence: int, said: str) -> None:
    assert say_money(pence, Language.EN) == said


def test_thousands_of_pounds_are_set_apart() -> None:
    assert say_money(125_000, Language.CY) == "£1,250"
