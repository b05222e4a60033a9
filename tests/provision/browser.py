"""A real browser without a window: one Chromium per worker, a fresh visitor per page."""

from collections.abc import Callable, Iterator
from typing import Protocol

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.provision import missing

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_PHONE = 390
_HEIGHT = 844
_SPARING = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


class OpenPage(Protocol):
    """What opens a page for a visitor who was never there before."""

    def __call__(self, *, width: int = ..., scripts: bool = ..., zoom: float = ...) -> Page:
        """Open it, `width` CSS pixels wide."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start this worker's Chromium."""
    program = missing.program(
        "chromium",
        "/usr/bin/chromium",
        "chromium-browser",
        setting="HUB_TEST_CHROMIUM",
        remedy="apt-get install chromium",
    )
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=_SPARING)
        yield running
        running.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Give what opens pages, each of a new visitor; they close with the test."""
    contexts = []

    def open_one(*, width: int = _PHONE, scripts: bool = True, zoom: float = 1) -> Page:
        context = browser.new_context(
            viewport=ViewportSize(width=width, height=_HEIGHT),
            java_script_enabled=scripts,
            device_scale_factor=zoom,
        )
        contexts.append(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """Open a page as wide as a phone."""
    return open_page()


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], None]:
    """Give what fails, with each fault on a line, when a page shuts somebody out (WCAG 2.2 AA)."""
    judge = Axe()

    def judge_page(page: Page) -> None:
        found = judge.run(page, options={"runOnly": {"type": "tag", "values": _TAGS}})
        faults = [
            f"{fault['id']}: {fault['help']}: {part['target']}"
            for fault in found.response["violations"]
            for part in fault["nodes"]
        ]
        assert faults == [], f"{page.url}\n" + "\n".join(faults)

    return judge_page
