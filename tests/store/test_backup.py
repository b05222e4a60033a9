"""A backup holds every row and document of one moment, and fills either database."""

import json
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from hub import cases, history, store
from hub.cases import Printed
from hub.cases.given_before import is_taken
from hub.store import (
    BackupRefused,
    Base,
    Beside,
    Database,
    DatabaseRefused,
    FolderDocuments,
    backup,
)
from hub.store.backup import plain
from tests.builders.requests import a_case

PDF = b"%PDF a letter"


def taken(database: Database, folder: Path) -> Path:
    """Take a backup of a database with a case, a letter's document and a seal."""
    documents = FolderDocuments(folder / "documents")
    with database.session("aberwen") as session:
        a_case(session)
        store.documents.keep(session, documents, content=PDF, kind="application/pdf")
    with database.session("aberwen") as session:
        history.seal(session, folder / "seals")
    beside = (Beside("seals", folder / "seals", "*.json"),)
    return backup.take(database, documents, into=folder / "kept", beside=beside).folder


def rows_of(database: Database) -> dict[str, list[dict[str, object]]]:
    """Give every row of every table, in an order of their own."""
    with database.reading_all() as session:
        found = {
            name: [row._asdict() for row in session.sql.execute(select(table))]
            for name, table in plain.tables().items()
        }
    return {name: sorted(rows, key=str) for name, rows in found.items()}


@pytest.mark.promise("P17")
def test_what_was_backed_up_comes_back_row_by_row(
    database: Database, empty_database_url: str, tmp_path: Path
) -> None:
    source = taken(database, tmp_path)
    filled = store.open_database(empty_database_url)

    backup.fill(filled, FolderDocuments(tmp_path / "new"), source=source)

    assert rows_of(filled) == rows_of(database)
    assert history.verify(filled, source / "seals").is_sound
    assert [file.read_bytes() for file in (tmp_path / "new").rglob("*") if file.is_file()] == [PDF]
    filled.close()


@pytest.mark.promise("P17")
def test_a_hub_grows_from_sqlite_to_postgresql_by_a_backup(
    sqlite_url: str, empty_postgres_url: str, tmp_path: Path
) -> None:
    small, large = store.open_database(sqlite_url), store.open_database(empty_postgres_url)
    small.migrate()
    source = taken(small, tmp_path)

    backup.fill(large, FolderDocuments(tmp_path / "new"), source=source)

    assert rows_of(large) == rows_of(small)
    assert history.verify(large, source / "seals").is_sound
    small.close()
    large.close()


def test_a_database_that_holds_anything_is_not_filled(database: Database, tmp_path: Path) -> None:
    source = taken(database, tmp_path)

    with pytest.raises(DatabaseRefused, match="not empty"):
        backup.fill(database, FolderDocuments(tmp_path / "new"), source=source)


@pytest.mark.parametrize("harm", ["cut", "gone", "no list", "no list at all", "newer"])
def test_a_damaged_backup_fills_nothing(
    database: Database, empty_database_url: str, tmp_path: Path, *, harm: str
) -> None:
    source = taken(database, tmp_path)
    _harm(source, harm)
    filled = store.open_database(empty_database_url)

    with pytest.raises((BackupRefused, DatabaseRefused)):
        backup.fill(filled, FolderDocuments(tmp_path / "new"), source=source)

    assert not (tmp_path / "new").exists()
    filled.close()


def test_a_backup_that_was_cut_short_has_no_name(database: Database, tmp_path: Path) -> None:
    documents = FolderDocuments(tmp_path / "documents")
    with database.session("aberwen") as session:
        sha256 = store.documents.keep(session, documents, content=PDF, kind="application/pdf")
    (tmp_path / "documents" / "aberwen" / sha256[:2] / sha256).unlink()

    with pytest.raises(store.UnknownDocument):
        backup.take(database, documents, into=tmp_path / "kept")

    assert not list((tmp_path / "kept").glob("hub-*"))


def test_every_table_is_in_a_backup(database: Database, tmp_path: Path) -> None:
    source = taken(database, tmp_path)

    names = {file.stem for file in (source / "tables").iterdir()}

    assert names == set(Base.metadata.tables)


@pytest.mark.promise("P17")
def test_a_reference_that_was_told_before_a_restore_is_given_to_nobody_else(
    database: Database,
) -> None:
    line = Printed("aberwen", "12345678978", UUID(int=1), 1)
    with database.all_councils() as everybody:
        counted = [cases.remember_given(everybody, [line]) for _ in range(2)]

    with database.session("aberwen") as session:
        assert is_taken(session, "12345678978")
        assert cases.was_printed(session, reference="12345678978", edition=1)
        assert not cases.was_printed(session, reference="12345678978", edition=2)
    assert counted == [1, 0]


def _harm(source: Path, harm: str) -> None:
    cases_file, told = source / "tables" / "cases.jsonl", source / "backup.json"
    if harm == "cut":
        cases_file.write_bytes(cases_file.read_bytes()[:-5])
    elif harm == "gone":
        cases_file.unlink()
    elif harm == "no list":
        told.write_text("{}")
    elif harm == "no list at all":
        told.unlink()
    else:
        told.write_text(json.dumps(json.loads(told.read_text()) | {"version": "0999"}))
