"""Letters and marks as every text answer keeps them, whichever door they came through."""

import re
import unicodedata

from hub.interview.asking import Asking

LONGEST_LINE = 200
LONGEST_STORY = 4000

# Control characters, marks that turn the direction of writing (they make an answer read as what it
# is not), halves of a character, and what Unicode says is no character at all.
_REFUSED = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_UNSEEN = re.compile(r"[\u00ad\u200b\u2060\ufeff]")  # soft hyphens and such, copied in from pages
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029]")
_ROOM_FOR_SPACES = 1000


def read_line(given: object, asking: Asking, *, most: int, part: str | None = None) -> str:
    """Read one line: composed (NFC), every stretch of white space a single space.

    :raises Problem: "needed", "characters" or "too_long".
    """
    text = " ".join(_composed(given, asking, most=most, part=part).split())
    return _within(text, asking, most=most, part=part)


def read_lines(given: object, asking: Asking, *, most: int) -> str:
    """Read a text of several lines, each without spaces at its end.

    :raises Problem: "needed", "characters" or "too_long".
    """
    lines = _composed(given, asking, most=most).replace("\t", " ").split("\n")
    return _within("\n".join(line.rstrip() for line in lines).strip(), asking, most=most)


def is_blank(text: str) -> bool:
    """Say whether nothing was written: white space, or marks that take no room."""
    return not _UNSEEN.sub("", text).strip()


def _composed(given: object, asking: Asking, *, most: int, part: str | None = None) -> str:
    if not isinstance(given, str):
        raise asking.problem("needed", part=part)
    if len(given) > 4 * most + _ROOM_FOR_SPACES:
        raise asking.problem("too_long", part=part, most=most)
    if _REFUSED.search(given):
        raise asking.problem("characters", part=part)
    return unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", _UNSEEN.sub("", given)))


def _within(text: str, asking: Asking, *, most: int, part: str | None = None) -> str:
    if len(text) > most:
        raise asking.problem("too_long", part=part, most=most)
    if text and not _is_visible(text):
        raise asking.problem("needed", part=part)
    return text


def _is_visible(text: str) -> bool:
    return any(unicodedata.category(mark)[0] not in "ZC" for mark in text)
