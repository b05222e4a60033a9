"""The head of a letter: the council's names beside a bar of its colour."""

from collections.abc import Iterator

from hub import paper
from hub.errors import Refused
from hub.letters.edition import Edition
from hub.letters.ink import Filled, Ink
from hub.letters.setting import LEFT, Setting
from hub.paper import SEMIBOLD, Box

TOP = 9.0
_SIZES = (19, 18, 17, 16, 15, 14, 13, 12, 11, 10)
_BROKEN_BELOW = 14  # points: before a name is smaller than this, it takes two lines
_MOST_LINES = 2  # of a name
_STEP = 0.9  # of the leading: a head is set tighter than what is read
_BAR = 1.4
_BESIDE_BAR = 3.2


class LetterheadDoesNotFit(Refused):
    """Refuse a council whose names or contact lines fit into their place at no readable size.

    `council` is the council's id.
    """

    key = "letterhead_does_not_fit"


def head_ink(edition: Edition) -> tuple[Ink, ...]:
    """Set the council's names as large as the profile's place for a logo allows.

    :raises LetterheadDoesNotFit: if a name is too long for two lines.
    """
    place, left = edition.profile.logo, LEFT + _BAR + _BESIDE_BAR
    names = [paper.legible(name) for name in edition.head.names]
    for size, most in _tries():
        setting = Setting(size, left, place.right - left)
        lines = _lines(names, setting, most)
        if lines and TOP + len(lines) * _STEP * setting.leading <= place.bottom:
            return _set(lines, setting, edition)
    raise LetterheadDoesNotFit(council=edition.head.council)


def _tries() -> Iterator[tuple[int, int]]:
    """Give sizes, and in how many lines a name may stand: a large name in one line is best."""
    yield from ((size, 1) for size in _SIZES if size >= _BROKEN_BELOW)
    yield from ((size, _MOST_LINES) for size in _SIZES)


def _lines(names: list[str], setting: Setting, most: int) -> list[str]:
    """Break names between their words into lines; none if one takes more than `most`."""
    broken = [
        paper.break_lines(name, font=SEMIBOLD, size=setting.size, width=setting.width)
        for name in names
    ]
    pairs = zip(names, broken, strict=True)
    fits = all(len(lines) <= most and _is_whole(name, lines) for name, lines in pairs)
    return [line for lines in broken for line in lines] if fits else []


def _is_whole(name: str, lines: list[str]) -> bool:
    """Say whether no word of the name was cut."""
    return " ".join(lines).split() == name.split()


def _set(lines: list[str], setting: Setting, edition: Edition) -> tuple[Ink, ...]:
    step = setting.leading * _STEP
    bar = Box(LEFT, TOP, LEFT + _BAR, TOP + step * len(lines))
    inked = (setting.line(line, font=SEMIBOLD, colour=edition.head.colour) for line in lines)
    return (
        Filled(bar, edition.head.accent),
        *(line.lowered(TOP + n * step - setting.leading * 0.05) for n, line in enumerate(inked)),
    )
