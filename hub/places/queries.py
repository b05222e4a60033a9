"""What is asked of the gazetteer that is in use; a council without one is told nothing."""

from math import cos, radians
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute

from hub.places.folding import folded
from hub.places.known import KnownAddress, Point, Street
from hub.places.loads import in_use
from hub.places.rows import AddressRow, LoadKind, StreetRow
from hub.store import Session
from hub.values import PostalAddress, Postcode

_MOST = 200
_MOST_STREETS = 20
_MOST_WORDS = 8
_SHORTEST = 3  # letters: fewer would find half the town
_AROUND = (0.0003, 0.001, 0.003)  # degrees of latitude: about 30, 110 and 330 metres


def has_addresses(session: Session) -> bool:
    """Say whether the council has a gazetteer in use."""
    return in_use(session, LoadKind.ADDRESSES) is not None


def at_postcode(session: Session, postcode: Postcode) -> tuple[KnownAddress, ...]:
    """Give the addresses of a postcode, by street and number; 200 at most."""
    return _addresses(session, AddressRow.postcode == postcode.shown)


def with_uprn(session: Session, uprn: str) -> KnownAddress | None:
    """Give the address under a property number; None if the gazetteer has none."""
    return next(iter(_addresses(session, AddressRow.uprn == uprn)), None)


def nearest(session: Session, point: Point) -> KnownAddress | None:
    """Give the address nearest to a point, within about 300 metres."""
    narrow = max(cos(radians(point.lat)), 0.01)
    north, east = AddressRow.lat - point.lat, (AddressRow.lon - point.lon) * narrow
    for around in _AROUND:
        beside = (
            AddressRow.lat.between(point.lat - around, point.lat + around),
            AddressRow.lon.between(point.lon - around / narrow, point.lon + around / narrow),
        )
        if found := _addresses(session, *beside, by=north * north + east * east, most=1):
            return found[0]
    return None


def streets(session: Session, words: str) -> tuple[Street, ...]:
    """Give the streets whose name or town has all these words in it; 20 at most."""
    parts = [part for part in folded(words).split() if not part.isdigit()][:_MOST_WORDS]
    load = in_use(session, LoadKind.ADDRESSES)
    if load is None or sum(map(len, parts)) < _SHORTEST:
        return ()
    has_all = (StreetRow.folded.contains(part, autoescape=True) for part in parts)
    wanted = select(StreetRow).where(StreetRow.load == load.id, *has_all)
    rows = session.sql.scalars(wanted.order_by(StreetRow.folded).limit(_MOST_STREETS))
    return tuple(Street(row.name, row.town, _point(row)) for row in rows)


def _addresses(
    session: Session,
    *claims: ColumnElement[bool],
    by: ColumnElement[Any] | InstrumentedAttribute[str] = AddressRow.sorted_as,
    most: int = _MOST,
) -> tuple[KnownAddress, ...]:
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
