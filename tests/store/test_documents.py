"""Documents are kept once under their own hash, and known again when they are damaged."""

import hashlib
from pathlib import Path

import pytest
from sqlalchemy import select

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
