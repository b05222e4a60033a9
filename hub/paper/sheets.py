"""Sheets being drawn: words, thin rules, filled boxes and QR codes, placed in millimetres.

The same strokes give the same bytes: nothing of the clock or of chance goes into the file. The
file names its title, author and language; it carries no tags for screen readers, because the
canvas cannot make them, so whoever needs a letter read aloud is sent the page or the e-mail.
"""

from functools import lru_cache
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.colors import toColor
from reportlab.lib.pagesizes import A4 as A4_POINTS
from reportlab.pdfgen.canvas import Canvas

from hub.paper import qr
from hub.paper.fonts import REGULAR, SEMIBOLD, Font
from hub.paper.geometry import A4, Box, points

PRODUCER = "hub"

rl_config.useA85 = 0  # else every page is spelt out in letters: a fifth larger and slower to make


_colour = lru_cache(maxsize=256)(toColor)


class Sheets:
    """Draw A4 sheets one after another and give them as a PDF."""

    def __init__(self, *, title: str, author: str, language: str) -> None:
        """Open the first sheet."""
        self._bytes = BytesIO()
        self._canvas = Canvas(
            self._bytes,
            pagesize=A4_POINTS,
            pageCompression=1,
            invariant=1,
            lang=language,
            initialFontName=REGULAR.name,  # type: ignore[arg-type]  # its stub wants a number
        )
        self._canvas.setTitle(title)
        self._canvas.setSubject(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator(PRODUCER)
        self._canvas.setProducer(PRODUCER)
        for font in (REGULAR, SEMIBOLD):
            font.kept.open_in(self._canvas._doc)  # type: ignore[attr-defined]  # noqa: SLF001 - the only way to it
        self._text = self._canvas.beginText()
        self._font: tuple[Font, float] | None = None
        self._colour = ""

    def write(
        self, words: str, *, left: float, baseline: float, font: Font, size: float, colour: str
    ) -> None:
        """Draw one line of legible words exactly as they are: markup means nothing here."""
        if (font, size) != self._font:
            self._font = (font, size)
            self._text.setFont(font.name, size)
        if colour != self._colour:
            self._colour = colour
            self._text.setFillColor(_colour(colour))
        self._text.setTextOrigin(points(left), points(A4.bottom - baseline))
        self._text.textLine(words)

    def fill(self, box: Box, colour: str) -> None:
        """Fill a box with a colour."""
        self._canvas.setFillColor(_colour(colour))
        self._canvas.rect(
            points(box.left),
            points(A4.bottom - box.bottom),
            points(box.width),
            points(box.height),
            stroke=0,
            fill=1,
        )

    def code(self, web_address: str, *, left: float, top: float, size: float) -> None:
        """Draw a QR code, `size` mm wide without its quiet zone."""
        modules, dark = qr.runs(web_address)
        scale = points(size) / modules
        strokes = " ".join(f"{first} {row} {length} 1 re" for row, first, length in dark)
        self._canvas.addLiteral(
            f"q {scale:.4f} 0 0 {scale:.4f} {points(left):.3f} "
            f"{points(A4.bottom - top - size):.3f} cm 0 g {strokes} f Q"
        )

    def turn(self) -> None:
        """Finish this sheet's side and begin the next."""
        self._end()
        self._text = self._canvas.beginText()
        self._font, self._colour = None, ""

    def finish(self) -> bytes:
        """Finish the last side and give the PDF."""
        self._end()
        self._canvas.save()
        return self._bytes.getvalue()

    def _end(self) -> None:
        self._canvas.drawText(self._text)
        self._canvas.showPage()
