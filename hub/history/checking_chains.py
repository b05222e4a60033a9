"""Walking every chain, entry by entry: hashes, order, heads and texts; memory stays flat.

The rows are read raw: whoever rewrote them need not have kept to our types.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Select, String, and_, exists, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute

from hub.history.chains import TEXT_ERASED
from hub.history.findings import Finding, Trouble
from hub.history.hashing import START, Words, commitment, entry_hash
from hub.history.tables import Chain, Entry, EntryText
from hub.store import AllCouncils, canonical

_BATCH = 1000


class ChainsCheck:
    """One walk over all chains; it counts what it sees."""

    def __init__(self, session: AllCouncils) -> None:
        """Begin with a session that sees one moment of every council."""
        self._session = session
        self.chains = 0
        self.entries = 0

    def findings(self) -> Iterator[Finding]:
        """Find what is wrong with any chain."""
        walk: _Walk | None = None
        for row in self._session.sql.execute(_everything()).mappings():
            self.entries += 1
            if walk is None or not walk.is_of(row):
                yield from walk.end() if walk else ()
                walk = _Walk(row)
                self.chains += 1
            yield from walk.step(row)
        yield from walk.end() if walk else ()
        yield from self._without_entries()

    def _without_entries(self) -> Iterator[Finding]:
        inside = exists().where(Entry.council == Chain.council, Entry.chain == Chain.id)
        empty = select(Chain.council, _raw(Chain.id)).where(~inside)
        for council, chain in self._session.sql.execute(empty):
            yield Finding(council, Trouble.NO_ENTRIES, chain=_chain(chain))


class _Walk:
    """One chain, walked from its first entry to its last."""

    def __init__(self, row: RowMapping) -> None:
        self._council, self._chain = row["council"], row["chain"]
        self._name = _chain(row["chain"])
        self._head = (row["head_number"], row["head_hash"])
        self._before = (0, START)
        self._texts_gone: set[int] = set()

    def is_of(self, row: RowMapping) -> bool:
        return (row["council"], row["chain"]) == (self._council, self._chain)

    def step(self, row: RowMapping) -> Iterator[Finding]:
        number, previous = self._before
        if row["number"] != number + 1 or row["previous"] != previous:
            yield self._finding(Trouble.BROKEN, row["number"])
        facts = _read(row["facts"])
        if facts is None or not _is_hashed(row, facts):
            yield self._finding(Trouble.EDITED, row["number"])
        elif row["kind"] == TEXT_ERASED:
            self._texts_gone.difference_update(facts.get("numbers", ()))
        yield from self._text(row)
        self._before = (row["number"], row["hash"])

    def end(self) -> Iterator[Finding]:
        for number in sorted(self._texts_gone):
            yield self._finding(Trouble.TEXT_GONE, number)
        if self._head == (None, None):
            yield self._finding(Trouble.NO_HEAD, None)
        elif self._head != self._before:
            yield self._finding(Trouble.HEAD_DIFFERS, self._head[0])

    def _text(self, row: RowMapping) -> Iterator[Finding]:
        if row["text"] is None:
            if row["commitment"]:
                self._texts_gone.add(row["number"])
            return
        text = _read(row["text"])
        if text is None or commitment(bytes(row["salt"]), text) != row["commitment"]:
            yield self._finding(Trouble.TEXT_EDITED, row["number"])

    def _finding(self, trouble: Trouble, number: int | None) -> Finding:
        return Finding(self._council, trouble, chain=self._name, number=number)


def _everything() -> Select[*tuple[Any, ...]]:
    names = ("council", "chain", "number", "kind", "at", "actor", "facts")
    entry = [_raw(getattr(Entry, name)) for name in (*names, "commitment", "previous", "hash")]
    text = (EntryText.salt, _raw(EntryText.text))
    head = (Chain.number.label("head_number"), Chain.hash.label("head_hash"))
    of_text = and_(
        EntryText.council == Entry.council,
        EntryText.chain == Entry.chain,
        EntryText.number == Entry.number,
    )
    of_chain = and_(Chain.council == Entry.council, Chain.id == Entry.chain)
    return (
        select(*entry, *text, *head)
        .select_from(Entry)
        .outerjoin(EntryText, of_text)
        .outerjoin(Chain, of_chain)
        .order_by(Entry.council, Entry.chain, Entry.number)
        .execution_options(yield_per=_BATCH)
    )


def _raw(column: InstrumentedAttribute[Any]) -> ColumnElement[str]:
    return type_coerce(column, String).label(column.key)


def _chain(raw: object) -> str:
    try:
        return str(UUID(str(raw)))
    except ValueError:
        return str(raw)


def _read(text: str) -> Words | None:
    try:
        read = json.loads(text)
    except ValueError:
        return None
    return read if isinstance(read, dict) and canonical(read) == text else None


def _is_hashed(row: RowMapping, facts: Words) -> bool:
    try:
        said = {**row, "chain": _chain(row["chain"]), "at": _moment(row["at"]), "facts": facts}
        return entry_hash(said) == str(row["hash"])
    except (ValueError, TypeError):
        return False


def _moment(raw: datetime | str) -> datetime:
    at = datetime.fromisoformat(raw) if isinstance(raw, str) else raw
    return at if at.tzinfo else at.replace(tzinfo=UTC)
