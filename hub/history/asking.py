"""What is asked of one chain by whoever is about to add to it."""

from uuid import UUID

from sqlalchemy import select

from hub.history.hashing import Words
from hub.history.tables import Chain, Entry
from hub.store import Session


def first_of(session: Session, *, chain: UUID, kind: str) -> Words | None:
    """Give the facts of a chain's first entry of this kind; None if there is none.

    Nobody else adds to the chain until the transaction ends, so that what is not there yet can be
    added once.
    """
    session.sql.execute(select(Chain.number).where(Chain.id == chain).with_for_update())
    entries = select(Entry.facts).where(Entry.chain == chain, Entry.kind == kind)
    facts: Words | None = session.sql.scalar(entries.order_by(Entry.number).limit(1))
    return facts
