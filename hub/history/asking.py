"""What is asked of one chain: by whoever is about to add to it, and by whoever tells its steps."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from hub.history.hashing import Words
from hub.history.tables import Chain, Entry, EntryText
from hub.store import Session

_ANY: Words = {}


def first_of(session: Session, *, chain: UUID, kind: str, having: Words = _ANY) -> Words | None:
    """Give the facts of a chain's first entry of this kind that has these facts; None if none has.

    Nobody else adds to the chain until the transaction ends, so that what is not there yet can be
    added once.
    """
    session.sql.execute(select(Chain.number).where(Chain.id == chain).with_for_update())
    entries = select(Entry.facts).where(Entry.chain == chain, Entry.kind == kind)
    told = session.sql.scalars(entries.order_by(Entry.number))
    return next((facts for facts in told if having.items() <= facts.items()), None)


@dataclass(frozen=True, slots=True)
class Happened:
    """Hold what one entry says without its personal text."""

    number: int
    kind: str
    at: datetime
    facts: Words


def happened(session: Session, *, chain: UUID, kinds: Collection[str]) -> tuple[Happened, ...]:
    """Give the entries of a chain that are of these kinds, in their order."""
    wanted = (
        select(Entry.number, Entry.kind, Entry.at, Entry.facts)
        .where(Entry.chain == chain, Entry.kind.in_(kinds))
        .order_by(Entry.number)
    )
    return tuple(Happened(*row) for row in session.sql.execute(wanted))


def texts_of(
    session: Session, *, chains: Collection[UUID], kinds: Collection[str]
) -> Sequence[tuple[UUID, Words]]:
    """Give the texts of these kinds of entries that are still kept, each with its chain."""
    same = (EntryText.chain == Entry.chain) & (EntryText.number == Entry.number)
    wanted = (
        select(Entry.chain, EntryText.text)
        .join(EntryText, same & (EntryText.council == Entry.council))
        .where(Entry.chain.in_(chains), Entry.kind.in_(kinds))
        .order_by(Entry.chain, Entry.number)
    )
    return [(chain, text) for chain, text in session.sql.execute(wanted)]
