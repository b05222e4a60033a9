"""A square of the National Grid of Great Britain, as maps and crews name it: "SN 5812 8192"."""

import re
from dataclasses import dataclass
from math import cos, radians

from hub.values.datum import to_grid
from hub.values.point import METRES_A_DEGREE, Point
from hub.values.wrong import WrongValue

_LETTERS = "ABCDEFGHJKLMNOPQRSTUVWXYZ"  # of the squares, without the I
_SIDE = 5  # squares
_FAR, _NEAR = 500_000, 100_000  # metres a side, of the first letter's square and of the second's
_MOST_EAST, _MOST_NORTH = 700_000, 1_300_000
_REFERENCE = re.compile(r"([HNOST])([A-HJ-Z]) ?([0-9]{3,5}) ?([0-9]{3,5})")
_JOINED = re.compile(r"([HNOST])([A-HJ-Z]) ?((?:[0-9]{2}){3,5})")
_METRES = 5  # digits of each half that name a metre
_SHOWN = 4  # digits of each half: ten metres, as a point is no more exact than that
_ROUNDS = 12


@dataclass(frozen=True, slots=True)
class GridSquare:
    """Be a square by the metres of its south-west corner, with a side of 1, 10 or 100 metres."""

    easting: int
    northing: int
    side: int = 1

    @classmethod
    def parse(cls, written: str) -> "GridSquare":
        """Read a reference with its letters: "SN 58123 81920", "SN5812381920", "sn 581 819".

        :raises WrongValue: "place_point" if it is none.
        """
        plain = " ".join(written.upper().split())
        first, second, east, north = _halves(plain)
        if len(east) != len(north):
            raise WrongValue("place_point")
        side = 10 ** (_METRES - len(east))
        far_east, far_north = _corner(first, size=_FAR)
        near_east, near_north = _corner(second, size=_NEAR)
        easting = far_east - 2 * _FAR + near_east + int(east) * side
        northing = far_north - _FAR + near_north + int(north) * side
        return cls._on_the_map(easting, northing, side)

    @classmethod
    def of_metres(cls, easting: str, northing: str) -> "GridSquare":
        """Read an easting and a northing in metres, written in digits.

        :raises WrongValue: "place_point" if no such square is on the map.
        """
        return cls._on_the_map(int(easting), int(northing), 1)

    @classmethod
    def at(cls, point: Point) -> "GridSquare":
        """Give the square of ten metres in which a point lies."""
        side = 10 ** (_METRES - _SHOWN)
        east, north = (int(metres // side) * side for metres in to_grid(point.lat, point.lon))
        return cls(east, north, side)

    @classmethod
    def _on_the_map(cls, easting: int, northing: int, side: int) -> "GridSquare":
        if not (0 <= easting < _MOST_EAST and 0 <= northing < _MOST_NORTH):
            raise WrongValue("place_point")
        return cls(easting, northing, side)

    @property
    def shown(self) -> str:
        """Give the reference as it is printed: "SN 5812 8192"."""
        digits = _METRES - len(str(self.side)) + 1
        east, north = self.easting % _NEAR // self.side, self.northing % _NEAR // self.side
        return f"{self._letters} {east:0{digits}} {north:0{digits}}"

    @property
    def point(self) -> Point:
        """Give the middle of the square.

        The way to the grid is walked back step by step: each step looks how far off it still is.
        """
        east, north = (metres + self.side / 2 for metres in (self.easting, self.northing))
        lat, lon = 49 + (north + 100_000) / METRES_A_DEGREE, -2.0
        for _ in range(_ROUNDS):
            there_east, there_north = to_grid(lat, lon)
            lat += (north - there_north) / METRES_A_DEGREE
            lon += (east - there_east) / METRES_A_DEGREE / cos(radians(lat))
        return Point(round(lat, 6), round(lon, 6))

    @property
    def _letters(self) -> str:
        east, north = self.easting + 2 * _FAR, self.northing + _FAR
        return _letter(east, north, size=_FAR) + _letter(east % _FAR, north % _FAR, size=_NEAR)


def _halves(plain: str) -> tuple[str, ...]:
    if found := _REFERENCE.fullmatch(plain):
        first, second, east, north = found.groups()
        if " " in plain[2:].strip():
            return first, second, east, north
    if joined := _JOINED.fullmatch(plain):
        first, second, digits = joined.groups()
        half = len(digits) // 2
        return first, second, digits[:half], digits[half:]
    raise WrongValue("place_point")


def _corner(letter: str, *, size: int) -> tuple[int, int]:
    """Give how far east and north a letter's square lies in the square of 5 by 5 around it."""
    row, column = divmod(_LETTERS.index(letter), _SIDE)
    return column * size, (_SIDE - 1 - row) * size


def _letter(east: int, north: int, *, size: int) -> str:
    return _LETTERS[(_SIDE - 1 - north // size) * _SIDE + east // size]
