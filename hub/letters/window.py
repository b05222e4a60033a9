"""The address in the window: 10 to 12 points, seen whole however the sheet lies.

Royal Mail reads plain lines without gaps, the postcode alone on the last. Where the window is too
low for all lines, short lines between the name and the town join. Only then, and where the profile
lets it, the postcode joins the town with two spaces, as Royal Mail allows.
"""

from collections.abc import Iterator
from itertools import product

from hub import paper
from hub.errors import Refused
from hub.letters.edition import Edition, part_languages
from hub.letters.ink import Line
from hub.letters.setting import LEFT
from hub.paper import REGULAR, Box

SIZES = (12, 11.5, 11, 10.5, 10)
_SPACINGS = (1.22, 1.12)  # of the size: at ease first, then as tight as it is still read
_LOOSEST = 1.3
_RISE, _FALL = 0.94, 0.24  # of the size: what Ŵ has above its baseline, and y below


class UnprintableAddress(Refused):
    """Refuse a name or address with characters that our fonts lack; `marks` names them."""

    key = "unprintable_address"


class AddressDoesNotFit(Refused):
    """Refuse an address that no size from 10 points up fits into the window."""

    key = "address_does_not_fit"


def window_ink(edition: Edition) -> tuple[Line, ...]:
    """Set the name and the address into the profile's window.

    :raises UnprintableAddress: if the fonts lack a character of it.
    :raises AddressDoesNotFit: if no size and no joining of lines fits.
    """
    lines = list(edition.window_lines)
    if lacking := paper.lacking("".join(lines)):
        raise UnprintableAddress(marks=" ".join(f"U+{ord(mark):04X}" for mark in lacking))
    box = edition.profile.address
    legible = [paper.legible(line) for line in lines]
    for fewer in _ever_fewer(legible, alone=edition.profile.postcode_alone):
        for spacing, size in product(_SPACINGS, SIZES):
            broken = _broken(fewer, size=size, width=box.right - LEFT)
            if _height(len(broken), size, spacing) <= box.height:
                return _set(broken, size, box)
    raise AddressDoesNotFit


def _ever_fewer(lines: list[str], *, alone: bool) -> Iterator[list[str]]:
    name, *upper, town, postcode = lines
    yield lines
    while len(upper) > 1:
        first = min(range(len(upper) - 1), key=lambda n: len(upper[n]) + len(upper[n + 1]))
        upper[first : first + 2] = [", ".join(upper[first : first + 2])]
        yield [name, *upper, town, postcode]
    if not alone:
        yield [name, *upper, f"{town}  {postcode}"]


def _broken(lines: list[str], *, size: float, width: float) -> list[str]:
    return [
        piece
        for line in lines
        for piece in (
            [line]
            if REGULAR.width(line, size) <= width
            else paper.break_lines(part_languages(line), font=REGULAR, size=size, width=width)
        )
    ]


def _height(count: int, size: float, spacing: float) -> float:
    return paper.millimetres(size * ((count - 1) * spacing + _RISE + _FALL))


def _set(lines: list[str], size: float, box: Box) -> tuple[Line, ...]:
    gaps = max(len(lines) - 1, 1)
    spare = box.height - _height(len(lines), size, 0)
    step = min(spare / gaps, paper.millimetres(size * _LOOSEST))
    top = box.top + (spare - step * (len(lines) - 1)) / 2
    first = top + paper.millimetres(size * _RISE)
    return tuple(Line(LEFT, first + n * step, line, REGULAR, size) for n, line in enumerate(lines))
