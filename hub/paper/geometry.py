"""Places on a sheet, in millimetres from its top left corner."""

from dataclasses import dataclass

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Box:
    """Name a rectangle on a sheet, in mm from the top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Give the width in mm."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Give the height in mm."""
        return self.bottom - self.top

    def holds(self, other: "Box", slack: float = 0) -> bool:
        """Say whether `other` lies inside, give or take `slack` mm."""
        return (
            other.left >= self.left - slack
            and other.top >= self.top - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def moved(self, right: float, down: float) -> "Box":
        """Give the same box elsewhere: so many mm to the right and down."""
        return Box(self.left + right, self.top + down, self.right + right, self.bottom + down)


A4 = Box(0, 0, 210, 297)


def points(mm: float) -> float:
    """Turn millimetres into printer's points."""
    return mm * POINTS_PER_MM


def millimetres(pt: float) -> float:
    """Turn printer's points into millimetres."""
    return pt / POINTS_PER_MM
