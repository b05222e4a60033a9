"""Walking every chain, entry by entry: hashes, order, heads and texts; memory stays flat."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import RowMapping, Select, and_, exists, select

from hub.history import raw
from hub.history.chains import TEXT_ERASED
from hub.history.findings import Finding, Trouble
from hub.history.hashing import START, Words, commitment, entry_hash
from hub.history.tables import Chain, Entry, EntryText
from hub.store import AllCouncils

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
        empty = select(Chain.council, raw.column(Chain.id)).where(~inside)
        for council, chain in self._session.sql.execute(empty):
            yield Finding(council, Trouble.NO_ENTRIES, chain=raw.chain_name(chain))


class _Walk:
    """One chain, walked from its first entry to its last."""

    def __init__(self, row: RowMapping) -> None:
        self._council, self._chain = row["council"], row["chain"]
        self._name = raw.chain_name(row["chain"])
        self._head = (row["head_number"], row["head_hash"])
        self._before = (0, START)
        self._texts_gone: dict[int, None] = {}  # in their order

    def is_of(self, row: RowMapping) -> bool:
        return (row["council"], row["chain"]) == (self._council, self._chain)

    def step(self, row: RowMapping) -> Iterator[Finding]:
        number, previous = self._before
        if not raw.is_after(row["number"], number) or row["previous"] != previous:
            yield self._finding(Trouble.BROKEN, row["number"])
        facts = raw.words_of(row["facts"])
        if facts is None or not _is_hashed(row, facts):
            yield self._finding(Trouble.EDITED, row["number"])
        elif row["kind"] == TEXT_ERASED:
            self._forgive(facts.get("numbers"))
        yield from self._text(row)
        self._before = (row["number"], row["hash"])

    def end(self) -> Iterator[Finding]:
        for number in self._texts_gone:
            yield self._finding(Trouble.TEXT_GONE, number)
        if self._head == (None, None):
            yield self._finding(Trouble.NO_HEAD, None)
        elif self._head != self._before:
            yield self._finding(Trouble.HEAD_DIFFERS, self._head[0])

    def _forgive(self, numbers: object) -> None:
        for number in numbers if isinstance(numbers, list) else ():
            if isinstance(number, int):
                self._texts_gone.pop(number, None)

    def _text(self, row: RowMapping) -> Iterator[Finding]:
        if row["text"] is None:
            if row["commitment"]:
                self._texts_gone[row["number"]] = None
            return
        if not _is_committed(row):
            yield self._finding(Trouble.TEXT_EDITED, row["number"])

    def _finding(self, trouble: Trouble, number: int | None) -> Finding:
        return Finding(self._council, trouble, chain=self._name, number=number)


def _everything() -> Select[*tuple[Any, ...]]:
    said = ("council", "chain", "number", "kind", "at", "actor", "facts")
    names = (*said, "commitment", "previous", "hash")
    entry = [raw.column(getattr(Entry, name)) for name in names]
    text = (raw.column(EntryText.salt), raw.column(EntryText.text))
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


def _is_hashed(row: RowMapping, facts: Words) -> bool:
    try:
        at = raw.moment_of(row["at"])
        said = {**row, "chain": raw.chain_name(row["chain"]), "at": at, "facts": facts}
        return entry_hash(said) == str(row["hash"])
    except raw.UNREADABLE:
        return False


def _is_committed(row: RowMapping) -> bool:
    text, salt = raw.words_of(row["text"]), row["salt"]
    if text is None or not isinstance(salt, bytes):
        return False
    return commitment(salt, text) == str(row["commitment"])
