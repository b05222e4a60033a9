"""Words into lines: no word is split, unless it alone is wider than the column."""

import re
from collections.abc import Iterator

from hub.paper.fonts import Font

_SPACES = re.compile(r"[^\S\u00a0]+")
_GOOD_BREAKS = frozenset("-/.@_")


def break_lines(words: str, *, font: Font, size: float, width: float) -> list[str]:
    """Break `words` at spaces into lines of at most `width` mm; a new line stays one."""
    return [
        line
        for part in words.split("\n")
        for line in _fill(_SPACES.split(part.strip()), font=font, size=size, width=width)
    ]


def _fill(words: list[str], *, font: Font, size: float, width: float) -> Iterator[str]:
    space = font.width(" ", size)
    line: list[str] = []
    used = -space
    for word in words:
        for piece, wide in _pieces(word, font=font, size=size, width=width):
            if line and used + space + wide > width:
                yield " ".join(line)
                line, used = [], -space
            line.append(piece)
            used += space + wide
    yield " ".join(line)


def _pieces(word: str, *, font: Font, size: float, width: float) -> Iterator[tuple[str, float]]:
    wide = font.width(word, size)
    while wide > width and len(word) > 1:
        cut = _cut(word, font=font, size=size, width=width)
        yield word[:cut], font.width(word[:cut], size)
        word = word[cut:]
        wide = font.width(word, size)
    yield word, wide


def _cut(word: str, *, font: Font, size: float, width: float) -> int:
    fits = next(n for n in range(len(word), 0, -1) if n == 1 or font.width(word[:n], size) <= width)
    good = (n for n in range(fits, fits // 2, -1) if word[n - 1] in _GOOD_BREAKS)
    return next(good, fits)
