"""The picture on README's first screen: a real request, from the first page to the letter."""

import base64
import io
from collections.abc import Mapping
from datetime import UTC, datetime

import pypdfium2
import pytest
from playwright.sync_api import Page

from tests.provision.browser import OpenPage
from tests.provision.installation import Install, install
from tests.provision.pictures import Album

__all__ = ["install"]

_MOST_PAGES = 40
_ANSWERS: Mapping[str, str] = {
    "bin": "garden",
    "out_by_seven": "yes",
    "line1": "12 Heol y Bont",
    "town": "Aberwen",
    "postcode": "LL99 9YZ",
    "for_whom": "me",
    "your_name": "Mair Llywelyn",
    "permit": "12345678",
    "answer_by": "letter",
    "write_here": "yes",
    "letter_size": "18",
    "language": "en",
}
_PAGE = """<style>
    body {{ margin: 0; background: #eae6de; width: 1440px }}
    div {{ display: flex; gap: 36px; padding: 40px 36px; align-items: flex-start }}
    img {{ display: block; height: 600px; border-radius: 12px; box-shadow: 0 4px 24px #0003 }}
    img:last-child {{ border-radius: 0; margin-left: auto }}
</style><div>{}</div>"""


def test_the_first_screen_of_the_readme_shows_a_request_from_the_first_page_to_the_letter(
    install: Install, open_page: OpenPage, album: Album
) -> None:
    hub = install()
    hub.start_all()
    page = open_page(zoom=2)

    page.goto(hub.url)
    shots = [page.screenshot()]
    _follow(page, "main a[href*='missed-bin']")
    _follow(page, "main .button")
    shots.append(page.screenshot())
    _answer_everything(page)
    _follow(page, "main form .button")
    shots.append(page.screenshot())
    hub.settle()
    [letter] = hub.ledger.pdfs()

    paper = _first_page(letter.read_bytes())
    picture = open_page(width=1440)
    picture.set_content(_PAGE.format("".join(_image(png) for png in [*shots, paper])))
    file = album.keep(picture.locator("div").screenshot(), "one-request")

    assert file.stat().st_size > 50_000


def _follow(page: Page, link: str) -> None:
    with page.expect_navigation():
        page.click(link)


def _answer_everything(page: Page) -> None:
    for _ in range(_MOST_PAGES):
        if page.url.endswith("/check"):
            return
        _answer(page, page.url.rsplit("/", 1)[-1])
        _follow(page, "main form .button")
    pytest.fail(f"no end of questions: {page.url}", pytrace=False)


def _answer(page: Page, question: str) -> None:
    """Answer what is known, say no to what may be said no to, and leave the rest."""
    today = datetime.now(UTC)
    known = {
        **_ANSWERS,
        "answer": _ANSWERS.get(question, ""),
        "day": str(today.day),
        "month": str(today.month),
        "year": str(today.year),
    }
    for field in page.locator("main form input[type=text]").all():
        field.fill(known.get(field.get_attribute("name") or "", ""))
    choices = page.locator("main form input[type=radio]")
    if choices.count():
        chosen = _ANSWERS.get(question, "no")
        one = page.locator(f"main form input[type=radio][value='{chosen}']")
        (one if one.count() else choices).first.check()


def _first_page(pdf: bytes) -> bytes:
    with pypdfium2.PdfDocument(pdf) as document:
        picture = document[0].render(scale=2).to_pil()
    written = io.BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()


def _image(png: bytes) -> str:
    return f"<img src='data:image/png;base64,{base64.b64encode(png).decode()}'>"
