"""What is asked of the gazetteer that is in use; a council without one is told nothing."""

from math import cos, radians
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute

from hub.places.known import KnownAddress, Street
from hub.places.loads import area_of, in_use
from hub.places.rows import AddressRow, LoadKind, StreetRow
from hub.store import Session
from hub.values import Area, Point, PostalAddress, Postcode

_MOST = 200
MOST_STREETS = 20
_AROUND = (0.0003, 0.001, 0.003)  # degrees of latitude: about 30, 110 and 330 metres


def has_addresses(session: Session) -> bool:
    """Say whether the council has a gazetteer in use."""
    return in_use(session, LoadKind.ADDRESSES) is not None


def at_postcode(session: Session, postcode: Postcode) -> tuple[KnownAddress, ...]:
    """Give the addresses of a postcode, by street and number; 200 at most."""
    return addresses(session, AddressRow.postcode == postcode.shown)


def with_uprn(session: Session, uprn: str) -> KnownAddress | None:
    """Give the address under a property number; None if the gazetteer has none."""
    return next(iter(addresses(session, AddressRow.uprn == uprn)), None)


def nearest(session: Session, point: Point) -> KnownAddress | None:
    """Give the address nearest to a point, within about 300 metres."""
    narrow = max(cos(radians(point.lat)), 0.01)
    north, east = AddressRow.lat - point.lat, (AddressRow.lon - point.lon) * narrow
    for around in _AROUND:
        beside = (
            AddressRow.lat.between(point.lat - around, point.lat + around),
            AddressRow.lon.between(point.lon - around / narrow, point.lon + around / narrow),
        )
        if found := addresses(session, *beside, by=north * north + east * east, most=1):
            return found[0]
    return None


def area(session: Session) -> Area | None:
    """Give the area of the council, as far as its gazetteer tells it."""
    load = in_use(session, LoadKind.ADDRESSES)
    return None if load is None else area_of(load)


def has_district(session: Session, postcode: Postcode) -> bool:
    """Say whether any address has a postcode that begins like this one: "LL99"."""
    district = f"{postcode.shown.partition(' ')[0]} "
    alike = AddressRow.postcode.startswith(district, autoescape=True)
    return bool(addresses(session, alike, most=1))


def street_of(row: StreetRow) -> Street:
    """Give a street as it is kept."""
    return Street(row.name, row.town, _point(row), row.folded)


def addresses(
    session: Session,
    *claims: ColumnElement[bool],
    by: ColumnElement[Any] | InstrumentedAttribute[str] = AddressRow.sorted_as,
    most: int = _MOST,
) -> tuple[KnownAddress, ...]:
    """Give the addresses in use of which all this is true, by street and number."""
    load = in_use(session, LoadKind.ADDRESSES)
    if load is None:
        return ()
    wanted = select(AddressRow).where(AddressRow.load == load.id, *claims)
    rows = session.sql.scalars(wanted.order_by(by).limit(most))
    return tuple(map(_address, rows))


def _address(row: AddressRow) -> KnownAddress:
    named = {"line1": row.line1, "line2": row.line2, "line3": row.line3, "town": row.town}
    address = PostalAddress.parse({**named, "postcode": row.postcode})
    return KnownAddress(row.uprn, address, _point(row))


def _point(row: AddressRow | StreetRow) -> Point | None:
    return None if row.lat is None or row.lon is None else Point(row.lat, row.lon)
