"""Somebody asks for a relative, in both languages, on a phone: pages, letter and look-up."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page

from tests.letters import reading
from tests.provision.browser import OpenPage
from tests.provision.installation import Install, Installation, install
from tests.provision.pictures import Album

__all__ = ["install"]

_ANSWERS: Mapping[str, str] = {
    "bin": "refuse",
    "sharps": "no",
    "out_by_seven": "yes",
    "tag": "no",
    "neighbours": "no",
    "assisted": "no",
    "for_whom": "somebody",
    "person": "Megan Price",
    "stands": "relative",
    "agreed": "agrees",
    "your_name": "Bea Morris",
    "answer_to": "person",
    "own_phone": "07700 900123",
    "answer_by": "letter",
    "write_here": "yes",
    "letter_size": "18",
    "language": "en",
}
_HOME = {"line1": "12 Heol y Bont", "town": "Aberwen", "postcode": "LL99 9YZ"}
_TYPE_IT = "main form button[value=typed]"
_SHOWN = {"for_whom", "person", "stands", "agreed", "ground", "answer_to", "own_phone"}


@pytest.fixture
def hub(install: Install) -> Installation:
    """Start a hub as `make run` does."""
    running = install()
    running.start_all()
    return running


@pytest.mark.parametrize("language", ["en", "cy"])
def test_somebody_asks_for_a_relative_who_is_written_to_and_both_can_look_it_up(
    hub: Installation,
    open_page: OpenPage,
    album: Album,
    axe: Callable[[Page], None],
    language: str,
) -> None:
    page = open_page()
    _answer_everything(page, hub, language, _ANSWERS, look=axe)
    axe(page)
    _press(page, "main form .button")
    reference, done = page.inner_text(".reference"), page.inner_text("main")
    axe(page)
    album.take(page, f"asked-for-another-phone-{language}")
    hub.settle()
    [letter] = hub.ledger.pdfs()
    said = reading.words(letter.read_bytes())
    _look_up(page, hub, language, reference, "07700900123")
    for_asker = page.inner_text("main")
    axe(page)
    _press(page, "main form[action$=leave] .button")
    _look_up(page, hub, language, reference, "ll999yz")
    for_person = page.inner_text("main")

    assert "Megan Price" in done
    assert "Dear Megan Price" in said
    assert "Bea Morris asked us for you." in said
    assert "07700" not in said
    assert "Megan Price" in for_asker
    assert "Bea Morris" in for_person
    assert "07700" not in for_person
    assert "Heol y Bont" not in for_asker + for_person
    hub.demand_sound([reference.replace(" ", "")])


def test_who_did_not_ask_the_person_is_told_that_it_came_and_nothing_about_them(
    hub: Installation, open_page: OpenPage, axe: Callable[[Page], None]
) -> None:
    page = open_page(scripts=True)
    answers = {**_ANSWERS, "agreed": "not_asked"}
    _answer_everything(page, hub, "en", answers)
    _press(page, "main form .button")
    reference = page.inner_text(".reference")
    hub.settle()
    [letter] = hub.ledger.pdfs()
    said = reading.words(letter.read_bytes())

    _look_up(page, hub, "en", reference, "ll999yz")

    found = page.inner_text("main")
    axe(page)
    assert "Being checked" in found
    assert "We ask them first whether they agree." in found
    assert "We passed it to this team" not in found
    assert "Dear Bea Morris" in said
    assert "What we were told" not in said


def _look_up(page: Page, hub: Installation, language: str, reference: str, fact: str) -> None:
    page.goto(f"{hub.url}/{language}/r/{reference.replace(' ', '')}")
    page.fill("#fact", fact)
    _press(page, "main .button")


def _press(page: Page, link: str) -> None:
    with page.expect_navigation():
        page.click(link)


def _answer_everything(
    page: Page,
    hub: Installation,
    language: str,
    answers: Mapping[str, str],
    *,
    look: Callable[[Page], None] | None = None,
) -> None:
    page.goto(f"{hub.url}/{language}/report/missed-bin")
    _press(page, "main .button")
    while not page.url.endswith("/check"):
        if page.locator(_TYPE_IT).count():
            _press(page, _TYPE_IT)
        question = page.url.rsplit("/", 1)[1]
        if look and question in _SHOWN:
            look(page)
        _answer(page, answers, question)
        _press(page, "main form .button")


def _answer(page: Page, answers: Mapping[str, str], question: str) -> None:
    if page.locator("main fieldset input[type=radio]").count():
        page.check(f"input[value='{answers[question]}']")
        return
    for box in page.locator("main input[type=text], main input[type=tel], main textarea").all():
        box.fill(_typed(answers, question, box.get_attribute("name") or ""))


def _typed(answers: Mapping[str, str], question: str, name: str) -> str:
    today = datetime.now(UTC)
    day = {"day": str(today.day), "month": str(today.month), "year": str(today.year)}
    return {**day, **_HOME}.get(name, answers.get(question, ""))
