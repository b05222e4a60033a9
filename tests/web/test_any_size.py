"""Narrow screens, large words, slow lines, no style sheet: every page of a journey stands it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Request

from channels.pages import House
from channels.pages.brand import css_address
from tests.web.answers import EVERYTHING
from tests.web.shown import Show
from tests.web.visitor import Visitor, finish

_MOST_BYTES = 30_000
_MOST_STYLE = 24_000
_AROUND = ("", "track", "nothing", "bin-days", "privacy", "privacy/blue-badge", "accessibility",
           "cookies", "contact")  # fmt: skip
_START = "report/try-everything"
_TALLEST = ("hurt", "story", "since", "home", "picture", "things.1.another", "colour")
# What sticks out of the window, or is hidden because its box is too small for it.
_CUT = """() => [...document.querySelectorAll('body *')].filter(one => {
    const box = one.getBoundingClientRect(), style = getComputedStyle(one);
    if (!box.width || one.closest('.unseen, .skip, .printed')) return false;
    const isOut = box.right > innerWidth + 1 || box.left < -1;
    const isHeld = style.overflowX !== 'visible' || style.overflowY !== 'visible';
    const isCut = isHeld && !one.matches('input, textarea, .kept')
        && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
    return isOut || isCut;
}).map(one => one.outerHTML.slice(0, 120))"""
_BARE = "[...document.styleSheets].forEach(one => { one.disabled = true; })"
# The places in the page of the way in, the headline, the first box and the button, in that order.
_ORDER = """() => {
    const all = [...document.querySelectorAll('*')];
    const at = what => all.indexOf(document.querySelector(what));
    return [at('.skip'), at('header'), at('h1'), at('main form input:not([type=hidden])'),
        at('main form .acts .button'), at('footer')].filter(place => place >= 0);
}"""


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize(("width", "words"), [(320, 1), (390, 2), (640, 2), (1280, 2), (1280, 4)])
def test_nothing_is_pushed_sideways_or_cut_off(
    visitor: Visitor, house: House, show: Show, language: str, width: int, words: int
) -> None:
    finish(visitor, house, EVERYTHING)
    before = list(_journey(language))
    visitor.submit("try-everything", language)
    finish(visitor, house, EVERYTHING)

    for address in (*before, f"/{language}/{_START}/done"):
        page = show(address)
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(f"document.documentElement.style.fontSize = '{words * 100}%'")

        assert page.evaluate(_CUT) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_without_a_style_sheet_each_page_reads_in_order(
    visitor: Visitor, house: House, show: Show
) -> None:
    finish(visitor, house, EVERYTHING)

    for address in _journey("cy"):
        page = show(address)
        page.evaluate(_BARE)
        places = page.evaluate(_ORDER)

        assert places == sorted(places), address
        assert page.locator("h1").count() == 1, address
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).display") == "block"


def test_every_page_is_light_and_waits_for_no_script(visitor: Visitor, house: House) -> None:
    addresses = [f"/{language}/{path}" for language in ("en", "cy") for path in _AROUND]
    pages = {address: visitor.open(address).text for address in addresses}
    finish(visitor, house, EVERYTHING)
    steps = [f"/cy/{_START}/{path}" for path in (*EVERYTHING, "check", "delete")]
    pages |= {address: visitor.open(address).text for address in [f"/cy/{_START}", *steps]}
    pages["done"] = visitor.submit("try-everything", "cy").text

    heavy = {address: len(page.encode()) for address, page in pages.items()}

    assert {address: size for address, size in heavy.items() if size > _MOST_BYTES} == {}
    assert [address for address, page in pages.items() if "<script" in page.lower()] == []


def test_the_style_sheet_is_small_and_kept_until_it_changes(visitor: Visitor) -> None:
    sheet = visitor.open(css_address())

    assert len(sheet.data) < _MOST_STYLE
    assert "v=" in css_address()
    assert "max-age=2592000" in sheet.headers["Cache-Control"]


def test_the_first_page_asks_for_two_style_sheets_and_the_second_for_none(
    served: str, page: Page
) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url.removeprefix(served).split("?", 1)[0])

    page.on("request", note)
    page.goto(f"{served}/en/")
    first, asked = asked, []
    page.remove_listener("request", note)
    page.on("response", lambda answer: asked.append(answer.url))
    page.goto(f"{served}/en/track")
    fetched = [url for url in asked if not page.evaluate(_WAS_KEPT, url)]

    assert sorted(set(first) - {"/icon.svg"}) == ["/brand.css", "/en/", "/hub.css"]
    assert [url for url in fetched if not url.endswith("icon.svg")] == [f"{served}/en/track"]


_WAS_KEPT = "url => performance.getEntriesByName(url).some(one => !one.transferSize)"


def _journey(language: str) -> Iterator[str]:
    yield from (f"/{language}/{path}" for path in _AROUND)
    yield from (f"/{language}/{_START}/{path}" for path in (*_TALLEST, "check", "delete"))
    yield f"/{language}/{_START}"
