"""From the earth as satellites see it (WGS 84) to that of the British maps (OSGB36), and its grid.

Formulae and numbers: Ordnance Survey, "A guide to coordinate systems in Great Britain": annexe B
for the ellipsoids, annexe C for the projection, section 6.6 for the seven numbers of the
transformation. Without Ordnance Survey's own table of shifts (OSTN15) a point is right within
about five metres: docs/decisions/0022.
"""

from dataclasses import dataclass
from math import atan2, cos, hypot, radians, sin, sqrt, tan

_ROUNDS = 6
_SECONDS = radians(1 / 3600)
_MOVED = (-446.448, 125.157, -542.060)  # metres
_SCALED = 1 + 20.4894e-6
_TURNED = (-0.1502 * _SECONDS, -0.2470 * _SECONDS, -0.8421 * _SECONDS)

_SCALE, _EAST, _NORTH = 0.9996012717, 400_000.0, -100_000.0  # of the National Grid
_LAT, _LON = radians(49), radians(-2)  # its true origin

_Solid = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class _Ellipsoid:
    """Be the shape of the earth by its half axes, in metres."""

    a: float
    b: float

    @property
    def e2(self) -> float:
        """Give the square of its eccentricity."""
        return 1 - (self.b / self.a) ** 2


_WGS84 = _Ellipsoid(6_378_137.000, 6_356_752.3141)
_AIRY = _Ellipsoid(6_377_563.396, 6_356_256.909)


def to_grid(lat: float, lon: float) -> tuple[float, float]:
    """Give easting and northing, in metres, of a point by WGS 84, in degrees."""
    solid = shift(_solid(radians(lat), radians(lon)))
    return project(*_angles(solid))


def shift(solid: _Solid) -> _Solid:
    """Move a point, in metres from the middle of the earth, from WGS 84 to OSGB36."""
    x, y, z = solid
    turned_x, turned_y, turned_z = _TURNED
    return (
        _MOVED[0] + x * _SCALED - y * turned_z + z * turned_y,
        _MOVED[1] + x * turned_z + y * _SCALED - z * turned_x,
        _MOVED[2] - x * turned_y + y * turned_x + z * _SCALED,
    )


def project(lat: float, lon: float) -> tuple[float, float]:
    """Give easting and northing, in metres, of a point by OSGB36, in radians.

    The letters are those of the guide, so that the two can be read side by side.
    """
    bent = 1 - _AIRY.e2 * sin(lat) ** 2
    nu = _AIRY.a * _SCALE / sqrt(bent)
    eta2 = bent / (1 - _AIRY.e2) - 1
    c, t2, p = cos(lat), tan(lat) ** 2, lon - _LON
    i = _arc(lat) + _NORTH
    ii = nu / 2 * sin(lat) * c
    iii = nu / 24 * sin(lat) * c**3 * (5 - t2 + 9 * eta2)
    iiia = nu / 720 * sin(lat) * c**5 * (61 - 58 * t2 + t2**2)
    iv = nu * c
    v = nu / 6 * c**3 * (1 + eta2 - t2)
    vi = nu / 120 * c**5 * (5 - 18 * t2 + t2**2 + 14 * eta2 - 58 * t2 * eta2)
    return _EAST + iv * p + v * p**3 + vi * p**5, i + ii * p**2 + iii * p**4 + iiia * p**6


def _arc(lat: float) -> float:
    """Give the length of the meridian from the true origin, as it is on the map."""
    n = (_AIRY.a - _AIRY.b) / (_AIRY.a + _AIRY.b)
    less, more = lat - _LAT, lat + _LAT
    first = (1 + n + 1.25 * (n**2 + n**3)) * less
    second = (3 * n + 3 * n**2 + 2.625 * n**3) * sin(less) * cos(more)
    third = 1.875 * (n**2 + n**3) * sin(2 * less) * cos(2 * more)
    fourth = 35 / 24 * n**3 * sin(3 * less) * cos(3 * more)
    return _AIRY.b * _SCALE * (first - second + third - fourth)


def _solid(lat: float, lon: float) -> _Solid:
    nu = _WGS84.a / sqrt(1 - _WGS84.e2 * sin(lat) ** 2)
    flat = nu * cos(lat)
    return flat * cos(lon), flat * sin(lon), nu * (1 - _WGS84.e2) * sin(lat)


def _angles(solid: _Solid) -> tuple[float, float]:
    x, y, z = solid
    flat = hypot(x, y)
    lat = atan2(z, flat * (1 - _AIRY.e2))
    for _ in range(_ROUNDS):
        nu = _AIRY.a / sqrt(1 - _AIRY.e2 * sin(lat) ** 2)
        lat = atan2(z + _AIRY.e2 * nu * sin(lat), flat)
    return lat, atan2(y, x)
