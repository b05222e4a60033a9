"""What a resident prints: black on white, nothing to press on it, and the way back to us."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page

from channels.pages import House
from hub import places
from tests.provision.pictures import Album
from tests.web.answers import EVERYTHING
from tests.web.shown import Show
from tests.web.visitor import Visitor, finish

_ADDRESSES = "uprn,saon,paon,street,locality,town,postcode\n11,,1,Stryd y Bont,,Aberwen,LL99 9ZZ\n"
_COLLECTIONS = (
    "uprn,bin,first,every_days\n"
    "11,refuse,2026-11-06,14\n11,recycling,2026-11-13,14\n11,food,2026-11-06,7\n"
)
_GREYS = 3  # how far the three colours of a grey may lie apart
_PAPER = 0.75  # of a page is white at least
Printed = Callable[[Page, str], list[str]]


@pytest.fixture
def printed(album: Album) -> Printed:
    """Give what prints a page, judges the ink, and gives the words of each sheet."""

    def on_paper(page: Page, name: str) -> list[str]:
        with pypdfium2.PdfDocument(page.pdf(format="A4", print_background=True)) as pdf:
            sheets = [sheet.render(scale=1.5).to_pil().convert("RGB") for sheet in pdf]
            words = [_words_on(sheet) for sheet in pdf]
        for number, sheet in enumerate(sheets, 1):
            _demand_black_on_white(sheet)
            album.keep(_png(sheet), f"on-paper/{name}-{number}")
        return words

    return on_paper


def test_the_confirmation_is_one_sheet_with_the_reference_and_where_to_look_it_up(
    visitor: Visitor, show: Show, printed: Printed, house: House
) -> None:
    finish(visitor, house, EVERYTHING)
    visitor.submit("try-everything")
    page = show("/en/report/try-everything/done")
    reference = page.inner_text(".reference")

    sheets = printed(page, "done")

    _demand_nothing_to_press(sheets)
    assert len(sheets) <= 2
    assert reference in sheets[0]
    assert "/en/track" in sheets[-1]
    assert "01632 960001" in "".join(sheets)


def test_the_answers_can_be_printed_before_they_are_sent(
    visitor: Visitor, show: Show, printed: Printed, house: House
) -> None:
    sheets = printed(show(finish(visitor, house, EVERYTHING)), "check")

    _demand_nothing_to_press(sheets)
    assert len(sheets) <= 3
    assert "Change" not in "".join(sheets)
    assert "Property of the council" in "".join(sheets)
    assert all(len(sheet.split()) > 25 for sheet in sheets[:-1])


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_bin_days_fit_on_one_sheet_for_the_fridge(
    show: Show, printed: Printed, house: House, tmp_path: Path, language: str
) -> None:
    (tmp_path / "gazetteer.csv").write_text(_ADDRESSES, encoding="utf-8")
    (tmp_path / "collections.csv").write_text(_COLLECTIONS, encoding="utf-8")
    places.load_addresses(house.database, "aberwen", tmp_path / "gazetteer.csv")
    places.load_collections(house.database, "aberwen", tmp_path / "collections.csv")
    page = show(f"/{language}/bin-days")
    page.fill("#postcode", "LL99 9ZZ")
    page.click("main .button")
    page.check("#answer")
    page.click("main .button")
    page.wait_for_selector("table")

    sheets = printed(page, f"bin-days.{language}")

    _demand_nothing_to_press(sheets)
    assert len(sheets) == 1
    assert "1 Stryd y Bont" in sheets[0]
    assert "2027" in sheets[0]


@pytest.mark.parametrize("path", ["privacy", "privacy/blue-badge", "accessibility", "contact"])
def test_a_notice_can_be_printed(show: Show, printed: Printed, path: str) -> None:
    sheets = printed(show(f"/cy/{path}"), path.replace("/", "-"))

    _demand_nothing_to_press(sheets)
    assert f"/cy/{path}" in sheets[-1]
    assert "01632960001" in "".join(sheets).replace(" ", "")


def test_where_a_request_is_can_be_printed(
    visitor: Visitor, show: Show, printed: Printed, house: House
) -> None:
    finish(visitor, house, EVERYTHING)
    visitor.submit("try-everything")
    reference = show("/en/report/try-everything/done").inner_text(".reference")
    page = show("/en/track")
    page.fill("#reference", reference)
    page.fill("#fact", "LL99 9AA")
    page.click("main .button")
    page.wait_for_selector(".tag")

    sheets = printed(page, "found")

    _demand_nothing_to_press(sheets)
    assert len(sheets) == 1
    assert reference in sheets[0]


def _words_on(sheet: pypdfium2.PdfPage) -> str:
    """Give the words of a sheet; where an address is broken at a hyphen, pdfium leaves its mark."""
    words: str = sheet.get_textpage().get_text_bounded()
    return words.replace("\x02", "-").replace("\r\n-", "-")


def _demand_nothing_to_press(sheets: list[str]) -> None:
    words = " ".join(sheets)
    for pressed in ("Skip to", "Cymraeg", "Neidio", "Delete these", "Yn ôl", "Back\n"):
        assert pressed not in words, pressed


def _demand_black_on_white(sheet: Image.Image) -> None:
    """Fail if there is a colour on the sheet, or so much ink that it is no white paper."""
    red, green, blue = sheet.split()
    apart = ImageChops.lighter(
        ImageChops.difference(red, green), ImageChops.difference(green, blue)
    ).histogram()
    white = sheet.convert("L").histogram()[255] / (sheet.width * sheet.height)
    assert sum(apart[_GREYS:]) == 0
    assert white > _PAPER


def _png(sheet: Image.Image) -> bytes:
    written = BytesIO()
    sheet.save(written, "PNG")
    return written.getvalue()
