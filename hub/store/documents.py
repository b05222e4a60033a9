"""Documents: kept once under their own hash, never changed, each council's apart."""

import hashlib
import os
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import ClassVar, Protocol

from sqlalchemy import Index, String, delete, exists, func, select, text
from sqlalchemy.orm import Mapped, mapped_column

from hub.store.errors import DocumentDamaged, UnknownDocument
from hub.store.session import UNSYNCED, AllCouncils, Session
from hub.store.tables import Base, CouncilOwned
from hub.store.walls import COUNCIL_NAMED

NAMES_DOCUMENT = {"names": "document"}
"""What a column says of itself (`info`) that holds a document's hash: what it names is kept."""

_HASH = re.compile("[0-9a-f]{64}")


class Document(CouncilOwned, Base):
    """What is known of a document beside its content: how large (bytes), of what kind, since when.

    The kind is a media type. `going_at` says since when it may be let go (see `going`).
    """

    __tablename__ = "documents"
    _going: ClassVar = text("going_at IS NOT NULL")
    __table_args__ = (
        Index(
            "ix_documents_going",
            "council",
            "going_at",
            postgresql_where=_going,
            sqlite_where=_going,
        ),
    )

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    size: Mapped[int]
    kind: Mapped[str] = mapped_column(String(100))
    at: Mapped[datetime]
    going_at: Mapped[datetime | None]


class Documents(Protocol):
    """Where the contents lie: a folder, or a bucket."""

    def put(self, council: str, content: bytes) -> str:
        """Keep the content safely, once however often it is put, and give its SHA-256."""

    def get(self, council: str, sha256: str) -> bytes:
        """Give the content back.

        :raises UnknownDocument: if there is none
        :raises DocumentDamaged: if it is no longer what was put
        """

    def remove(self, council: str, sha256: str) -> None:
        """Let the content go for ever; if there is none, that is well."""


class FolderDocuments:
    """Documents in a folder: `<council>/<two digits of the hash>/<hash>`."""

    def __init__(self, folder: Path) -> None:
        """Begin with the folder; it is made when the first document is put."""
        self._folder = folder

    def put(self, council: str, content: bytes) -> str:
        """Write the file through to the disk, then its name; give its SHA-256."""
        sha256 = hashlib.sha256(content).hexdigest()
        path = self._path(council, sha256)
        if path.exists() and path.read_bytes() == content:
            fsync(path.parent)  # whoever wrote it may have died before its name was safe
        else:
            write_through(path, content)
        return sha256

    def get(self, council: str, sha256: str) -> bytes:
        """Give the content back, checked against its name.

        :raises UnknownDocument: if there is none
        :raises DocumentDamaged: if it is no longer what was put
        """
        try:
            content = self._path(council, sha256).read_bytes()
        except FileNotFoundError as error:
            raise UnknownDocument from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise DocumentDamaged
        return content

    def remove(self, council: str, sha256: str) -> None:
        """Delete the file; if there is none, that is well."""
        path = self._path(council, sha256)
        path.unlink(missing_ok=True)
        if path.parent.is_dir():
            fsync(path.parent)

    def _path(self, council: str, sha256: str) -> Path:
        if not _HASH.fullmatch(sha256):
            raise UnknownDocument
        return self._folder / council / sha256[:2] / sha256


def keep(session: Session, documents: Documents, *, content: bytes, kind: str) -> str:
    """Keep a document and its row, once however often it is kept, and give its SHA-256.

    The row is held until the transaction ends, so that nobody lets the document go meanwhile; the
    file is safe before the row is: a row never names a file that is not there.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    key = {"council": session.council, "sha256": sha256}
    row = {**key, "size": len(content), "kind": kind, "at": session.now()}
    while not session.insert_once(Document, row):
        if session.lock(Document, key) is not None:
            break  # else it was let go between the two
    return documents.put(session.council, content)


def let_go(session: Session, documents: Documents, sha256: str) -> bool:
    """Let a document go unless a row of any room names it, and say whether it went.

    The file goes before the row does, and both are held from whoever keeps the same content anew.
    """
    if session.lock(Document, {"council": session.council, "sha256": sha256}) is None:
        return False
    if _is_named(session, sha256):
        return False
    documents.remove(session.council, sha256)
    gone = delete(Document).where(Document.sha256 == sha256)
    session.sql.execute(gone, execution_options=UNSYNCED)
    return True


def _is_named(session: Session, sha256: str) -> bool:
    naming = [
        exists().where(table.c.council == session.council, column == sha256)
        for table in Base.metadata.tables.values()
        for column in table.columns
        if column.info == NAMES_DOCUMENT
    ]
    return any(session.sql.scalar(select(one), execution_options=COUNCIL_NAMED) for one in naming)


def count(session: AllCouncils) -> int:
    """Count the documents of every council."""
    return session.sql.scalar(select(func.count()).select_from(Document)) or 0


def verify(session: AllCouncils, documents: Documents) -> Iterator[tuple[str, str, str]]:
    """Name every row whose file is gone or changed: council, hash and what is wrong."""
    rows = session.sql.execute(
        select(Document.council, Document.sha256)
        .order_by(Document.council, Document.sha256)
        .execution_options(yield_per=500)
    )
    for council, sha256 in rows:
        try:
            documents.get(council, sha256)
        except (UnknownDocument, DocumentDamaged) as error:
            yield council, sha256, error.key


def write_through(path: Path, content: bytes) -> None:
    """Write a file so that after a power cut it is there whole, or not at all."""
    make_through(path.parent)
    _write_aside(path, content).rename(path)
    fsync(path.parent)


def create_through(path: Path, content: bytes) -> None:
    """Write a file as `write_through` does, and never over one that is there.

    :raises FileExistsError: if there is one of this name
    """
    make_through(path.parent)
    begun = _write_aside(path, content)
    try:
        path.hardlink_to(begun)  # which takes no name that is taken, unlike a renaming
    finally:
        begun.unlink()
    fsync(path.parent)


def _write_aside(path: Path, content: bytes) -> Path:
    begun = path.with_name(f".{path.name}.{os.urandom(6).hex()}")
    with begun.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return begun


def make_through(folder: Path) -> None:
    """Make a folder, and those above it, so that a power cut does not take it back."""
    if not folder.is_dir():
        make_through(folder.parent)
        folder.mkdir(exist_ok=True)
        fsync(folder.parent)


def fsync(folder: Path) -> None:
    """Have the names in a folder outlive a power cut."""
    line = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(line)
    finally:
        os.close(line)
