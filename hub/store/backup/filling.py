"""Filling an empty database from a backup, whole or not at all."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sqlalchemy import insert, select

from hub.errors import Refused
from hub.store.backup import plain
from hub.store.backup.taking import MANIFEST, hash_of
from hub.store.database import Database
from hub.store.documents import Documents
from hub.store.errors import DatabaseRefused
from hub.store.jobs import free_leases
from hub.store.session import AllCouncils

_BATCH = 500


class BackupRefused(Refused):
    """Say what is wrong with a backup: nothing was filled from it."""

    key = "backup_refused"

    def __str__(self) -> str:
        """Say it in one sentence, for a terminal."""
        return f"The backup {self.values['folder']} {self.values['why']}"


@dataclass(frozen=True, slots=True)
class Filled:
    """Hold how much was filled in."""

    rows: int
    documents: int


def fill(database: Database, documents: Documents, *, source: Path) -> Filled:
    """Fill an empty database and its documents, then bring the tables to this program's version.

    :raises BackupRefused: if it is no backup, damaged, or of a newer program.
    :raises DatabaseRefused: if the database holds anything already.
    """
    version = _checked(source)
    database.migrate(version)
    with database.all_councils() as session:
        _demand_empty(session)
        rows = sum(_fill_table(session, file) for file in _tables(source))
    database.migrate()
    with database.all_councils() as session:
        free_leases(session)
    kept = sum(_keep(documents, file) for file in sorted((source / "documents").rglob("*")))
    return Filled(rows, kept)


def _checked(backup: Path) -> str:
    try:
        told = json.loads((backup / MANIFEST).read_bytes())
        version, hashes = str(told["version"]), dict(told["files"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        why = f"has no {MANIFEST} that can be read."
        raise BackupRefused(folder=str(backup), why=why) from error
    for name, sha256 in hashes.items():
        if not (backup / name).is_file() or hash_of(backup / name) != sha256:
            raise BackupRefused(folder=str(backup), why=f"is damaged: {name} is not what it was.")
    return version


def _demand_empty(session: AllCouncils) -> None:
    for name in plain.names_in(session.sql.connection()) & plain.tables().keys():
        if session.sql.execute(select(plain.tables()[name]).limit(1)).first():
            why = "The database is not empty: restore into a new one."
            raise DatabaseRefused(why=why)


def _tables(backup: Path) -> Iterator[Path]:
    """Give the file of each table, those before that others point to."""
    for name in plain.tables():
        file = backup / "tables" / f"{name}.jsonl"
        if file.exists():
            yield file


def _fill_table(session: AllCouncils, file: Path) -> int:
    table, count = plain.tables()[file.stem], 0
    with file.open("rb") as lines:
        rows = plain.read(iter(lines), table)
        while batch := [dict(row) for row in islice(rows, _BATCH)]:
            session.sql.execute(insert(table), batch)
            count += len(batch)
    return count


def _keep(documents: Documents, file: Path) -> int:
    if not file.is_file():
        return 0
    documents.put(file.parent.name, file.read_bytes())
    return 1
