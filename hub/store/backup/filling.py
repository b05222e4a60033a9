"""Filling an empty database from a backup, whole or not at all."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sqlalchemy import insert

from hub.errors import Refused
from hub.store import versions
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


def demand_fillable(database: Database, *, source: Path) -> str:
    """Give the version of a backup that can fill this database; nothing is touched.

    :raises BackupRefused: if it is no backup, damaged, or of what this program does not know.
    :raises DatabaseRefused: if the database holds anything, or is past the backup's version.
    """
    version = _checked(source)
    _demand_empty(database, version)
    return version


def fill(database: Database, documents: Documents, *, source: Path) -> Filled:
    """Fill an empty database and its documents, then bring the tables to this program's version.

    :raises BackupRefused: if it is no backup, damaged, or holds what this program cannot read.
    :raises DatabaseRefused: if the database holds anything, or is past the backup's version.
    """
    version = demand_fillable(database, source=source)
    kept = sum(_keep(documents, file) for file in sorted((source / "documents").rglob("*")))
    database.migrate(version)
    with database.all_councils() as session:
        rows = sum(_fill_table(session, file) for file in _tables(source))
    database.migrate()
    with database.all_councils() as session:
        free_leases(session)
    return Filled(rows, kept)


def _checked(source: Path) -> str:
    try:
        told = json.loads((source / MANIFEST).read_bytes())
        version, hashes = str(told["version"]), dict(told["files"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _refused(source, f"has no {MANIFEST} that can be read.") from error
    if version not in versions.known():
        raise _refused(source, f"is of a version ({version}) that this program does not know.")
    for name, sha256 in hashes.items():
        if not (source / name).is_file() or hash_of(source / name) != sha256:
            raise _refused(source, f"is damaged: {name} is not what it was.")
    unknown = sorted({file.stem for file in (source / "tables").glob("*")} - plain.tables().keys())
    if unknown:
        raise _refused(source, f"has a table that this program does not know: {unknown[0]}.")
    return version


def _refused(source: Path, why: str) -> BackupRefused:
    return BackupRefused(folder=str(source), why=why)


def _demand_empty(database: Database, version: str) -> None:
    with database.reading_all() as session:
        connection = session.sql.connection()
        if any(plain.has_rows(connection, name) for name in plain.names_in(connection)):
            raise DatabaseRefused(why="The database is not empty: restore into a new one.")
        found = versions.found(connection)
    if found is not None and found > version:
        why = f"The database is migrated past the backup ({version}): restore into a new one."
        raise DatabaseRefused(why=why)


def _tables(source: Path) -> Iterator[Path]:
    """Give the file of each table, those before that others point to."""
    for name in plain.tables():
        file = source / "tables" / f"{name}.jsonl"
        if file.exists():
            yield file


def _fill_table(session: AllCouncils, file: Path) -> int:
    table, count = plain.tables()[file.stem], 0
    with file.open("rb") as lines:
        rows = plain.read(iter(lines), table)
        try:
            while batch := [dict(row) for row in islice(rows, _BATCH)]:
                session.sql.execute(insert(table), batch)
                count += len(batch)
        except (ValueError, KeyError) as error:
            why = f"has a row of {table.name} that this program cannot read."
            raise _refused(file.parent.parent, why) from error
    return count


def _keep(documents: Documents, file: Path) -> int:
    if not file.is_file():
        return 0
    documents.put(file.parent.name, file.read_bytes())
    return 1
