"""The two fonts of everything printed: Fira Sans, which has Welsh, Polish, Greek and Cyrillic.

The files come with the package that carries the fonts, and are read once. A character that the
fonts lack is shown by a mark: nothing may vanish from a letter unseen.
"""

import re
import unicodedata

import fontpkg
from reportlab.pdfbase import pdfmetrics

from hub.paper.embedding import KeptFont
from hub.paper.geometry import millimetres

FAMILY = "Fira Sans"
MARK = "[?]"
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e01ef]"
)
_SHAPELESS = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
_MARKS = re.compile(r"(?:\[\?\])+")


class Font:
    """Measure words, and name the font they are drawn in."""

    def __init__(self, name: str, weight: int) -> None:
        """Read the font's file and make it known to ReportLab."""
        self.name = name
        self.kept = KeptFont(name, fontpkg.path(FAMILY, weight=weight))
        pdfmetrics.registerFont(self.kept)
        face = self.kept.face
        self.characters = frozenset(map(chr, face.charToGlyph))
        self._advance = {chr(code): width / 1000 for code, width in face.charWidths.items()}

    def width(self, words: str, size: float) -> float:
        """Measure `words` at `size` points, in mm.

        :raises KeyError: if the font lacks a character; `legible` words have none such.
        """
        return millimetres(sum(map(self._advance.__getitem__, words)) * size)


REGULAR = Font("Hub-Regular", 400)
SEMIBOLD = Font("Hub-SemiBold", 600)
DRAWN = frozenset(
    character
    for character in REGULAR.characters & SEMIBOLD.characters
    if unicodedata.category(character) not in _SHAPELESS
)
_PLAIN = frozenset(character for character in DRAWN if not unicodedata.combining(character))


def lacking(words: str) -> tuple[str, ...]:
    """List the characters of `words` that the fonts cannot draw, each once, in order."""
    seen = _UNSEEN.sub("", unicodedata.normalize("NFC", words))
    return tuple(dict.fromkeys(mark for mark in seen if not mark.isspace() and mark not in DRAWN))


def legible(words: str) -> str:
    """Put "[?]" for what the fonts lack, drop what has no shape, and keep the rest."""
    if _PLAIN.issuperset(words):
        return words
    seen = _UNSEEN.sub("", unicodedata.normalize("NFC", words))
    return _MARKS.sub(MARK, "".join(map(_shown, seen)))


def _shown(character: str) -> str:
    if character in DRAWN:
        return character
    return "\n" if character == "\n" else " " if character.isspace() else MARK
