"""The area of a council, as its own addresses tell it: the shape around them, and a little more."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hub.values.point import Point

_AROUND = 1_000.0  # metres: fields and hills begin where the houses end
_FEWEST = 20  # addresses: fewer tell nothing of where a council ends
_CORNERS = 3

_Plane = tuple[float, float]  # metres north and east


@dataclass(frozen=True, slots=True)
class Area:
    """Be a shape without dents around all addresses, by its corners in order."""

    corners: tuple[Point, ...]

    @classmethod
    def around(cls, points: Iterable[Point]) -> "Area | None":
        """Draw the shape around points; those far outside Britain are mistakes and left out.

        None where there are too few to tell anything.
        """
        known = sorted({(one.lat, one.lon) for one in points if one.is_in_britain})
        if len(known) < _FEWEST:
            return None
        south, north = _side(known), _side(known[::-1])
        corners = tuple(Point(*corner) for corner in (*south[:-1], *north[:-1]))
        return cls(corners) if len(corners) >= _CORNERS else None

    def has(self, point: Point) -> bool:
        """Say whether a point lies in it, or within a kilometre of it."""
        seen = [point.offset_to(corner) for corner in self.corners]
        edges = list(zip(seen, (*seen[1:], seen[0]), strict=True))
        if all(_turn(here, there, (0.0, 0.0)) >= 0 for here, there in edges):
            return True
        return min(_off(here, there) for here, there in edges) <= _AROUND


def _side(points: Sequence[_Plane]) -> list[_Plane]:
    """Give one half of the way around points in order (A. M. Andrew's monotone chain, 1979)."""
    way: list[_Plane] = []
    for point in points:
        while len(way) > 1 and _turn(way[-2], way[-1], point) <= 0:
            way.pop()
        way.append(point)
    return way


def _turn(first: _Plane, second: _Plane, third: _Plane) -> float:
    """Give more than nought where the way turns left, and less where it turns right."""
    return (second[0] - first[0]) * (third[1] - first[1]) - (second[1] - first[1]) * (
        third[0] - first[0]
    )


def _off(here: _Plane, there: _Plane) -> float:
    """Give how far the middle is from an edge, in metres."""
    along = (there[0] - here[0], there[1] - here[1])
    length = along[0] ** 2 + along[1] ** 2
    part = -(here[0] * along[0] + here[1] * along[1]) / length if length else 0.0
    part = min(1.0, max(0.0, part))
    nearest = (here[0] + part * along[0], here[1] + part * along[1])
    return float((nearest[0] ** 2 + nearest[1] ** 2) ** 0.5)
