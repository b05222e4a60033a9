"""A resident sends a photo and a document with a request, to a hub that runs as `make run` does."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import FilePayload, Page
from sqlalchemy import create_engine, text

from tests.builders import files
from tests.provision.browser import OpenPage
from tests.provision.installation import Install, Installation, install

__all__ = ["install"]

_ANSWERS: Mapping[str, str] = {
    "language": "en",
    "answer_by": "letter",
    "letter_size": "14",
    "another": "no",
}
_PICKED = "main :is(input[type=radio], input[type=checkbox]):is([name=answer], [name=later])"
_TYPED = {"line1": "12 Heol y Bont", "town": "Aberwen", "postcode": "LL99 9AA"}
_CHOSEN = (
    FilePayload(name="sofa.jpg", mimeType="image/jpeg", buffer=files.a_photo_that_says_where()),
    FilePayload(name="list.pdf", mimeType="application/pdf", buffer=files.a_document(2)),
)


@pytest.fixture
def hub(install: Install) -> Installation:
    """Start a hub as `make run` does."""
    running = install()
    running.start_all()
    return running


def test_a_photo_and_a_document_reach_the_case(hub: Installation, open_page: OpenPage) -> None:
    page = open_page(scripts=False)
    page.goto(f"{hub.url}/en/report/bulky-waste")
    _press(page, "main .button")

    for _ in range(60):
        if page.url.endswith("/check"):
            break
        _answer(page)
    assert page.url.endswith("/check"), page.inner_text("main")
    check = page.inner_text("main")
    _press(page, "main form .button")
    reference = page.inner_text(".reference").replace(" ", "")
    hub.settle()

    assert "Documents sent: 2" in check
    assert "Photos and documents that we received with it: 4" in page.inner_text("main")
    assert _kept(hub) == 2 * [("sofa.jpg", "image/jpeg", 1), ("list.pdf", "application/pdf", 2)]
    assert "sofa.jpg" not in hub.said()
    hub.demand_sound([reference])


def _press(page: Page, button: str) -> None:
    with page.expect_navigation():
        page.locator(button).last.click()


def _answer(page: Page) -> None:
    if page.locator("#files").count() and not page.locator(".sent-files").count():
        page.set_input_files("#files", _CHOSEN)
    elif page.locator(_PICKED).count():
        _choose(page, page.url.rsplit("/", 1)[1].rsplit(".", 1)[-1])
    else:
        for box in page.locator("main input[type=text], main input[type=tel], main textarea").all():
            is_phone = box.get_attribute("type") == "tel"
            box.fill("07700 900123" if is_phone else _typed(box.get_attribute("name") or ""))
    _press(page, "main form .button")


def _choose(page: Page, question: str) -> None:
    if question == "special":
        return  # none of these
    said = _ANSWERS.get(question)
    chosen = page.locator(f"input[value='{said}']") if said else page.locator(_PICKED)
    chosen.first.check()


def _typed(name: str) -> str:
    return {**_TYPED, **_day()}.get(name, "12345678" if name == "answer" else "")


def _day() -> dict[str, str]:
    day = datetime.now(UTC) + timedelta(days=14)
    return {"day": str(day.day), "month": str(day.month), "year": str(day.year)}


def _kept(hub: Installation) -> list[tuple[str, str, int]]:
    engine = create_engine(hub.environ["HUB_DATABASE_URL"])
    with engine.connect() as line:
        asked = text(
            "SELECT name, kind, pages FROM enclosures WHERE case_id IS NOT NULL ORDER BY at"
        )
        rows = [tuple(row) for row in line.execute(asked)]
    engine.dispose()
    return rows
