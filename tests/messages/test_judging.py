"""A title that no text could carry is refused before anyone asks for the service."""

import shutil
from pathlib import Path

import pytest

from hub.catalogue import Catalogue
from hub.councils import Councils
from hub.files import Mistake
from hub.messages import judge_texts
from hub.words import Words
from tests.catalogue.written import BINS, TEMPLATES, a_folder

_TITLE = next(line for line in BINS.splitlines() if line.startswith("title:"))


def refused(
    folder: Path, *, english: str, welsh: str, more: str = "", words: Path = TEMPLATES
) -> tuple[Mistake, ...]:
    bins = BINS.replace(_TITLE, f'title: {{en: "{english}", cy: "{welsh}"}}') + more
    templates = a_folder(folder, bins=bins)
    councils = Councils.read(templates / "councils")
    judges = [judge_texts(Words.read(words))]
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


def test_a_title_must_do_beside_the_longest_name_that_a_council_has(tmp_path: Path) -> None:
    (mistake,) = refused(tmp_path, english="a" * 32, welsh="ŵ" + "b" * 33)

    assert "sent in 7 parts" in mistake.what


def test_each_text_about_a_permit_is_counted_too(tmp_path: Path) -> None:
    words = _with_words(tmp_path / "words", "To renew it", "a" * 900)
    lasts = "lasts: {holds: 12 months, remind: 4 weeks}\n"

    without = refused(tmp_path / "one", english="Bin", welsh="Bin arall", words=words)
    mistakes = refused(tmp_path / "two", english="Bin", welsh="Bin arall", more=lasts, words=words)

    assert without == ()
    assert [mistake.key for mistake in mistakes] == ["title"]


def test_a_text_that_could_not_be_known_again_is_refused(tmp_path: Path) -> None:
    words = _with_words(tmp_path / "words", "Reference {reference}.", "")
    words = _with_words(words, "Cyfeirnod {reference}.", "")

    english, welsh = refused(tmp_path, english="Bin", welsh="Bin arall", words=words)

    assert {english.file, welsh.file} == {"words/texts.yaml"}
    assert {english.remedy, welsh.remedy} == {
        "Write {reference} in en.",
        "Write {reference} in cy.",
    }


def _with_words(templates: Path, there: str, instead: str) -> Path:
    """Copy the words, with one passage of those of texts exchanged."""
    if not templates.exists():
        shutil.copytree(TEMPLATES / "words", templates / "words")
    file = templates / "words" / "texts.yaml"
    said = file.read_text(encoding="utf-8")
    assert there in said
    file.write_text(said.replace(there, instead), encoding="utf-8")
    return templates
