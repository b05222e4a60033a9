"""A point as people write it: degrees, a grid reference, or an easting and a northing."""

import re
import unicodedata
from dataclasses import dataclass

from hub.values.grid import GridSquare
from hub.values.point import Point
from hub.values.wrong import WrongValue

LONGEST_POINT = 60
_DECIMALS = 6  # about ten centimetres
_POLE, _HALF_ROUND = 90, 180
_DASHES = str.maketrans({"\u2212": "-", "\u2013": "-", "\u00ba": "°", "\u2032": "'", "\u2033": '"'})
_NUMBER = r"-?[0-9]{1,3}(?:\.[0-9]{1,15})?"
_PAIR = re.compile(rf"({_NUMBER}) ?[,; ] ?({_NUMBER})")
_SIDED = re.compile(
    r"([0-9]{1,2})°? ?(?:([0-9]{1,2})' ?)?(?:([0-9]{1,2}(?:\.[0-9]{1,9})?)\" ?)?([NS]) ?,? ?"
    r"([0-9]{1,3})°? ?(?:([0-9]{1,2})' ?)?(?:([0-9]{1,2}(?:\.[0-9]{1,9})?)\" ?)?([EW])"
)
_DECIMAL_SIDED = re.compile(
    r"([0-9]{1,2}(?:\.[0-9]{1,15})?)°? ?([NS]) ?,? ?([0-9]{1,3}(?:\.[0-9]{1,15})?)°? ?([EW])"
)
_METRES = re.compile(r"E?(?:ASTING)?:? ?([0-9]{5,6}) ?[,; ] ?N?(?:ORTHING)?:? ?([0-9]{5,7})")
_IN_WORDS = re.compile(
    r"(?<![0-9.])(-?[0-9]{1,2}\.[0-9]{3,15}) ?[,; ] ?(-?[0-9]{1,3}\.[0-9]{3,15})(?![0-9])"
)
_SQUARE_IN_WORDS = re.compile(
    r"\b([HNOST][A-HJ-Z] ?(?:[0-9]{3} [0-9]{3}|[0-9]{4} [0-9]{4}|[0-9]{5} [0-9]{5}))\b"
)


@dataclass(frozen=True, slots=True)
class Pointed:
    """Be a point that was told, and its grid square where it was told by that."""

    point: Point
    square: GridSquare | None = None

    @classmethod
    def parse(cls, written: str) -> "Pointed":
        """Read a point: "53.1002, -3.8997", "53.1002° N, 3.8997° W", "SN 581 819", "258123 281920".

        :raises WrongValue: "place_point" if it is none.
        """
        plain = " ".join(written.translate(_DASHES).upper().split())
        if len(plain) > LONGEST_POINT or not plain.isprintable() or _has_other_digits(plain):
            raise WrongValue("place_point")
        if metres := _METRES.fullmatch(plain):
            return cls._of_square(GridSquare.of_metres(*metres.groups()))
        if degrees := _degrees(plain):
            return cls(_point(*degrees))
        return cls._of_square(GridSquare.parse(plain))

    @classmethod
    def in_words(cls, words: str) -> "Pointed | None":
        """Give the first point in Britain that stands in somebody's words, if there is one."""
        for lat, lon in _IN_WORDS.findall(words):
            if abs(float(lat)) <= _POLE and (point := _point(float(lat), float(lon))).is_in_britain:
                return cls(point)
        square = _SQUARE_IN_WORDS.search(words)
        return cls._of_square(GridSquare.parse(square[1])) if square else None

    @classmethod
    def _of_square(cls, square: GridSquare) -> "Pointed":
        return cls(square.point, square)

    @property
    def shown(self) -> str:
        """Give it as it can be read again."""
        return self.square.shown if self.square else self.point.shown


def likely_points(point: Point) -> tuple[Point, ...]:
    """Give what somebody may have meant by a point: a minus forgotten, the two numbers swapped."""
    lat, lon = point.lat, point.lon
    pairs = ((lat, -lon), (lon, lat), (-lon, lat), (lon, -lat), (-lat, lon))
    found = [Point(north, east) for north, east in pairs if abs(north) <= _POLE]
    return tuple(one for one in found if one.is_in_britain and one != point)


def _degrees(plain: str) -> tuple[float, float] | None:
    if found := _PAIR.fullmatch(plain):
        return float(found[1]), float(found[2])
    if found := _DECIMAL_SIDED.fullmatch(plain):
        return _signed(float(found[1]), found[2]), _signed(float(found[3]), found[4])
    if found := _SIDED.fullmatch(plain):
        parts = found.groups()
        lat, lon = _sixtieths(*parts[:3]), _sixtieths(*parts[4:7])
        return _signed(lat, found[4]), _signed(lon, found[8])
    return None


def _sixtieths(*parts: str | None) -> float:
    degrees, minutes, seconds = (float(part or 0) for part in parts)
    if minutes >= 60 or seconds >= 60:  # noqa: PLR2004 (of a degree, of a minute)
        raise WrongValue("place_point")
    return degrees + minutes / 60 + seconds / 3600


def _signed(degrees: float, side: str) -> float:
    return -degrees if side in {"S", "W"} else degrees


def _point(lat: float, lon: float) -> Point:
    if max(abs(lat), abs(lon)) > _HALF_ROUND:
        raise WrongValue("place_point")
    return Point(round(lat, _DECIMALS) + 0.0, round(lon, _DECIMALS) + 0.0)  # -0.0 is 0.0


def _has_other_digits(plain: str) -> bool:
    return any(unicodedata.category(mark) == "Nd" and not mark.isascii() for mark in plain)
