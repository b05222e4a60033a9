"""A point on the earth, and how far apart two are."""

from dataclasses import dataclass
from math import cos, hypot, radians

METRES_A_DEGREE = 111_195.0
_BRITAIN = ((49.0, 61.0), (-9.0, 2.5))  # with Northern Ireland, and the sea around
_OTHER_GRID = ((54.0, 55.4), (-8.2, -5.43))  # Northern Ireland: its maps have another grid


@dataclass(frozen=True, slots=True)
class Point:
    """Be a point by WGS 84, in degrees."""

    lat: float
    lon: float

    @property
    def is_in_britain(self) -> bool:
        """Say whether it lies in or around the United Kingdom."""
        return self._is_within(_BRITAIN)

    @property
    def has_other_grid(self) -> bool:
        """Say whether it lies where the National Grid of Great Britain is not used."""
        return self._is_within(_OTHER_GRID)

    @property
    def shown(self) -> str:
        """Give it as maps and phones do: "53.100240, -3.899660"."""
        return f"{self.lat:.6f}, {self.lon:.6f}"

    def metres_to(self, other: "Point") -> float:
        """Give how far it is to another point nearby, in metres."""
        north, east = self.offset_to(other)
        return hypot(north, east)

    def offset_to(self, other: "Point") -> tuple[float, float]:
        """Give how far another point nearby lies to the north and to the east, in metres."""
        north = (other.lat - self.lat) * METRES_A_DEGREE
        east = (other.lon - self.lon) * METRES_A_DEGREE * cos(radians(self.lat))
        return north, east

    def _is_within(self, box: tuple[tuple[float, float], tuple[float, float]]) -> bool:
        (south, north), (west, east) = box
        return south <= self.lat <= north and west <= self.lon <= east
