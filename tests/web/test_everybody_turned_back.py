"""Whether everybody can use the pages on which something went wrong: axe, keyboard, language."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Page

from channels.app import make_app
from channels.pages import House
from hub.store import StoreAway
from tests.web.answers import EVERYTHING
from tests.web.broken import BrokenDatabase
from tests.web.shown import Show, serving
from tests.web.visitor import Visitor, finish


@pytest.mark.parametrize("language", ["en", "cy"])
def test_no_page_that_turns_somebody_back_shuts_anybody_out(
    visitor: Visitor, house: House, show: Show, axe: Callable[[Page], None], language: str
) -> None:
    finish(visitor, house, EVERYTHING)
    start = f"/{language}/report/try-everything"

    axe(show(f"{start}/post_to"))
    axe(show(f"{start}/delete"))
    for path, other in (("story", "draft"), ("check", "read")):
        page = show(f"{start}/{path}")
        page.eval_on_selector(f"main form:last-of-type [name={other}]", "it => it.value = 'other'")
        page.click("main form:last-of-type .button")
        axe(page)
        assert page.locator(".summary").count() == 1
    page = show(f"{start}/story")
    visitor.submit("try-everything", language)
    page.fill("textarea", "too late")
    page.click("main form:last-of-type .button")
    axe(page)
    axe(show(f"{start}/delete"))
    visitor.send(f"{start}/delete", {})
    axe(show(f"{start}/delete"))


def test_a_page_that_is_too_much_shuts_nobody_out(
    visitor: Visitor, house: House, show: Show, axe: Callable[[Page], None]
) -> None:
    finish(visitor, house, EVERYTHING)
    page = show("/en/report/try-everything/story")
    page.fill("textarea", "w" * 3_000_000)

    page.click("main form:last-of-type .button")

    assert page.title().startswith("Error: That is too much")
    axe(page)


@pytest.mark.parametrize("trouble", [StoreAway(), ZeroDivisionError()])
def test_no_page_of_a_fault_shuts_anybody_out(
    house: House, page: Page, axe: Callable[[Page], None], trouble: Exception
) -> None:
    fragile = BrokenDatabase(house.database)
    with serving(make_app(replace(house, database=fragile))) as address:
        page.goto(f"{address}/en/report/try-everything")
        page.click("main form .button")
        page.check("#answer")
        fragile.troubles.append(trouble)

        page.click("main form:last-of-type .button")
        axe(page)
        fragile.troubles.clear()
        page.click("main form .button")
        page.wait_for_url("**/colour")
        fragile.troubles.append(trouble)
        page.goto(f"{address}/en/report/try-everything/check")
        axe(page)


def test_the_enter_key_sends_the_answer_and_not_the_other_language(
    visitor: Visitor, house: House, show: Show
) -> None:
    finish(visitor, house, EVERYTHING)
    page = show("/en/report/try-everything/permit")
    page.fill("#answer", "1")
    page.press("#answer", "Enter")
    page.wait_for_selector("button.tongue")

    page.fill("#answer", "12345679")
    page.press("#answer", "Enter")

    page.wait_for_url("**/en/**/check")


def test_the_other_language_takes_along_what_is_typed_and_wrong(
    visitor: Visitor, house: House, show: Show
) -> None:
    finish(visitor, house, EVERYTHING)
    page = show("/en/report/try-everything/permit")
    page.fill("#answer", "1")
    page.click("main form:last-of-type .button")
    page.fill("#answer", "12")

    page.click("button.tongue")

    assert page.locator("html").get_attribute("lang") == "cy"
    assert page.input_value("#answer") == "12"


def test_the_eye_and_the_ear_begin_at_what_is_wrong(visitor: Visitor, show: Show) -> None:
    page = show(visitor.begin("try-everything"))

    page.click("main form .button")

    assert page.evaluate("document.activeElement.className") == "summary"
