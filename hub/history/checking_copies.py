"""Checking the database against copies of the seals that are kept elsewhere."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select, tuple_

from hub.history import raw
from hub.history.findings import Finding, Trouble
from hub.history.hashing import Words, root, seal_hash
from hub.history.tables import Entry, Seal
from hub.store import AllCouncils

_AT_ONCE = 200
_MOST = 2**31


def lying_in(folder: Path) -> Mapping[str, Sequence[Path]]:
    """Give the copies that lie in a folder, by council, each council's in their order."""
    councils = sorted(path for path in folder.glob("*") if path.is_dir())
    return {council.name: _in_order(council) for council in councils}


def check(
    session: AllCouncils,
    copies: Mapping[str, Sequence[Path]],
    unsound: Collection[tuple[str, int]],
) -> Iterator[Finding]:
    """Find where the database says something else than the copies do.

    `unsound` names the seals (council, number) of the database that cannot be relied upon.
    """
    for council, files in copies.items():
        before: str | None = None
        for file in files:
            copy = _read(file)
            if copy is None or (before is not None and copy["previous"] != before):
                yield Finding(council, Trouble.COPY_DAMAGED, seal=int(file.stem))
            else:
                yield from _compare(session, council, copy, unsound)
            before = copy["hash"] if copy else None


def _in_order(folder: Path) -> list[Path]:
    files = (file for file in folder.glob("*.json") if file.stem.isdecimal())
    return sorted(files, key=lambda file: int(file.stem))


def _read(file: Path) -> Words | None:
    try:
        said = json.loads(file.read_bytes())
        row = {**said, "at": datetime.fromisoformat(said["at"])}
        heads = [(UUID(chain), _number(number), str(head)) for chain, number, head in said["delta"]]
        holds = root(heads) == said["root"] and seal_hash(row) == said["hash"]
        holds = holds and str(_number(said["number"])) == file.stem
    except (*raw.UNREADABLE, KeyError, OSError):
        return None
    return {**said, "delta": heads} if holds else None


def _number(said: object) -> int:
    """Take a number that a table could hold.

    :raises ValueError: if it is none
    """
    if not isinstance(said, int) or not 0 < said < _MOST:
        raise ValueError
    return said


def _compare(
    session: AllCouncils, council: str, copy: Words, unsound: Collection[tuple[str, int]]
) -> Iterator[Finding]:
    number = copy["number"]
    ours = select(Seal.hash).where(Seal.council == council, Seal.number == number)
    found = session.sql.scalar(ours)
    if found is None:
        yield Finding(council, Trouble.COPY_NEWER, seal=number)
    elif found != copy["hash"]:
        yield Finding(council, Trouble.COPY_DIFFERS, seal=number)
    if found != copy["hash"] or (council, number) in unsound:
        for first in range(0, len(copy["delta"]), _AT_ONCE):
            yield from _gone(session, council, number, copy["delta"][first : first + _AT_ONCE])


def _gone(session: AllCouncils, council: str, seal: int, heads: Sequence[Any]) -> Iterator[Finding]:
    places = [(chain, number) for chain, number, _ in heads]
    there = select(Entry.chain, Entry.number, Entry.hash).where(
        Entry.council == council, tuple_(Entry.chain, Entry.number).in_(places)
    )
    kept = {(row.chain, row.number): row.hash for row in session.sql.execute(there)}
    for chain, number, head in heads:
        if kept.get((chain, number)) != head:
            yield Finding(council, Trouble.SEALED_GONE, str(chain), number, seal)
