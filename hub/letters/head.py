"""The head of a letter: the council's names beside a bar of its colour."""

from hub import paper
from hub.errors import Refused
from hub.letters.edition import Edition
from hub.letters.ink import Filled, Ink
from hub.letters.setting import LEFT, Setting, leading
from hub.paper import SEMIBOLD, Box

TOP = 9.0
_SIZES = (19, 18, 17, 16, 15, 14, 13, 12, 11, 10)
_BAR = 1.4
_BESIDE_BAR = 3.2


class LetterheadDoesNotFit(Refused):
    """Refuse a council whose names or contact lines fit into their place at no readable size."""

    key = "letterhead_does_not_fit"


def head_ink(edition: Edition) -> tuple[Ink, ...]:
    """Set the council's names as large as the profile's place for a logo allows.

    :raises LetterheadDoesNotFit: if a name is too long.
    """
    names = [paper.legible(name) for name in edition.head.names]
    left = LEFT + _BAR + _BESIDE_BAR
    width = edition.profile.logo.right - left
    for size in _SIZES:
        if all(SEMIBOLD.width(name, size) <= width for name in names):
            return _set(names, Setting(size, left, width), edition)
    raise LetterheadDoesNotFit


def _set(names: list[str], setting: Setting, edition: Edition) -> tuple[Ink, ...]:
    step = leading(setting.size) * 0.9
    bar = Box(LEFT, TOP, LEFT + _BAR, TOP + step * len(names))
    lines = (setting.line(name, font=SEMIBOLD, colour=edition.head.colour) for name in names)
    return (
        Filled(bar, edition.head.accent),
        *(line.lowered(TOP + n * step - setting.leading * 0.05) for n, line in enumerate(lines)),
    )
