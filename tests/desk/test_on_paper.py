"""A case and the list of cases on paper: black on white, and nothing to press."""

from playwright.sync_api import Page

from tests.desk.people import Clerk, Desk
from tests.provision.browser import OpenPage
from tests.web.test_on_paper import Printed, printed

__all__ = ["printed"]


def _page(open_page: OpenPage, clerk: Clerk, served: str, path: str) -> Page:
    page = open_page()
    cookie = clerk.visitor.client.get_cookie("desk")
    assert cookie
    page.context.add_cookies([{"name": "desk", "value": cookie.value, "url": served}])
    page.goto(f"{served}/en/desk{path}")
    return page


def test_a_case_is_printed_with_its_answers_and_nothing_to_press(
    clerk: Clerk, desk: Desk, served: str, open_page: OpenPage, printed: Printed
) -> None:
    reference = desk.a_case("waste-collections")

    sheets = printed(_page(open_page, clerk, served, f"/cases/{reference}"), "desk-case")

    words = "".join(" ".join(sheets).split("\r\n"))
    assert "12 Stryd y Bont" in words
    assert f"/en/desk/cases/{reference}" in words
    assert not [pressed for pressed in ("Sign out", "My account", "Skip") if pressed in words]


def test_the_list_is_printed_with_its_head(
    clerk: Clerk, desk: Desk, served: str, open_page: OpenPage, printed: Printed
) -> None:
    desk.a_case("waste-collections")

    sheets = printed(_page(open_page, clerk, served, ""), "desk-home")

    assert len(sheets) == 1
    assert "Promised by" in sheets[0]
    assert "Sign out" not in sheets[0]
