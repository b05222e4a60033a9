"""A backup holds every row and document of one moment, and fills either database."""

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from hub import history, store
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
from tests.migrations import rows

PDF = b"%PDF a letter"


def taken(database: Database, folder: Path) -> Path:
    """Take a backup of a database with a case, a letter's document and a seal."""
    documents = FolderDocuments(folder / "documents")
    with database.session("aberwen") as session:
        a_case(session)
        store.documents.keep(session, documents, content=PDF, kind="application/pdf")
    with database.session("aberwen") as session:
        history.seal(session, folder / "seals")
    seals = Beside("seals", folder / "seals", "*.json")
    return backup.take(database, documents, into=folder / "kept", earlier=(seals,)).folder


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


@pytest.mark.parametrize(
    "harm", ["cut", "gone", "no list", "no list at all", "newer", "a strange table"]
)
def test_a_damaged_backup_fills_nothing(
    database: Database, empty_database_url: str, tmp_path: Path, *, harm: str
) -> None:
    source = taken(database, tmp_path)
    _harm(source, harm)
    filled = store.open_database(empty_database_url)

    with pytest.raises((BackupRefused, DatabaseRefused)):
        backup.fill(filled, FolderDocuments(tmp_path / "new"), source=source)

    filled.migrate()
    assert not (tmp_path / "new").exists()
    assert not any(rows_of(filled).values())
    filled.close()


def test_a_database_that_holds_anything_is_left_at_its_version(
    empty_database_url: str, database: Database, tmp_path: Path
) -> None:
    source, old = taken(database, tmp_path), store.open_database(empty_database_url)
    old.migrate("0009")
    rows.fill(old.engine)

    with pytest.raises(DatabaseRefused, match="not empty"):
        backup.fill(old, FolderDocuments(tmp_path / "new"), source=source)

    with pytest.raises(DatabaseRefused, match="older"):
        old.check_version()
    old.close()


def test_an_empty_database_past_the_backups_version_is_not_filled(
    database: Database, empty_database_url: str, tmp_path: Path
) -> None:
    source, later = taken(database, tmp_path), store.open_database(empty_database_url)
    told = source / "backup.json"
    told.write_text(json.dumps(json.loads(told.read_text()) | {"version": "0009"}))
    later.migrate()

    with pytest.raises(DatabaseRefused, match="migrated past the backup"):
        backup.fill(later, FolderDocuments(tmp_path / "new"), source=source)
    later.close()


def test_one_document_that_is_damaged_is_named_and_the_rest_is_kept(
    database: Database, tmp_path: Path
) -> None:
    documents = FolderDocuments(tmp_path / "documents")
    with database.session("aberwen") as session:
        sha256 = store.documents.keep(session, documents, content=PDF, kind="application/pdf")
        store.documents.keep(session, documents, content=b"%PDF two", kind="application/pdf")
    (tmp_path / "documents" / "aberwen" / sha256[:2] / sha256).write_bytes(b"spoilt")

    kept = backup.take(database, documents, into=tmp_path / "kept")

    assert (kept.documents, kept.damaged) == (1, (f"aberwen/{sha256}",))
    assert kept.folder.stat().st_mode & 0o077 == 0


def test_a_backup_that_was_cut_short_leaves_nothing(database: Database, tmp_path: Path) -> None:
    cut = _Cut(tmp_path / "documents")
    with database.session("aberwen") as session:
        store.documents.keep(session, cut, content=PDF, kind="application/pdf")

    with pytest.raises(OSError, match="full"):
        backup.take(database, cut, into=tmp_path / "kept")

    assert not list((tmp_path / "kept").iterdir())


class _Cut(FolderDocuments):
    """Documents at which the disk is full."""

    def get(self, council: str, sha256: str) -> bytes:
        raise OSError(f"the disk is full at {council} {sha256}")


@pytest.mark.promise("P17")
def test_a_seal_made_while_a_backup_is_taken_does_not_keep_the_restored_hub_from_sealing(
    database: Database, empty_database_url: str, tmp_path: Path
) -> None:
    documents = _SealedMeanwhile(tmp_path / "documents", database, tmp_path / "seals")
    with database.session("aberwen") as session:
        a_case(session)
        store.documents.keep(session, documents, content=PDF, kind="application/pdf")
    seals = Beside("seals", tmp_path / "seals", "*.json")

    source = backup.take(database, documents, into=tmp_path / "kept", earlier=(seals,)).folder
    restored = store.open_database(empty_database_url)
    backup.fill(restored, FolderDocuments(tmp_path / "new"), source=source)
    with restored.session("aberwen") as session:
        number = history.seal(session, source / "seals")

    assert number == 1
    assert history.verify(restored, source / "seals").is_sound
    restored.close()


class _SealedMeanwhile(FolderDocuments):
    """Documents that are copied while the histories are sealed."""

    def __init__(self, folder: Path, database: Database, seals: Path) -> None:
        super().__init__(folder)
        self._database, self._seals = database, seals

    def get(self, council: str, sha256: str) -> bytes:
        with self._database.session(council) as session:
            history.seal(session, self._seals)
        return super().get(council, sha256)


def test_a_document_that_is_let_go_while_a_backup_is_taken_does_not_stop_it(
    database: Database, tmp_path: Path
) -> None:
    documents = _LetGoMeanwhile(tmp_path / "documents", database)
    with database.session("aberwen") as session:
        store.documents.keep(session, documents, content=PDF, kind="application/pdf")

    kept = backup.take(database, documents, into=tmp_path / "kept")

    assert kept.documents == 0
    assert kept.folder.exists()


class _LetGoMeanwhile(FolderDocuments):
    """Documents of which each is let go in the very moment in which it is to be copied."""

    def __init__(self, folder: Path, database: Database) -> None:
        super().__init__(folder)
        self._database = database

    def get(self, council: str, sha256: str) -> bytes:
        with self._database.session(council) as session:
            store.documents.let_go(session, self, sha256)
        return super().get(council, sha256)


def test_every_table_is_in_a_backup(database: Database, tmp_path: Path) -> None:
    source = taken(database, tmp_path)

    names = {file.stem for file in (source / "tables").iterdir()}

    assert names == set(Base.metadata.tables)


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
    elif harm == "a strange table":
        (source / "tables" / "strange.jsonl").write_bytes(b"")
    else:
        told.write_text(json.dumps(json.loads(told.read_text()) | {"version": "0999"}))
