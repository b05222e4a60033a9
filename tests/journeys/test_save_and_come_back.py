"""A resident begins on one device, saves by e-mail, and finishes on another."""

import re
from email import message_from_bytes, policy

import pytest
from playwright.sync_api import Page

from tests.provision.browser import OpenPage
from tests.provision.installation import Install, Installation, install

__all__ = ["install"]

_CODE = re.compile(r"\b\d{4} \d{4} \d{4} \d{4}\b")
_EMAIL = "sian@example.org"
_FIRST = {"bin": "refuse", "sharps": "no"}


@pytest.fixture
def hub(install: Install) -> Installation:
    """Start a hub as `make run` does."""
    running = install()
    running.start_all()
    return running


def test_a_request_that_was_begun_on_one_device_is_finished_on_another(
    hub: Installation, open_page: OpenPage
) -> None:
    library = open_page(width=1280, scripts=False)
    stopped_at = _begin(library, f"{hub.url}/cy/report/missed-bin")
    shown = _save(library)
    hub.settle()

    telephone = open_page(width=390, scripts=False)
    code = _code_in_the_mail(hub)
    went_on_at = _come_back(telephone, f"{hub.url}/come-back", code)
    library.goto(stopped_at)
    reference = _finish(telephone)
    hub.settle()

    assert went_on_at.split("/")[-1] == stopped_at.split("/")[-1]
    assert code == shown
    assert library.url.endswith("/report/missed-bin")
    hub.demand_sound([reference.replace(" ", "")])
    assert shown.replace(" ", "") not in hub.said().replace(" ", "")
    assert _EMAIL not in hub.said()


def _begin(page: Page, start: str) -> str:
    """Answer the first questions, and give the address of the next one."""
    page.goto(start)
    _press(page, "main form .button")
    for question, answer in _FIRST.items():
        assert page.url.endswith(f"/{question}")
        page.check(f"input[value='{answer}']")
        _press(page, "main form .button")
    return page.url


def _save(page: Page) -> str:
    """Save by e-mail, and give the code that the page shows."""
    _press(page, "main button[name=save]")
    _press(page, "main a[href$='/save/e-mail']")
    page.fill("#email", _EMAIL)
    _press(page, "main form .button")
    return page.inner_text(".reference")


def _come_back(page: Page, address: str, code: str) -> str:
    """Type the code, and give the address of the question that is asked then."""
    page.goto(address)
    page.fill("#code", code)
    page.fill("#fact", _EMAIL)
    _press(page, "main form .button")
    return page.url


def _code_in_the_mail(hub: Installation) -> str:
    """Open the e-mails that went out, and give the code in one of them."""
    for file in (hub.data / "mail").rglob("*.eml"):
        email = message_from_bytes(file.read_bytes(), policy=policy.default)
        body = email.get_body()
        assert body is not None
        if found := _CODE.search(body.get_content()):
            assert email["To"] == _EMAIL
            return found[0]
    raise AssertionError("no e-mail has a code")


def _finish(page: Page) -> str:
    """Answer what is still asked, in the plainest way, send it, and give the reference."""
    while not page.url.endswith("/check"):
        _answer(page)
        _press(page, "main form .button")
    _press(page, "main form .button")
    return page.inner_text(".reference")


def _answer(page: Page) -> None:
    if page.locator("main button[value=typed]").count():
        _press(page, "main button[value=typed]")
    typed = {"day": "24", "month": "11", "year": "2026", "town": "Aberwen", "postcode": "LL99 9YZ"}
    chosen = page.locator("main fieldset input[type=radio]")
    if chosen.count():
        wanted = page.locator("input[value=letter], input[value=no]")
        (wanted if wanted.count() else chosen).first.check()
        return
    for box in page.locator("main input[type=text], main textarea").all():
        box.fill(typed.get(box.get_attribute("name") or "", "Siân Ŵyn Llŷr"))


def _press(page: Page, link: str) -> None:
    with page.expect_navigation():
        page.click(link)
