"""A service's file changes while a resident is at its questions."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Page

from channels.pages import House
from hub.catalogue import Catalogue
from tests.web.answers import EVERYTHING
from tests.web.shown import Show
from tests.web.visitor import Visitor, finish, said

_START = "/en/report/try-everything"
_MARK = "This question has changed since you answered it."
_MAREC = "Mae&#39;r cwestiwn hwn wedi newid ers i chi ei ateb."

Replace = Callable[..., None]


@pytest.fixture
def replace_words(app: Flask, house: House, two_councils: Path, tmp_path: Path) -> Replace:
    """Give what replaces words in the service's file, and the catalogue by what it says then."""

    def rewrite(*pairs: tuple[str, str]) -> None:
        newer = tmp_path / "newer"
        (newer / "services").mkdir(parents=True)
        for file in (two_councils / "services").iterdir():
            written = file.read_text(encoding="utf-8")
            for old, new in pairs if file.stem == "try-everything" else ():
                assert old in written, old
                written = written.replace(old, new)
            (newer / "services" / file.name).write_text(written, encoding="utf-8")
        for name in ("councils", "letters"):
            (newer / name).symlink_to(two_councils / name)
        catalogue = Catalogue.read(newer, house.councils)
        app.extensions["house"] = replace(house, catalogue=catalogue)

    return rewrite


_NONE_IS_GONE = (
    "      - {id: none, say: {en: It has no lid, cy: Nid oes caead}}\n",
    "      - {id: blue, say: {en: Blue, cy: Glas}}\n",
)
_STOP = ("when: {colour: none}", "when: {colour: brown}")
_OTHER_WORDS = ("What happened?", "What happened to it?")


def test_what_cannot_stay_is_asked_again_with_a_mark_that_goes_when_it_is_answered(
    visitor: Visitor, house: House, replace_words: Replace
) -> None:
    finish(visitor, house, EVERYTHING)
    replace_words(_NONE_IS_GONE, _STOP)

    asked = visitor.onward(visitor.open(f"{_START}/check"))
    page = visitor.open(asked).text
    after = visitor.answer(asked, said("blue"))

    assert asked == f"{_START}/colour"
    assert _MARK in page
    assert after == f"{_START}/check"
    assert _MARK not in visitor.open(f"{_START}/check").text
    assert _MARK not in visitor.open(asked).text


@pytest.mark.parametrize(("language", "mark"), [("en", _MARK), ("cy", _MAREC)])
def test_an_answer_whose_question_was_reworded_is_marked_in_the_summary_and_at_the_question(
    visitor: Visitor, house: House, replace_words: Replace, language: str, mark: str
) -> None:
    finish(visitor, house, EVERYTHING)
    replace_words(_OTHER_WORDS)
    start = f"/{language}/report/try-everything"

    check, question = (visitor.open(f"{start}/{page}").text for page in ("check", "story"))
    visitor.answer(f"{start}/story", said("It fell over"))
    others = [visitor.open(f"{start}/{page}").text for page in ("check", "story", "hurt")]

    assert check.count(mark) == 1
    assert question.count(mark) == 1
    assert not any(mark in page for page in others)


def test_who_sends_what_was_read_before_the_words_changed_reads_it_again(
    visitor: Visitor, house: House, replace_words: Replace
) -> None:
    finish(visitor, house, EVERYTHING)
    visitor.open(f"{_START}/check")
    replace_words(_OTHER_WORDS)

    turned_back = visitor.send(f"{_START}/send", {})
    sent = visitor.send(f"{_START}/send", {})

    assert turned_back.status_code == 409
    assert _MARK in turned_back.text
    assert sent.headers["Location"] == f"{_START}/done"


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_mark_shuts_nobody_out(
    visitor: Visitor,
    house: House,
    replace_words: Replace,
    show: Show,
    axe: Callable[[Page], None],
    language: str,
) -> None:
    finish(visitor, house, EVERYTHING)
    replace_words(_OTHER_WORDS)

    for path in ("check", "story"):
        axe(show(f"/{language}/report/try-everything/{path}"))
