"""PDFs: kept as they are, once they are found to be whole, open, inert and of a sensible size."""

import re

import pypdfium2 as pdfium
from pypdfium2 import raw

from channels.carriers.opening import unpacking
from channels.carriers.opening.bounds import Bounds
from channels.carriers.opening.kinds import PDF
from channels.carriers.opening.pictures import thumbnail_of
from channels.carriers.opening.verdict import NotTaken, Taken

_BEGINS = b"%PDF-"
_ENDS = re.compile(rb"%%EOF[\0\s]*\Z")
_ACTIVE = re.compile(rb"/(JavaScript|Launch|EmbeddedFile|RichMedia)")  # ISO 32000-1, 12.6 and 7.11
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")  # how a name may be written so that it is not found
_LONGEST_NAME = 64
_NOT_LOCKED = -1
_WAYS_OF_LOCKING = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)


def open_paper(content: bytes, bounds: Bounds) -> Taken:
    """Check a PDF, and draw its first page small.

    Nothing may stand before or behind it: a file that is a PDF to one reader is a page with
    scripts or a program to another.

    :raises NotTaken: "type", "damaged", "inflated", "locked", "active" or "pages".
    """
    if not content.startswith(_BEGINS):
        raise NotTaken("type")
    if not _ENDS.search(content, max(0, len(content) - 1024)):
        raise NotTaken("damaged")
    _demand_inert(content, bounds)
    try:
        paper = pdfium.PdfDocument(content)
        _demand_harmless(paper, bounds)
        return Taken(PDF, content, _first_page(paper, bounds), pages=len(paper))
    except pdfium.PdfiumError as error:
        is_locked = error.err_code in _WAYS_OF_LOCKING
        raise NotTaken("locked" if is_locked else "damaged") from error


def _demand_inert(content: bytes, bounds: Bounds) -> None:
    """Refuse what swells, runs or carries another file, wherever in the PDF it stands."""
    total, before = 0, b""
    _demand_passive(content)
    for piece in unpacking.unpacked(content):
        total += len(piece)
        if total > bounds.inflated:
            raise NotTaken("inflated")
        _demand_passive(before + piece)
        before = piece[-_LONGEST_NAME:]


def _demand_passive(part: bytes) -> None:
    plain = _ESCAPED.sub(lambda code: bytes((int(code[1], 16),)), part) if b"#" in part else part
    if _ACTIVE.search(plain):
        raise NotTaken("active")


def _demand_harmless(paper: pdfium.PdfDocument, bounds: Bounds) -> None:
    if raw.FPDF_GetSecurityHandlerRevision(paper.raw) != _NOT_LOCKED:
        raise NotTaken("locked")
    if raw.FPDFDoc_GetJavaScriptActionCount(paper.raw) > 0:
        raise NotTaken("active")
    if raw.FPDFDoc_GetAttachmentCount(paper.raw) > 0:
        raise NotTaken("active")
    if len(paper) > bounds.pages:
        raise NotTaken("pages")
    for number in range(len(paper)):
        paper[number].close()  # each page must be there


def _first_page(paper: pdfium.PdfDocument, bounds: Bounds) -> bytes:
    if len(paper) == 0:
        raise NotTaken("damaged")
    longest = max(paper[0].get_size())
    if not longest > 0:
        raise NotTaken("damaged")
    drawn = paper[0].render(scale=bounds.thumbnail / longest, may_draw_forms=False)
    return thumbnail_of(drawn.to_pil(), bounds.thumbnail)
