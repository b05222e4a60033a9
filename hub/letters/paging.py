"""Strips onto pages: what stays together stays, and blank space never opens a page."""

from collections.abc import Iterable, Iterator

from hub.letters.ink import Ink
from hub.letters.strips import Strip
from hub.paper import Box


class Column:
    """Fill the columns of one page after another with strips."""

    def __init__(self, *, first: Box, later: Box) -> None:
        """Begin at the top of the first page."""
        self.pages: list[list[Ink]] = [[]]
        self._later = later
        self._page = first
        self._top = first.top

    def take(self, strips: Iterable[Strip]) -> None:
        """Place strips, each group that stays together on one page if a page can hold it."""
        for group in _groups(strips):
            if not any(strip.ink for strip in group) and self._is_fresh:
                continue
            if not self._fits(sum(strip.height for strip in group)):
                self._turn()
            for strip in group:
                self._place(strip)

    @property
    def _is_fresh(self) -> bool:
        return self._top == self._page.top

    def _fits(self, height: float) -> bool:
        return self._top + height <= self._page.bottom

    def _turn(self) -> None:
        if self._is_fresh:
            return
        self.pages.append([])
        self._page = self._later
        self._top = self._later.top

    def _place(self, strip: Strip) -> None:
        if not self._fits(strip.height):
            self._turn()
        if not strip.ink and self._is_fresh:
            return
        self.pages[-1].extend(ink.lowered(self._top) for ink in strip.ink)
        self._top += strip.height


def _groups(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.stays:
            yield group
            group = []
    if group:
        yield group
