"""A load from its beginning to its use: written in small transactions, swapped in by one."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute

from hub.places.rows import AddressRow, CollectionRow, Load, LoadKind, LoadState, StreetRow
from hub.store import UNSYNCED, Base, Database, Session
from hub.values import Area, Point

_BATCH = 2000
_GIVEN_UP = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class LoadId:
    """Name a load under way."""

    council: str
    id: UUID
    kind: LoadKind


def begin(database: Database, council: str, kind: LoadKind, *, sha256: str) -> LoadId:
    """Begin a load; nobody sees it until it is used."""
    with database.session(council) as session:
        load = LoadId(council, session.chance.uuid(), kind)
        told = {"state": LoadState.BEGUN.value, "sha256": sha256, "begun_at": session.now()}
        row = {"council": council, "id": load.id, "kind": kind.value, "rows": 0, "broken": 0}
        session.insert(Load, {**row, **told})
    return load


def in_use(session: Session, kind: LoadKind) -> Load | None:
    """Give the load that is in use; None if there is none."""
    wanted = select(Load).where(Load.kind == kind.value, Load.state == LoadState.CURRENT.value)
    return session.sql.scalars(wanted.limit(1)).one_or_none()


def fill(
    database: Database, load: LoadId, *, table: type[Base], rows: Iterable[Mapping[str, Any]]
) -> None:
    """Write rows, a few thousand in each transaction: nobody waits long for a turn to write."""
    own = {"council": load.council, "load": load.id}
    left: Iterator[Mapping[str, Any]] = iter(rows)
    while batch := [{**own, **row} for row in islice(left, _BATCH)]:
        with database.session(load.council) as session:
            session.insert(table, *batch)


def area_of(load: Load) -> Area | None:
    """Give the shape around the addresses of a load, where it is known."""
    return Area(tuple(Point(*corner) for corner in json.loads(load.area))) if load.area else None


def use(
    database: Database, load: LoadId, *, rows: int, broken: int, area: Area | None = None
) -> None:
    """Use a load from now on instead of the one before."""
    same = select(Load.id).where(Load.kind == load.kind).order_by(Load.id).with_for_update()
    in_use = update(Load).where(Load.kind == load.kind, Load.state == LoadState.CURRENT.value)
    with database.session(load.council) as session:
        session.sql.execute(same).all()  # of two loads at once one waits, and replaces the other
        replaced = in_use.values(state=LoadState.REPLACED.value)
        session.sql.execute(replaced, execution_options=UNSYNCED)
        counted = {"rows": rows, "broken": broken, "area": _corners(area)}
        told = {"state": LoadState.CURRENT.value, **counted}
        session.change(Load, {"council": load.council, "id": load.id}, told)


def _corners(area: Area | None) -> str | None:
    return json.dumps([[one.lat, one.lon] for one in area.corners]) if area else None


def clear_away(database: Database, council: str) -> None:
    """Remove what was replaced, and what was begun long ago and never ended."""
    with database.reading(council) as session:
        long_ago = session.now() - _GIVEN_UP
        given_up = (Load.state == LoadState.BEGUN.value) & (Load.begun_at < long_ago)
        gone = or_(Load.state == LoadState.REPLACED.value, given_up)
        found = session.sql.scalars(select(Load.id).where(gone)).all()
    for load in found:
        for key in (AddressRow.uprn, StreetRow.folded, CollectionRow.uprn):
            while _clear_some(database, council, load, key=key):
                pass
        with database.session(council) as session:
            session.sql.execute(delete(Load).where(Load.id == load), execution_options=UNSYNCED)


def _clear_some(
    database: Database, council: str, load: UUID, *, key: InstrumentedAttribute[str]
) -> bool:
    """Remove a few thousand rows of a load, and say whether there were any."""
    table = key.class_
    with database.session(council) as session:
        some = session.sql.scalars(select(key).where(table.load == load).limit(_BATCH)).all()
        old = delete(table).where(table.load == load, key.in_(some))
        session.sql.execute(old, execution_options=UNSYNCED)
    return bool(some)
