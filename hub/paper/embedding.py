"""Fonts inside a PDF, cut once: cutting and compressing a font anew is a third of a letter's time.

ReportLab cuts out of a font what one document uses. Here every document begins with the same
characters, so that nearly all letters carry the same cut, which is kept, compressed.
"""

import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from typing import cast

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFStream,
)
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

MOST_CUTS_KEPT = 64
_ALWAYS = (
    "\u2018\u2019“”\u2013—…•·£€°½¼\u00d7"
    "âêîôûŵŷÂÊÎÔÛŴŶáéíóúÁÉÍÓÚàèìòùÀÈÌÒÙäëïöüÿÄËÏÖÜẁẃẅỳẀẂẄỲ"
    "ąćęłńśźżĄĆĘŁŃŚŹŻãñõçÃÑÕÇßøåæœØÅÆŒščžřŠČŽŘășțĂȘȚ"
)


class KeptFace(TTFontFace):
    """Cut a font once for each set of characters, and keep the cuts."""

    def __init__(self, path: Path) -> None:
        """Read the font's file."""
        super().__init__(str(path))
        self._cuts: dict[tuple[int, ...], tuple[bytes, bytes]] = {}
        self._reading = Lock()

    def cut(self, characters: tuple[int, ...]) -> tuple[bytes, bytes]:
        """Give the font with these characters only: as it is, and compressed.

        ReportLab reads the font's file from one place that moves, so only one thread may.
        """
        with self._reading:
            kept = self._cuts.get(characters)
            if kept is None:
                if len(self._cuts) >= MOST_CUTS_KEPT:
                    self._cuts.clear()
                font = super().makeSubset(characters)
                kept = self._cuts[characters] = (font, zlib.compress(font, 9))
        return kept

    def makeSubset(self, subset: Sequence[int]) -> bytes:  # noqa: N802 - ReportLab's name
        """Give the cut font for ReportLab to measure."""
        return self.cut(tuple(subset))[0]

    def addSubsetObjects(  # noqa: N802 - ReportLab's name
        self, doc: PDFDocument, fontname: str, subset: Sequence[int]
    ) -> PDFObjectReference:
        """Put the cut font into the document, already compressed."""
        add = cast("Callable[..., PDFObjectReference]", super().addSubsetObjects)
        descriptor = add(doc, fontname, subset)
        stream = cast("PDFStream", doc.idToObject[f"fontFile:{self.filename}({fontname})"])
        stream.content = self.cut(tuple(subset))[1]
        stream.dictionary["Filter"] = PDFName("FlateDecode")
        return descriptor


class KeptFont(TTFont):
    """Be a font that opens each document with the same characters."""

    def __init__(self, name: str, path: Path) -> None:
        """Read the font's file."""
        super().__init__(name, str(path), asciiReadable=True)
        self.face = KeptFace(path)
        self._spelt: dict[tuple[float, ...], bytes] = {}

    def open_in(self, document: PDFDocument) -> None:
        """Give the usual characters their places, before anything is drawn."""
        self.splitString(_ALWAYS, document)

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 - ReportLab's name
        """Put the font into the document; the widths of its characters are spelt out once."""
        super().addObjects(doc)
        for font in cast("PDFDictionary", doc.idToObject["BasicFonts"]).dict.values():
            if isinstance(getattr(font, "Widths", None), PDFArray):
                font.Widths = self._spelt_out(font.Widths, doc)

    def _spelt_out(self, widths: PDFArray, document: PDFDocument) -> bytes:
        each = tuple(widths.sequence)
        if len(self._spelt) >= MOST_CUTS_KEPT:
            self._spelt.clear()
        spelt = self._spelt.get(each)
        if spelt is None:
            spelt = self._spelt[each] = widths.format(document)
        return spelt
