"""Whether everybody can use the desk: axe, the keyboard alone, a phone's width, no scripts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from hub.values import Duty, Role
from tests.desk.people import PASSWORD, Clerk, Desk
from tests.provision.browser import OpenPage

_OPEN = ("sign-in", "set-up", "forgotten", "signed-out")
_IN = ("", "/account", "/as")
Show = Callable[..., Page]


@pytest.fixture
def show(clerk: Clerk, served: str, open_page: OpenPage) -> Show:
    """Give what opens a page of the desk as the clerk, or as nobody."""

    def open_one(path: str, *, width: int = 390, who: Clerk | None = clerk) -> Page:
        page = open_page(width=width)
        for name in ("hub", "desk"):
            cookie = who.visitor.client.get_cookie(name) if who else None
            if cookie:
                page.context.add_cookies([{"name": name, "value": cookie.value, "url": served}])
        page.goto(f"{served}{path}")
        return page

    return open_one


@pytest.mark.parametrize("language", ["en", "cy"])
def test_no_page_of_the_desk_shuts_anybody_out(
    desk: Desk, show: Show, axe: Callable[[Page], None], language: str
) -> None:
    reference = desk.a_case("waste-collections")

    for path in (*_IN, f"/cases/{reference}"):
        axe(show(f"/{language}/desk{path}"))
    for path in _OPEN:
        axe(show(f"/{language}/desk/{path}", who=None))


def test_no_page_of_the_second_step_shuts_anybody_out(
    desk: Desk, show: Show, axe: Callable[[Page], None]
) -> None:
    page = show("/en/desk/set-up", who=None)
    code = desk.add("bob", Duty(Role.COUNTER))
    for name, said in (("name", "bob"), ("letters", code), ("password", "short")):
        page.fill(f"#{name}", said)
    page.fill("#password_again", "short")
    page.click("main button[type=submit]")
    axe(page)

    page.fill("#letters", code)
    page.fill("#password", PASSWORD)
    page.fill("#password_again", PASSWORD)
    page.click("main button[type=submit]")
    axe(page)
    page.fill("#digits", "000000")
    page.click("main button[type=submit]")
    axe(page)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_of_the_desk_is_pushed_sideways(desk: Desk, show: Show, width: int) -> None:
    reference = desk.a_case("waste-collections")

    for path in (*_IN, f"/cases/{reference}", "/forgotten"):
        page = show(f"/en/desk{path}", width=width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_somebody_signs_in_with_the_keyboard_alone(clerk: Clerk, show: Show, served: str) -> None:
    page = show("/en/desk/sign-in", who=None)
    clerk.clock.move(minutes=1)

    page.focus("#name")
    page.keyboard.type("ann")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.focus("#digits")
    page.keyboard.type(clerk.code())
    page.keyboard.press("Enter")

    page.wait_for_url(f"{served}/en/desk")
    assert page.inner_text("h1") == "My work"


def test_nothing_on_the_page_with_the_picture_is_refused_by_its_own_policy(
    desk: Desk, show: Show
) -> None:
    page = show("/en/desk/set-up", who=None)
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text))
    code = desk.add("bob", Duty(Role.COUNTER))
    for name, said in (("name", "bob"), ("letters", code), ("password", PASSWORD)):
        page.fill(f"#{name}", said)
    page.fill("#password_again", PASSWORD)
    page.click("main button[type=submit]")

    box = page.locator("main svg").bounding_box()

    assert refused == []
    assert box
    assert box["width"] >= 200
