"""Photos and documents in a real browser: chosen, shown, removed, sent; for everybody."""

from collections.abc import Callable

import pytest
from playwright.sync_api import FilePayload, Page
from sqlalchemy import select

from channels.pages import House
from hub.enclosures import Enclosure
from tests.builders import files
from tests.provision.browser import OpenPage
from tests.provision.pictures import Album
from tests.web.answers import EVERYTHING
from tests.web.conftest import At
from tests.web.shown import Show
from tests.web.visitor import Visitor

_PHOTO = FilePayload(name="Llun o'r bin.jpg", mimeType="image/jpeg", buffer=files.a_photo(800, 600))
_PAPER = FilePayload(name="letter.pdf", mimeType="application/pdf", buffer=files.a_document(3))
_LONG = FilePayload(name="a" * 300 + ".jpg", mimeType="image/jpeg", buffer=files.a_photo(90, 900))
_DRAWING = FilePayload(name="drawing.svg", mimeType="image/svg+xml", buffer=files.SVG)


def _press(page: Page, button: str) -> None:
    with page.expect_navigation():
        page.click(button)


def _add(page: Page, *chosen: FilePayload) -> None:
    page.set_input_files("#files", chosen)
    _press(page, "main form#ask .acts .button")


def _is_without_side_scrolling(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_a_photo_and_a_document_are_shown_and_one_is_taken_back(
    at: At, show: Show, axe: Callable[[Page], None], album: Album
) -> None:
    page = show(at("picture"))
    axe(page)
    album.take(page, "files-none-phone")

    _add(page, _PHOTO, _PAPER)
    axe(page)
    album.take(page, "files-two-phone")
    added = page.inner_text(".sent-files")
    widths = page.eval_on_selector_all(".sent-files img", "all => all.map(one => one.naturalWidth)")
    _press(page, ".sent-files li:first-child button")
    kept = page.inner_text(".sent-files")

    assert "Llun o'r bin.jpg" in added
    assert "PDF, 3 pages" in added
    assert all(width > 0 for width in widths)
    assert kept.startswith("letter.pdf")
    assert "Llun o'r bin.jpg" not in kept


def test_what_is_left_of_it_goes_with_the_request(
    visitor: Visitor, at: At, house: House, show: Show
) -> None:
    page = show(at("picture"))
    _add(page, _PHOTO, _PAPER)
    _press(page, ".sent-files li:first-child button")
    _press(page, "main form#ask .acts .button")
    after = page.url

    visitor.answer_until("/en/report/try-everything/drawing", EVERYTHING)
    page.goto(f"{page.url.rpartition('/')[0]}/check")
    check = page.inner_text("main")
    _press(page, "main form .button")

    assert after.endswith("/drawing")
    assert "Documents sent: 1" in check
    assert "Photos and documents that we received with it: 1" in page.inner_text("main")
    with house.database.reading("aberwen") as session:
        of_a_case = Enclosure.case_id.is_not(None)
        [kind] = session.sql.scalars(select(Enclosure.kind).where(of_a_case)).all()
        assert kind == "application/pdf"


@pytest.mark.parametrize("language", ["en", "cy"])
def test_what_is_wrong_is_shown_to_everybody_and_fits_on_a_phone(
    at: At, show: Show, axe: Callable[[Page], None], album: Album, language: str
) -> None:
    page = show(at("picture").replace("/en/", f"/{language}/"))

    _add(page, _LONG, _DRAWING, _PAPER)

    axe(page)
    album.take(page, f"files-wrong-phone-{language}")
    assert page.locator(".sent-files li").count() == 2
    assert "drawing.svg" in page.inner_text(".summary")
    assert _is_without_side_scrolling(page)


def test_all_of_it_goes_without_scripts_and_by_keyboard(
    visitor: Visitor, at: At, served: str, open_page: OpenPage
) -> None:
    page = open_page(scripts=False)
    address = at("picture")
    cookie = visitor.client.get_cookie("hub")
    assert cookie is not None
    page.context.add_cookies([{"name": "hub", "value": cookie.value, "url": served}])
    page.goto(served + address)

    page.set_input_files("#files", [_PHOTO])
    page.focus("button[name=add]")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    added = page.locator(".sent-files li").count()
    page.focus(".sent-files button")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert added == 1
    assert page.locator(".sent-files li").count() == 0
    assert page.locator("input[name=later]").count() == 1
