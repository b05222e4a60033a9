"""A title that no text could carry is refused before anyone asks for the service."""

from pathlib import Path

import pytest

from hub.catalogue import Catalogue
from hub.councils import Councils
from hub.files import Mistake
from hub.messages import judge_texts
from hub.words import Words
from tests.catalogue.written import BINS, TEMPLATES, a_folder

_TITLE = next(line for line in BINS.splitlines() if line.startswith("title:"))


def refused(folder: Path, *, english: str, welsh: str) -> tuple[Mistake, ...]:
    bins = BINS.replace(_TITLE, f'title: {{en: "{english}", cy: "{welsh}"}}')
    templates = a_folder(folder, bins=bins)
    councils = Councils.read(templates / "councils")
    judges = [judge_texts(Words.read(TEMPLATES))]
    return Catalogue.check(templates, councils, letters={"received"}, judges=judges)


@pytest.mark.parametrize("welsh", ["Bin heb ei wagio", "Sŵn", "S\u0175n yn y t\u0177"])
def test_a_short_title_will_do_whatever_its_letters(tmp_path: Path, welsh: str) -> None:
    assert refused(tmp_path, english="Missed bin", welsh=welsh) == ()


def test_a_long_plain_title_will_do(tmp_path: Path) -> None:
    assert refused(tmp_path, english="a" * 80, welsh="b" * 80) == ()


def test_a_long_title_with_wide_letters_is_refused_with_the_letters(tmp_path: Path) -> None:
    (mistake,) = refused(tmp_path, english="a" * 80, welsh="\u0175" + "b" * 80)

    assert mistake.key == "title"
    assert "phones take 6" in mistake.what
    assert "without “\u0175”" in mistake.remedy


def test_a_title_without_an_end_is_refused(tmp_path: Path) -> None:
    (mistake,) = refused(tmp_path, english="a" * 500, welsh="b" * 500)

    assert mistake.remedy == "Write a shorter title."
