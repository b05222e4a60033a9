"""A resident without e-mail reports a missed bin in Welsh, on a phone, and wants large print."""

from collections import Counter
from collections.abc import Mapping
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
    "crew": "Mae'r giât ar y chwith.",
    "for_whom": "me",
    "your_name": "Siân Ŵyn Llŷr",
    "answer_by": "letter",
    "write_here": "yes",
    "letter_size": "18",
    "language": "cy",
}
_HOME = {"line1": "12 Heol y Bont", "town": "Aberwen", "postcode": "LL99 9YZ"}
_LISTED = "12 Stryd y Bont, Aberwen"  # in the gazetteer of the made-up council
# Whether the bin is due yet depends on the day on which the tests run.
_BY_THE_CALENDAR = {"not_yet", "too_late"}
_TYPE_IT = "main form button[value=typed]"


@pytest.fixture
def hub(install: Install) -> Installation:
    """Start a hub as `make run` does."""
    running = install()
    running.start_all()
    return running


def test_a_resident_without_e_mail_reports_a_missed_bin_in_welsh_and_is_answered_in_18_points(
    hub: Installation, open_page: OpenPage, album: Album
) -> None:
    page = open_page(scripts=False)

    page.goto(f"{hub.url}/cy/")
    album.take(page, "services-phone-welsh")
    _press(page, "main a[href$='missed-bin']")
    _press(page, "main .button")
    _answer_everything(page, album)
    album.take(page, "check-phone-welsh")
    _press(page, "main form .button")
    album.take(page, "sent-phone-welsh")
    reference = page.inner_text(".reference")
    hub.settle()
    [letter] = hub.ledger.pdfs()
    pdf = letter.read_bytes()

    assert page.locator("html").get_attribute("lang") == "cy"
    assert "mewn print bras" in page.inner_text("main")
    said = reading.words(pdf)
    assert reference in said
    assert "Siân Ŵyn Llŷr" in said
    assert "12 Stryd y Bont" in said
    assert _size_of_the_text(pdf) == 18
    hub.demand_sound([reference.replace(" ", "")])


def test_a_resident_sees_where_the_request_is_with_its_reference_and_postcode(
    hub: Installation, open_page: OpenPage
) -> None:
    page = open_page(width=1280, scripts=False)
    page.goto(f"{hub.url}/cy/report/missed-bin")
    _press(page, "main .button")
    _answer_everything(page, types_address=True)
    _press(page, "main form .button")
    reference = page.inner_text(".reference")

    page.goto(f"{hub.url}/r/{reference.replace(' ', '')}")
    page.fill("#fact", "ll999yz")
    _press(page, "main .button")

    assert reference in page.inner_text("main")
    assert "Heol y Bont" not in page.inner_text("main")


def _press(page: Page, link: str) -> None:
    with page.expect_navigation():
        page.click(link)


def _answer_everything(
    page: Page, album: Album | None = None, *, types_address: bool = False
) -> None:
    while not page.url.endswith("/check"):
        if types_address and page.locator(_TYPE_IT).count():
            _press(page, _TYPE_IT)
        question = page.url.rsplit("/", 1)[1]
        if question not in _BY_THE_CALENDAR:
            _answer(page, question)
        if album and page.get_by_label(_LISTED).count():
            album.take(page, "address-phone-welsh")
        _press(page, "main form .button")


def _answer(page: Page, question: str) -> None:
    today = datetime.now(UTC)
    typed = {"day": str(today.day), "month": str(today.month), "year": str(today.year), **_HOME}
    if page.get_by_label(_LISTED).count():
        page.get_by_label(_LISTED, exact=True).check()
        return
    if page.locator("main fieldset input[type=radio]").count():
        page.check(f"input[value='{_ANSWERS[question]}']")
        return
    for box in page.locator("main input[type=text], main textarea").all():
        name = box.get_attribute("name") or ""
        box.fill(typed.get(name, _ANSWERS.get(question, "")))


def _size_of_the_text(pdf: bytes) -> int:
    """Give the size, in points, of most words of the first page."""
    [first, *_] = reading.lines(pdf)
    sizes = Counter(round(line.size) for line in first for _ in line.words.split())
    return sizes.most_common(1)[0][0]
