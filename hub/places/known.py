"""What a gazetteer tells: an address with its property number, a street, a point on the earth."""

from dataclasses import dataclass

from hub.values import PostalAddress


@dataclass(frozen=True, slots=True)
class Point:
    """Be a point by WGS 84, in degrees."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class KnownAddress:
    """Be an address as the council keeps it, under its unique property reference number."""

    uprn: str
    address: PostalAddress
    point: Point | None


@dataclass(frozen=True, slots=True)
class Street:
    """Be a street in a town, with a point somewhere along it where one is known."""

    name: str
    town: str
    point: Point | None
