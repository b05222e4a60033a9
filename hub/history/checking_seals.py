"""Checking the seals: each against its heads, the seal before it, and what history still holds."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Subquery, and_, func, or_, select

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
        before: Seal | None = None
        for seal in self._each():
            if before is not None and before.council != seal.council:
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
            select(Chain.council, Chain.id, last.label("sealed"), Chain.number)
            .outerjoin(sealed, _same_chain(sealed))
            .where(Chain.number > last)
            .order_by(Chain.council, Chain.id)
        )
        for row in self._session.sql.execute(young):
            yield Unprotected(row.council, str(row.id), row.sealed + 1, row.number)

    def _each(self) -> Iterator[Seal]:
        seals = select(Seal).order_by(Seal.council, Seal.number)
        yield from self._session.sql.scalars(seals.execution_options(yield_per=_BATCH))

    def _own(self, seal: Seal, before: Seal | None) -> Iterator[Finding]:
        row = {column.name: getattr(seal, column.name) for column in Seal.__table__.columns}
        if seal_hash(row) != seal.hash:
            yield Finding(seal.council, Trouble.SEAL_EDITED, seal=seal.number)
        number, previous = (before.number, before.hash) if before else (0, START)
        if (seal.number, seal.previous) != (number + 1, previous):
            yield Finding(seal.council, Trouble.SEAL_BROKEN, seal=seal.number)
        if self._root(seal) != (seal.heads, seal.root):
            yield Finding(seal.council, Trouble.SEAL_HEADS, seal=seal.number)

    def _root(self, seal: Seal) -> tuple[int, str]:
        wanted = select(SealedHead.chain, SealedHead.number, SealedHead.hash)
        ours = wanted.where(SealedHead.council == seal.council, SealedHead.seal == seal.number)
        heads = self._session.sql.execute(ours.order_by(SealedHead.chain)).all()
        return len(heads), root((head.chain, head.number, head.hash) for head in heads)

    def _counts(self, last: Seal) -> Iterator[Finding]:
        sealed = _sealed()
        count = select(func.count(), func.coalesce(func.sum(sealed.c.number), 0))
        found = self._session.sql.execute(count.where(sealed.c.council == last.council)).one()
        if (found[0], int(found[1])) != (last.chains, last.entries):
            yield Finding(last.council, Trouble.SEAL_COUNTS, seal=last.number)

    def _gone(self) -> Iterator[Finding]:
        of_head = and_(
            Entry.council == SealedHead.council,
            Entry.chain == SealedHead.chain,
            Entry.number == SealedHead.number,
        )
        wanted = (SealedHead.council, SealedHead.chain, SealedHead.number, SealedHead.seal)
        gone = (
            select(*wanted)
            .outerjoin(Entry, of_head)
            .where(or_(Entry.hash.is_(None), Entry.hash != SealedHead.hash))
            .order_by(SealedHead.council, SealedHead.chain, SealedHead.number)
        )
        for row in self._session.sql.execute(gone):
            yield Finding(row.council, Trouble.SEALED_GONE, str(row.chain), row.number, row.seal)

    def _sealed_numbers(self) -> Iterator[Finding]:
        sealed = _sealed()
        boasts = (
            select(Chain.council, Chain.id, Chain.sealed_number)
            .outerjoin(sealed, _same_chain(sealed))
            .where(Chain.sealed_number != func.coalesce(sealed.c.number, 0))
        )
        for row in self._session.sql.execute(boasts):
            chain, number = str(row.id), row.sealed_number
            yield Finding(row.council, Trouble.SEALED_NUMBER, chain=chain, number=number)


def _sealed() -> Subquery:
    by = (SealedHead.council, SealedHead.chain)
    return select(*by, func.max(SealedHead.number).label("number")).group_by(*by).subquery()


def _same_chain(sealed: Subquery) -> ColumnElement[bool]:
    return and_(sealed.c.council == Chain.council, sealed.c.chain == Chain.id)
