"""Checking the seals: each against its heads, the seal before it, and what history still holds."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, RowMapping, Subquery, and_, func, or_, select

from hub.history import raw
from hub.history.findings import Finding, Trouble, Unprotected
from hub.history.hashing import START, root, seal_hash
from hub.history.tables import Chain, Entry, Seal, SealedHead
from hub.store import AllCouncils

_BATCH = 1000


class SealsCheck:
    """One walk over all seals; it remembers which of them are sound."""

    def __init__(self, session: AllCouncils) -> None:
        """Begin with a session that sees one moment of every council."""
        self._session = session
        self.seals = 0

    def findings(self) -> Iterator[Finding]:
        """Find what is wrong with any seal, and which sealed chains are gone or others."""
        before: RowMapping | None = None
        for seal in self._each():
            if before is not None and before["council"] != seal["council"]:
                yield from self._counts(before)
                before = None
            yield from self._own(seal, before)
            before = seal
            self.seals += 1
        yield from self._counts(before) if before else ()
        yield from self._gone()
        yield from self._sealed_numbers()

    def unprotected(self) -> Iterator[Unprotected]:
        """Name what is younger than the last seal of its chain."""
        sealed = _sealed()
        last = func.coalesce(sealed.c.number, 0)
        young = (
            select(Chain.council, raw.column(Chain.id), last.label("sealed"), Chain.number)
            .outerjoin(sealed, _same_chain(sealed))
            .where(Chain.number > last)
            .order_by(Chain.council, Chain.id)
        )
        for row in self._session.sql.execute(young):
            first = row.sealed + 1 if isinstance(row.sealed, int) else row.number
            yield Unprotected(row.council, raw.chain_name(row.id), first, row.number)

    def _each(self) -> Iterator[RowMapping]:
        names = [column.name for column in Seal.__table__.columns]
        seals = select(*(raw.column(getattr(Seal, name)) for name in names))
        in_order = seals.order_by(Seal.council, Seal.number).execution_options(yield_per=_BATCH)
        yield from self._session.sql.execute(in_order).mappings()

    def _own(self, seal: RowMapping, before: RowMapping | None) -> Iterator[Finding]:
        council, number = seal["council"], seal["number"]
        if not _is_hashed(seal):
            yield Finding(council, Trouble.SEAL_EDITED, seal=number)
        earlier, previous = (before["number"], before["hash"]) if before else (0, START)
        if not raw.is_after(number, earlier) or seal["previous"] != previous:
            yield Finding(council, Trouble.SEAL_BROKEN, seal=number)
        if self._root(seal) != (seal["heads"], seal["root"]):
            yield Finding(council, Trouble.SEAL_HEADS, seal=number)

    def _root(self, seal: RowMapping) -> tuple[int, str]:
        wanted = select(raw.column(SealedHead.chain), SealedHead.number, SealedHead.hash)
        ours = wanted.where(
            SealedHead.council == seal["council"], SealedHead.seal == seal["number"]
        )
        heads = self._session.sql.execute(ours.order_by(SealedHead.chain)).all()
        return len(heads), root(
            (raw.chain_name(head.chain), head.number, head.hash) for head in heads
        )

    def _counts(self, last: RowMapping) -> Iterator[Finding]:
        sealed = _sealed()
        count = select(func.count(), func.coalesce(func.sum(sealed.c.number), 0))
        ours = count.where(sealed.c.council == last["council"])
        found = self._session.sql.execute(ours).one()
        if tuple(found) != (last["chains"], last["entries"]):
            yield Finding(last["council"], Trouble.SEAL_COUNTS, seal=last["number"])

    def _gone(self) -> Iterator[Finding]:
        of_head = and_(
            Entry.council == SealedHead.council,
            Entry.chain == SealedHead.chain,
            Entry.number == SealedHead.number,
        )
        wanted = (SealedHead.council, SealedHead.number, SealedHead.seal)
        gone = (
            select(raw.column(SealedHead.chain), *wanted)
            .outerjoin(Entry, of_head)
            .where(or_(Entry.hash.is_(None), Entry.hash != SealedHead.hash))
            .order_by(SealedHead.council, SealedHead.chain, SealedHead.number)
        )
        for row in self._session.sql.execute(gone):
            chain = raw.chain_name(row.chain)
            yield Finding(row.council, Trouble.SEALED_GONE, chain, row.number, row.seal)

    def _sealed_numbers(self) -> Iterator[Finding]:
        sealed = _sealed()
        boasts = (
            select(Chain.council, raw.column(Chain.id), Chain.sealed_number)
            .outerjoin(sealed, _same_chain(sealed))
            .where(Chain.sealed_number != func.coalesce(sealed.c.number, 0))
        )
        for row in self._session.sql.execute(boasts):
            chain, number = raw.chain_name(row.id), row.sealed_number
            yield Finding(row.council, Trouble.SEALED_NUMBER, chain=chain, number=number)


def _is_hashed(seal: RowMapping) -> bool:
    try:
        said = {**seal, "at": raw.moment_of(seal["at"])}
        return seal_hash(said) == str(seal["hash"])
    except raw.UNREADABLE:
        return False


def _sealed() -> Subquery:
    by = (SealedHead.council, SealedHead.chain)
    return select(*by, func.max(SealedHead.number).label("number")).group_by(*by).subquery()


def _same_chain(sealed: Subquery) -> ColumnElement[bool]:
    return and_(sealed.c.council == Chain.council, sealed.c.chain == Chain.id)
