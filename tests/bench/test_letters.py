"""One-page letters a second, one by one on one core, beside a bare canvas in the same run.

The bare canvas draws as many lines in the same two fonts, and a QR code from the same matrix, one
rectangle for each dark module: what one writes first. Each pair is run one after the other, and
the median of the pairs is told. Seconds are the core's own, so that other work does not count.
"""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from statistics import median
from time import process_time

import fontpkg
import numpy as np
import pytest
import zxingcpp
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from hub import letters
from hub.catalogue.definition import Kind
from hub.letters import Stationery
from hub.words import Words
from tests.builders.letters import LINK, contents_of
from tests.builders.questions import a_question
from tests.builders.services import a_service
from tests.letters import reading

PAIRS = 9
LETTERS = 40
PROMISED = 100


@pytest.mark.bench
def test_a_hundred_one_page_letters_are_made_in_a_second(templates: Path) -> None:
    stationery, words = Stationery.read(templates), Words.read(templates)
    service = a_service(*(a_question(f"question_{n}", Kind.YES_NO) for n in range(2)))
    contents = contents_of(service, stationery, size=12)
    lines = _lines(letters.render(letters.compose(contents, words)))

    ours, bare = [], []
    for _ in range(PAIRS):
        ours.append(_rate(lambda: letters.render(letters.compose(contents, words))))
        bare.append(_rate(lambda: _bare(lines)))

    ratio = median(one / other for one, other in zip(ours, bare, strict=True))
    told = f"letters {median(ours):.0f}/s, bare canvas {median(bare):.0f}/s, ratio {ratio:.2f}"
    print(f"\n{told}")  # noqa: T201 - what was measured is for whoever runs it
    assert median(ours) >= PROMISED


def _rate(make: Callable[[], bytes]) -> float:
    began = process_time()
    for _ in range(LETTERS):
        make()
    return LETTERS / (process_time() - began)


def _lines(pdf: bytes) -> list[reading.Found]:
    """Give the lines of our letter, which must be of one page, for the bare canvas to draw."""
    (page,) = reading.lines(pdf)
    return page


def _bare(lines: list[reading.Found]) -> bytes:
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4)
    for line in lines:
        canvas.setFont("Bare-SemiBold" if line.size > 12 else "Bare-Regular", line.size)
        canvas.drawString(line.box.left * 2.83, 842 - line.box.bottom * 2.83, line.words)
    _bare_code(canvas)
    canvas.save()
    return made.getvalue()


def _bare_code(canvas: Canvas) -> None:
    code = zxingcpp.create_barcode(LINK, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image = np.asarray(code.to_image(scale=1, add_quiet_zones=False))
    for row, column in np.argwhere(image == 0).tolist():
        canvas.rect(368 + column * 2.1, 640 - row * 2.1, 2.1, 2.1, stroke=0, fill=1)


@pytest.fixture(autouse=True, scope="module")
def _bare_fonts() -> None:
    for style, weight in (("Regular", 400), ("SemiBold", 600)):
        file = fontpkg.path("Fira Sans", weight=weight)
        pdfmetrics.registerFont(TTFont(f"Bare-{style}", str(file)))
