"""A letter read back from its PDF: its words, its pages, its ink, its code."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pypdfium2
import zxingcpp
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT

from hub.letters import Printed
from hub.paper import A4, Box, millimetres

DPI = 200
SLACK = 1.0
_DARK = 250
_DOTS_PER_MM = DPI / 25.4


@dataclass(frozen=True)
class Found:
    """Hold one line found on a page: its box in mm, its size in points and its words."""

    box: Box
    size: float
    words: str


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF and close it again."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def lines(pdf: bytes) -> list[list[Found]]:
    """Give the lines of each page in the order in which they were drawn."""
    with opened(pdf) as document:
        return [
            [
                _found(line)
                for line in page.get_objects([FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage())
            ]
            for page in document
        ]


def words(pdf: bytes) -> str:
    """Give all the words of all pages, one space between two."""
    return flat(" ".join(line.words for page in lines(pdf) for line in page))


def flat(said: str) -> str:
    """Give words with one space between two, whatever stood there."""
    return re.sub(r"\s+", " ", said).strip()


def count(pdf: bytes) -> int:
    """Count the pages."""
    with opened(pdf) as document:
        return len(document)


def ink(pdf: bytes, page: int = 0) -> npt.NDArray[np.bool_]:
    """Give where there is ink on a page at 200 dpi: rows from the top, columns from the left."""
    with opened(pdf) as document:
        picture = document[page].render(scale=DPI / 72, grayscale=True).to_numpy()
    return np.asarray(np.squeeze(picture) < _DARK, dtype=bool)


def outside(mask: npt.NDArray[np.bool_], *zones: Box) -> npt.NDArray[np.bool_]:
    """Give the ink that lies in none of the zones, give or take a millimetre."""
    rest = mask.copy()
    for zone in zones:
        left, top = _dots(zone.left - SLACK), _dots(zone.top - SLACK)
        right, bottom = _dots(zone.right + SLACK), _dots(zone.bottom + SLACK)
        rest[top:bottom, left:right] = False
    return rest


def inside(mask: npt.NDArray[np.bool_], zone: Box) -> npt.NDArray[np.bool_]:
    """Give the ink in a zone."""
    rows = slice(_dots(zone.top), _dots(zone.bottom))
    return mask[rows, _dots(zone.left) : _dots(zone.right)]


def codes(pdf: bytes) -> list[str]:
    """Read the QR codes of the first page, as a telephone would from 150 dpi."""
    with opened(pdf) as document:
        picture = document[0].render(scale=150 / 72).to_pil()
    return [code.text for code in zxingcpp.read_barcodes(picture)]


def told(printed: Printed) -> str:
    """Write a letter down: for each line its left and top in mm, its size and its words."""
    pages = lines(printed.pdf)
    written = [f"profile {printed.profile}, {printed.pages} pages, {printed.sheets} sheets"]
    for number, page in enumerate(pages, 1):
        written += ["", f"page {number}"]
        written += [
            f"{line.box.left:4.0f} {line.box.top:4.0f} {line.size:5g}  {line.words}"
            for line in page
        ]
    return "\n".join([*written, ""])


def _dots(mm: float) -> int:
    return max(round(mm * _DOTS_PER_MM), 0)


def _found(line: pypdfium2.PdfTextObj) -> Found:
    left, bottom, right, top = map(millimetres, line.get_bounds())
    box = Box(left, A4.bottom - top, right, A4.bottom - bottom)
    return Found(box, round(line.get_font_size(), 2), line.extract().strip())
