"""Documents are kept once under their own hash, and known again when they are damaged."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import delete, select

from hub.enclosures import Enclosure
from hub.store import (
    Database,
    Document,
    DocumentDamaged,
    FolderDocuments,
    UnknownDocument,
    documents,
)
from tests.store.events import COUNCIL, OTHER

LETTER = b"%PDF-1.7 Dear resident"
SHA256 = hashlib.sha256(LETTER).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> FolderDocuments:
    """Give a folder of documents that does not exist yet."""
    return FolderDocuments(tmp_path / "data" / "documents")


def _file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "documents" / COUNCIL / SHA256[:2] / SHA256


def test_a_document_comes_back_as_it_was_put(folder: FolderDocuments) -> None:
    name = folder.put(COUNCIL, LETTER)

    assert name == SHA256
    assert folder.get(COUNCIL, SHA256) == LETTER


def test_put_twice_it_lies_there_once(folder: FolderDocuments, tmp_path: Path) -> None:
    folder.put(COUNCIL, LETTER)
    written = _file(tmp_path).stat().st_ino

    folder.put(COUNCIL, LETTER)

    assert _file(tmp_path).stat().st_ino == written
    assert [path.name for path in _file(tmp_path).parent.iterdir()] == [SHA256]


@pytest.mark.promise("P13")
def test_another_council_does_not_have_it(folder: FolderDocuments) -> None:
    folder.put(COUNCIL, LETTER)

    with pytest.raises(UnknownDocument):
        folder.get(OTHER, SHA256)


def test_a_name_that_is_no_hash_is_unknown(folder: FolderDocuments) -> None:
    with pytest.raises(UnknownDocument):
        folder.get(COUNCIL, "../../../etc/passwd")


def test_a_damaged_document_is_not_given_out(folder: FolderDocuments, tmp_path: Path) -> None:
    folder.put(COUNCIL, LETTER)
    _file(tmp_path).write_bytes(LETTER.replace(b"Dear", b"Darn"))

    with pytest.raises(DocumentDamaged):
        folder.get(COUNCIL, SHA256)


def test_a_damaged_document_is_mended_when_it_is_put_again(
    folder: FolderDocuments, tmp_path: Path
) -> None:
    folder.put(COUNCIL, LETTER)
    _file(tmp_path).write_bytes(b"")

    folder.put(COUNCIL, LETTER)

    assert folder.get(COUNCIL, SHA256) == LETTER


def test_a_document_is_kept_with_its_row_once(database: Database, folder: FolderDocuments) -> None:
    for _ in range(2):
        with database.session(COUNCIL) as session:
            documents.keep(session, folder, content=LETTER, kind="application/pdf")

    with database.reading(COUNCIL) as session:
        row = session.sql.scalars(select(Document)).one()
    assert (row.sha256, row.size, row.kind) == (SHA256, len(LETTER), "application/pdf")


def test_a_row_whose_file_is_gone_or_changed_is_named(
    database: Database, folder: FolderDocuments, tmp_path: Path
) -> None:
    with database.session(COUNCIL) as session:
        documents.keep(session, folder, content=LETTER, kind="application/pdf")
        gone = documents.keep(session, folder, content=b"gone", kind="text/plain")
        documents.keep(session, folder, content=b"kept", kind="text/plain")
    _file(tmp_path).write_bytes(b"changed")
    (tmp_path / "data" / "documents" / COUNCIL / gone[:2] / gone).unlink()

    with database.reading_all() as session:
        found = set(documents.verify(session, folder))

    assert found == {
        (COUNCIL, SHA256, "document_damaged"),
        (COUNCIL, gone, "unknown_document"),
    }


def test_a_document_is_let_go_with_its_row(
    database: Database, folder: FolderDocuments, tmp_path: Path
) -> None:
    with database.session(COUNCIL) as session:
        documents.keep(session, folder, content=LETTER, kind="application/pdf")

    with database.session(COUNCIL) as session:
        gone = documents.let_go(session, folder, SHA256)
        again = documents.let_go(session, folder, SHA256)

    with database.session(COUNCIL) as session:
        assert (gone, again) == (True, False)
        assert session.sql.scalars(select(Document)).all() == []
    assert not _file(tmp_path).exists()


def test_what_a_row_of_any_room_names_is_not_let_go(
    database: Database, folder: FolderDocuments
) -> None:
    with database.session(COUNCIL) as session:
        documents.keep(session, folder, content=LETTER, kind="application/pdf")
        session.insert(Enclosure, _naming(session.chance.uuid(), session.now()))

    with database.session(COUNCIL) as session:
        gone = documents.let_go(session, folder, SHA256)

    assert not gone
    assert folder.get(COUNCIL, SHA256) == LETTER


def test_what_is_kept_anew_while_it_is_let_go_is_there_in_the_end(
    database: Database, folder: FolderDocuments
) -> None:
    with database.session(COUNCIL) as session:
        documents.keep(session, folder, content=LETTER, kind="application/pdf")
    with ThreadPoolExecutor(2) as both:
        for _ in range(20):
            kept = both.submit(_keep_and_name, database, folder)
            gone = both.submit(_let_go, database, folder)
            kept.result()
            gone.result()

            assert folder.get(COUNCIL, SHA256) == LETTER
            _forget(database)


def _keep_and_name(database: Database, folder: FolderDocuments) -> None:
    with database.session(COUNCIL) as session:
        documents.keep(session, folder, content=LETTER, kind="application/pdf")
        session.insert(Enclosure, _naming(session.chance.uuid(), session.now()))


def _let_go(database: Database, folder: FolderDocuments) -> None:
    with database.session(COUNCIL) as session:
        documents.let_go(session, folder, SHA256)


def _forget(database: Database) -> None:
    with database.session(COUNCIL) as session:
        session.sql.execute(delete(Enclosure), execution_options={"synchronize_session": False})


def _naming(id_: UUID, at: datetime) -> dict[str, object]:
    return {
        "council": COUNCIL,
        "id": id_,
        "path": "photo",
        "sha256": SHA256,
        "name": "letter.pdf",
        "kind": "application/pdf",
        "size": len(LETTER),
        "pages": 1,
        "at": at,
    }
