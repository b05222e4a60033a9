"""Sealing: each minute all heads that changed are bound into one hash, outside the database too."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import select, update

from hub.history import copying
from hub.history.copying import Head
from hub.history.hashing import START, Words, root, seal_hash
from hub.history.tables import Chain, Seal, SealedHead
from hub.store import Session

HEADS_PER_SEAL = 10_000
"""So many heads at most go into one seal; the next seal takes the rest."""

_COPIES_AT_ONCE = 100
_UNSEEN = {"synchronize_session": False}


def seal(session: Session, folder: Path) -> int | None:
    """Seal what changed since the last seal, and give the seal's number; None if nothing did.

    When the commit is safe the seal is copied to `<folder>/<council>/<number>.json`, and so are
    those that a crash kept from being copied.

    :raises SealCopyDiffers: if a copy says something else than the database; nothing is sealed
    """
    last = _last(session)
    _copy_missing(session, folder, last)
    copying.demand_free(folder, session.council, _next(last))
    changed = _changed(session)
    if not changed:
        return None
    row = _seal(session, last, changed)
    heads = [Head(head.id, head.number, head.hash) for head in changed]
    _write(session, row, heads)
    session.afterwards(lambda: copying.copy(folder, row, heads))
    return int(row["number"])


def _last(session: Session) -> Seal | None:
    return session.sql.scalars(select(Seal).order_by(Seal.number.desc()).limit(1)).one_or_none()


def _next(last: Seal | None) -> int:
    return last.number + 1 if last else 1


def _changed(session: Session) -> Sequence[Any]:
    wanted = select(Chain.id, Chain.number, Chain.hash, Chain.sealed_number)
    unsealed = wanted.where(Chain.number != Chain.sealed_number).order_by(Chain.id)
    return session.sql.execute(unsealed.limit(HEADS_PER_SEAL)).all()


def _seal(session: Session, last: Seal | None, changed: Sequence[Any]) -> Words:
    new_chains = sum(head.sealed_number == 0 for head in changed)
    new_entries = sum(head.number - head.sealed_number for head in changed)
    row = {
        "council": session.council,
        "number": _next(last),
        "at": session.now(),
        "heads": len(changed),
        "chains": (last.chains if last else 0) + new_chains,
        "entries": (last.entries if last else 0) + new_entries,
        "root": root((head.id, head.number, head.hash) for head in changed),
        "previous": last.hash if last else START,
    }
    return {**row, "hash": seal_hash(row)}


def _write(session: Session, row: Words, heads: Iterable[Head]) -> None:
    session.insert(Seal, row)
    own = {"council": session.council, "seal": row["number"]}
    session.insert(SealedHead, *({**own, **head._asdict()} for head in heads))
    ours = select(SealedHead.number).where(
        SealedHead.seal == row["number"], SealedHead.chain == Chain.id
    )
    sealed = select(SealedHead.chain).where(SealedHead.seal == row["number"])
    session.sql.execute(
        update(Chain).where(Chain.id.in_(sealed)).values(sealed_number=ours.scalar_subquery()),
        execution_options=_UNSEEN,
    )


def _copy_missing(session: Session, folder: Path, last: Seal | None) -> None:
    if last is None or copying.copy_of(folder, session.council, last.number).exists():
        return
    recent = select(Seal).where(Seal.number > last.number - _COPIES_AT_ONCE)
    for found in session.sql.scalars(recent.order_by(Seal.number)).all():
        if not copying.copy_of(folder, session.council, found.number).exists():
            row = {column.name: getattr(found, column.name) for column in Seal.__table__.columns}
            copying.copy(folder, row, _heads(session, found.number))


def _heads(session: Session, number: int) -> list[Head]:
    wanted = select(SealedHead.chain, SealedHead.number, SealedHead.hash)
    rows = session.sql.execute(wanted.where(SealedHead.seal == number).order_by(SealedHead.chain))
    return [Head(row.chain, row.number, row.hash) for row in rows]
