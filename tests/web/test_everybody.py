"""Whether everybody can use the pages: axe in a real browser, keyboard, zoom, no scripts."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from channels.pages import House
from tests.provision.browser import OpenPage
from tests.provision.pictures import Album
from tests.web.answers import EVERYTHING
from tests.web.shown import Show
from tests.web.visitor import Visitor, finish
from tests.web.walking import WAYS, walk

_WORDS = re.compile(
    r">[^<>]+<|(?:value|title|for|href|hreflang|lang|action|formaction|content|aria-label)=\"[^\"]+\""
)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_no_page_of_a_request_shuts_anybody_out(
    visitor: Visitor, house: House, show: Show, axe: Callable[[Page], None], language: str
) -> None:
    finish(visitor, house, EVERYTHING)

    for path in EVERYTHING:
        axe(show(f"/{language}/report/try-everything/{path}"))


@pytest.mark.parametrize("language", ["en", "cy"])
def test_no_page_around_a_request_shuts_anybody_out(
    visitor: Visitor, house: House, show: Show, axe: Callable[[Page], None], language: str
) -> None:
    start = f"/{language}/report/try-everything"
    for path in (f"/{language}/", f"/{language}/track", f"/{language}/nothing", start):
        axe(show(path))
    finish(visitor, house, EVERYTHING)
    for path in (f"{start}/check", start):
        axe(show(path))
    visitor.submit("try-everything", language)
    page = show(f"{start}/done")
    axe(page)
    reference = page.inner_text(".reference")

    page = show(f"/{language}/track")
    for fact in ("LL99 9AB", "LL99 9AA"):
        page.fill("#reference", reference)
        page.fill("#fact", fact)
        page.click("main button")
        axe(page)
    page.fill("#note", "\u202e")
    page.click("#add button")
    axe(page)
    assert page.locator(".summary").count() == 1


@pytest.mark.parametrize("language", ["en", "cy"])
def test_no_page_that_says_what_is_wrong_shuts_anybody_out(
    visitor: Visitor, house: House, show: Show, axe: Callable[[Page], None], language: str
) -> None:
    finish(visitor, house, EVERYTHING)
    untick = "document.querySelectorAll('main :checked').forEach(one => one.checked = false)"

    for path in ("hurt", "story", "permit", "worth", "since", "home", "picture", "label"):
        page = show(f"/{language}/report/try-everything/{path}")
        for box in page.locator(
            "main input:not([type=radio], [type=checkbox], [type=hidden], [type=file])"
        ).all():
            box.fill("\u202e")
        page.locator("main textarea").evaluate_all("all => all.forEach(one => one.value = '')")
        page.evaluate(untick)
        page.click("main form:last-of-type .button")

        axe(page)
        assert page.locator(".summary").count() == 1


def test_no_page_of_the_library_shuts_anybody_out_in_either_language(
    visitor: Visitor, house: House, show: Show, axe: Callable[[Page], None]
) -> None:
    """Each shape of a page is judged once, the shapes by turns in English and in Welsh.

    A page whose words are missing in one language has another shape there, and is judged in it.
    """
    judged = set[str]()

    for way in WAYS:
        for address in walk(visitor, house, way, "en"):
            both = (address, address.replace("/en/", "/cy/", 1))
            shapes = [_WORDS.sub("", visitor.open(one).text) for one in both]
            turn = len(judged) % 2
            if shapes[turn] not in judged:
                axe(show(both[turn]))
            if shapes[1 - turn] != shapes[turn] and shapes[1 - turn] not in judged:
                axe(show(both[1 - turn]))
            judged.update(shapes)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_with_a_visitors_own_colours_everything_to_press_has_an_edge(
    visitor: Visitor, show: Show, album: Album, scheme: str
) -> None:
    first = visitor.begin("try-everything")

    for number, path in enumerate(("/cy/", first, "/en/track")):
        page = show(path)
        page.emulate_media(forced_colors="active", color_scheme=scheme)  # type: ignore[arg-type] # one of its two words
        album.take(page, f"own-colours/{scheme}-{number}")
        edges = page.locator("main .button, main .input").evaluate_all(
            "all => all.map(one => getComputedStyle(one).borderTopStyle)"
        )

        assert set(edges) <= {"solid"}, path


def test_a_summary_leads_to_the_field_that_is_wrong(visitor: Visitor, show: Show) -> None:
    first = visitor.begin("try-everything")
    page = show(first)
    page.click("main button")

    page.click(".summary a")

    assert page.evaluate("document.activeElement.id") == "answer"
    assert page.title().startswith("Error: ")


def test_a_question_can_be_answered_with_the_keyboard_alone(visitor: Visitor, show: Show) -> None:
    first = visitor.begin("try-everything")
    page = show(first)

    page.keyboard.press("Tab")
    skip = page.evaluate("document.activeElement.className")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.wait_for_url("**/colour")
    assert skip == "skip"


@pytest.mark.parametrize("width", [320, 390, 640, 1280])
def test_no_page_has_to_be_pushed_sideways(
    visitor: Visitor, house: House, served: str, open_page: OpenPage, width: int
) -> None:
    finish(visitor, house, EVERYTHING)
    page = open_page(width=width)
    cookie = visitor.client.get_cookie("hub")
    assert cookie is not None
    page.context.add_cookies([{"name": "hub", "value": cookie.value, "url": served}])
    paths = ["/cy/", "/cy/track", "/cy/nothing", "/cy/report/try-everything"]
    paths += [f"/cy/report/try-everything/{path}" for path in ("home", "since", "check")]

    for path in paths:
        page.goto(served + path)

        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_everything_to_press_is_large_enough_for_a_thumb(
    visitor: Visitor, house: House, show: Show
) -> None:
    finish(visitor, house, EVERYTHING)

    for path in ("hurt", "home", "check"):
        page = show(f"/en/report/try-everything/{path}")
        for target in page.locator("a:visible, button:visible, input:visible").all():
            box = target.bounding_box()
            assert box is not None
            assert box["height"] >= 24, target.evaluate("it => it.outerHTML")


def test_the_browsers_back_and_forward_lose_nothing(visitor: Visitor, show: Show) -> None:
    first = visitor.begin("try-everything")
    page = show(first)
    page.check("#answer")
    page.click("main button")
    page.check("#answer-2")
    page.click("main button")
    page.wait_for_url("**/smells")

    page.go_back()
    colour = page.locator(":checked").get_attribute("value")
    page.go_back()
    hurt = page.locator(":checked").get_attribute("value")
    page.go_forward()
    page.click("main button")

    assert (hurt, colour) == ("yes", "brown")
    assert page.url.endswith("/smells")


def test_a_double_click_sends_one_request(visitor: Visitor, house: House, show: Show) -> None:
    finish(visitor, house, EVERYTHING)
    page = show("/en/report/try-everything/check")

    page.dblclick("main form:last-of-type .button")
    page.wait_for_url("**/done")

    assert page.inner_text(".reference")


def test_nothing_on_a_page_is_refused_by_its_own_policy(visitor: Visitor, show: Show) -> None:
    first = visitor.begin("try-everything")
    page = show(first)
    said_by_browser: list[str] = []
    page.on("console", lambda message: said_by_browser.append(message.text))

    for path in ("/en/", first, "/en/track"):
        show(path)

    assert said_by_browser == []
