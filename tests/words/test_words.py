"""Words by key, in every language."""

from pathlib import Path

import pytest

from hub.values import Language, Text
from hub.words import UnknownWords, Words, WordsRefused


def words_of(folder: Path, **sheets: str) -> Words:
    (folder / "words").mkdir()
    for name, written in sheets.items():
        (folder / "words" / f"{name}.yaml").write_text(written, encoding="utf-8")
    return Words.read(folder)


def test_words_are_said_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    words = words_of(tmp_path, page="top:\n  hello: {en: Hello, cy: Helo}")

    assert words.say("page.top.hello", Language.CY) == "Helo"
    assert words.keys() == {"page.top.hello"}


def test_place_holders_are_filled_each_in_its_own_language(tmp_path: Path) -> None:
    words = words_of(tmp_path, page='of: {en: "Of {what}", cy: "O {what}"}')

    said = words.text("page.of", what=Text({"en": "a bin", "cy": "fin"}))

    assert said == Text({"en": "Of a bin", "cy": "O fin"})


def test_what_a_resident_typed_is_never_read_as_a_place_holder(tmp_path: Path) -> None:
    words = words_of(tmp_path, page='of: {en: "Of {what}", cy: "O {what}"}')

    assert words.say("page.of", Language.EN, what="{secret} {0}") == "Of {secret} {0}"


def test_the_words_of_the_pages_are_read_too(tmp_path: Path) -> None:
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "start.yaml").write_text("go: {en: Go, cy: Ewch}", encoding="utf-8")

    assert Words.read(tmp_path).say("start.go", Language.CY) == "Ewch"


def test_words_that_nobody_wrote_are_refused_by_name(tmp_path: Path) -> None:
    words = words_of(tmp_path, page="hello: {en: Hello, cy: Helo}")

    with pytest.raises(UnknownWords, match=r"page\.goodbye"):
        words.say("page.goodbye", Language.EN)


def test_all_mistakes_are_told_at_once_with_file_line_and_key(tmp_path: Path) -> None:
    sheet = 'hello: {en: Hello}\nof: {en: "Of {what}", cy: "O {beth}"}\nplain: words\n'

    with pytest.raises(WordsRefused) as refused:
        words_of(tmp_path, page=sheet)

    first, second, third = refused.value.mistakes
    assert str(first).startswith("words/page.yaml:1: hello: The words in “cy” are missing.")
    assert (second.line, second.what) == (2, "The place-holders differ between the languages.")
    assert (third.line, third.key) == (3, "plain")


def test_the_same_key_in_two_files_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "page.yaml").write_text("a: {en: A, cy: A}", encoding="utf-8")

    with pytest.raises(WordsRefused, match="two files"):
        words_of(tmp_path, page="a: {en: A, cy: A}")
