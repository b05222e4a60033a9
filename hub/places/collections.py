"""The days on which the bins of a property are emptied."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import select

from hub.places.loads import in_use
from hub.places.rows import CollectionRow, LoadKind
from hub.store import Session


@dataclass(frozen=True, slots=True)
class Collection:
    """Say when a bin is emptied: the next day on or after the one that was asked about.

    `bin` is the council's own word for it, as in its file.
    """

    bin: str
    day: date
    every_days: int


def next_collections(session: Session, uprn: str, *, after: date) -> tuple[Collection, ...]:
    """Give the next day of each bin of a property, the soonest first."""
    found = [_next(row, after) for row in _rounds(session, uprn)]
    return tuple(sorted(found, key=lambda one: (one.day, one.bin)))


def last_collections(session: Session, uprn: str, *, until: date) -> tuple[Collection, ...]:
    """Give the last day of each bin of a property up to a day; none before its first."""
    begun = [row for row in _rounds(session, uprn) if row.first <= until]
    coming = [_next(row, until + timedelta(1)) for row in begun]
    return tuple(replace(one, day=one.day - timedelta(one.every_days)) for one in coming)


def collections_until(
    session: Session, uprn: str, *, after: date, until: date
) -> tuple[Collection, ...]:
    """Give every day on which a bin of a property is emptied, from `after` to `until`, in order."""
    days = [
        replace(one, day=one.day + timedelta(rounds * one.every_days))
        for one in next_collections(session, uprn, after=after)
        for rounds in range((until - one.day).days // one.every_days + 1)
    ]
    return tuple(sorted(days, key=lambda one: (one.day, one.bin)))


def _rounds(session: Session, uprn: str) -> Sequence[CollectionRow]:
    load = in_use(session, LoadKind.COLLECTIONS)
    if load is None:
        return ()
    wanted = select(CollectionRow).where(CollectionRow.load == load.id, CollectionRow.uprn == uprn)
    return session.sql.scalars(wanted).all()


def _next(row: CollectionRow, after: date) -> Collection:
    late = max(0, (after - row.first).days)
    rounds = -(-late // row.every_days)
    return Collection(row.bin, row.first + timedelta(rounds * row.every_days), row.every_days)
