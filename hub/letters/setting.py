"""How type is set: its size, its column, and the room between its lines."""

from dataclasses import dataclass

from hub import paper
from hub.letters.ink import BLACK, Line
from hub.paper import Font

LEFT = 25.0
LARGE_PRINT = 17
GIANT_PRINT = 28
_X_MIDDLE = 0.35  # of the size: from the baseline to the middle of a capital


@dataclass(frozen=True, slots=True)
class Setting:
    """Say how type is set: size in points; the column's left side and width in mm."""

    size: float
    left: float
    width: float

    @property
    def leading(self) -> float:
        """Give the distance between baselines in mm."""
        return leading(self.size)

    def sized(self, size: float) -> "Setting":
        """Give the same column with type of another size."""
        return Setting(size, self.left, self.width)

    def part(self, shift: float, width: float | None = None) -> "Setting":
        """Give a part of the column: from `shift` mm on, so wide, or to its right side."""
        return Setting(self.size, self.left + shift, width or self.width - shift)

    def line(self, words: str, *, font: Font, colour: str = BLACK) -> Line:
        """Set one line in the middle of a strip as high as the leading."""
        baseline = self.leading / 2 + paper.millimetres(self.size * _X_MIDDLE)
        return Line(self.left, baseline, words, font, self.size, colour)


def leading(size: float) -> float:
    """Give the distance between baselines in mm: generous, a little less so in large print."""
    return paper.millimetres(size * (1.42 if size < LARGE_PRINT else 1.35))
