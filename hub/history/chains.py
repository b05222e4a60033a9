"""Writing history: opening a chain, adding to it, erasing a text and saying so."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import delete, select

from hub.errors import Refused
from hub.history.hashing import START, Words, commitment, entry_hash
from hub.history.tables import Chain, Entry, EntryText
from hub.store import UNSYNCED, Session

TEXT_ERASED = "text_erased"
_NOTHING: Words = {}


class UnknownChain(Refused):
    """Raised when this council has no such chain."""

    key = "unknown_chain"


def open_chain(
    session: Session,
    *,
    chain: UUID,
    kind: str,
    actor: str,
    facts: Words = _NOTHING,
    text: Words = _NOTHING,
) -> str:
    """Begin a chain with its first entry, and give the entry's hash.

    The facts hold nothing personal; what is personal goes into the text, which can be erased.
    """
    said = {"chain": chain, "number": 1, "previous": START, "kind": kind, "actor": actor}
    row, words = _entry(session, {**said, "facts": facts}, text)
    head = {"council": session.council, "id": chain, "number": 1, "hash": row["hash"]}
    session.insert(Chain, {**head, "sealed_number": 0})
    return _write(session, row, words)


def append(
    session: Session,
    *,
    chain: UUID,
    kind: str,
    actor: str,
    facts: Words = _NOTHING,
    text: Words = _NOTHING,
) -> str:
    """Add an entry to a chain, and give the entry's hash.

    :raises UnknownChain: if this council has no such chain
    """
    before, previous = _head(session, chain)
    said = {"chain": chain, "number": before + 1, "previous": previous, "kind": kind}
    row, words = _entry(session, {**said, "actor": actor, "facts": facts}, text)
    head = {"council": session.council, "id": chain}
    session.change(Chain, head, {"number": before + 1, "hash": row["hash"]})
    return _write(session, row, words)


def erase_text(
    session: Session,
    *,
    chain: UUID,
    actor: str,
    reason: str,
    numbers: Collection[int] | None = None,
) -> int:
    """Erase the personal text of a chain's entries (all of them if none is named).

    The erasing is an entry of its own; the hashes still hold. It gives the count of erased texts.

    :raises UnknownChain: if this council has no such chain
    """
    _head(session, chain)
    there = select(EntryText.number).where(EntryText.chain == chain).order_by(EntryText.number)
    found = [n for n in session.sql.scalars(there) if numbers is None or n in numbers]
    if found:
        gone = delete(EntryText).where(EntryText.chain == chain, EntryText.number.in_(found))
        session.sql.execute(gone, execution_options=UNSYNCED)
        facts = {"numbers": found, "reason": reason}
        append(session, chain=chain, kind=TEXT_ERASED, actor=actor, facts=facts)
    return len(found)


def _head(session: Session, chain: UUID) -> tuple[int, str]:
    query = select(Chain.number, Chain.hash).where(Chain.id == chain).with_for_update()
    head = session.sql.execute(query).one_or_none()
    if head is None:
        raise UnknownChain
    return head.number, head.hash


def _entry(session: Session, said: Words, text: Words) -> tuple[Words, Words | None]:
    salt = session.chance.salt() if text else b""
    row = {
        "council": session.council,
        "at": session.now(),
        "commitment": commitment(salt, text) if text else "",
        **said,
    }
    own = {name: row[name] for name in ("council", "chain", "number")}
    words = {**own, "salt": salt, "text": text} if text else None
    return {**row, "hash": entry_hash(row)}, words


def _write(session: Session, row: Words, words: Words | None) -> str:
    session.insert(Entry, row)
    if words:
        session.insert(EntryText, words)
    return str(row["hash"])
