"""Taking a backup: complete under its name, or not there at all."""

import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from hub.store import versions
from hub.store.backup import plain
from hub.store.database import Database
from hub.store.documents import Document, Documents
from hub.store.session import AllCouncils

MANIFEST = "backup.json"
_BATCH = 1000


@dataclass(frozen=True, slots=True)
class Beside:
    """Name files that lie beside the database: those of `root` that fit, kept under `name`."""

    name: str
    root: Path
    fitting: str


@dataclass(frozen=True, slots=True)
class Taken:
    """Hold where a backup lies, and how much is in it."""

    folder: Path
    rows: int
    documents: int


def take(
    database: Database, documents: Documents, *, into: Path, beside: Iterable[Beside] = ()
) -> Taken:
    """Take a backup of everything into a new folder below `into`.

    :raises OSError: if the folder cannot be written.
    :raises UnknownDocument: if a row names a document that is gone.
    """
    name = f"hub-{database.clock():%Y%m%dT%H%M%SZ}"
    begun = into / f".{name}"
    shutil.rmtree(begun, ignore_errors=True)
    (begun / "tables").mkdir(parents=True)
    with database.reading_all() as session:
        version = versions.found(session.sql.connection())
        rows = sum(_write_table(session, table, begun) for table in plain.tables())
        kept = _write_documents(session, documents, begun)
    for each in beside:
        _copy(each, begun)
    _seal(begun, {"version": version, "at": database.clock().isoformat(), "rows": rows})
    begun.rename(into / name)
    return Taken(into / name, rows, kept)


def _write_table(session: AllCouncils, name: str, folder: Path) -> int:
    table = plain.tables()[name]
    asked = select(table).execution_options(yield_per=_BATCH)
    with (folder / "tables" / f"{name}.jsonl").open("wb") as file:
        rows = session.sql.execute(asked)
        return sum(bool(file.write(plain.written(row._asdict()))) for row in rows)


def _write_documents(session: AllCouncils, documents: Documents, folder: Path) -> int:
    asked = select(Document.council, Document.sha256).execution_options(yield_per=_BATCH)
    rows = session.sql.execute(asked)
    return sum(_write_document(folder, documents, *row) for row in rows)


def _write_document(folder: Path, documents: Documents, council: str, sha256: str) -> int:
    path = folder / "documents" / council / sha256
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(documents.get(council, sha256))
    return 1


def _copy(beside: Beside, begun: Path) -> None:
    for file in beside.root.rglob(beside.fitting):
        path = begun / beside.name / file.relative_to(beside.root)
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, path)


def _seal(begun: Path, told: Mapping[str, object]) -> None:
    """Write down the hash of every file, last: without it a folder is no backup."""
    files = sorted(file for file in begun.rglob("*") if file.is_file())
    hashes = {str(file.relative_to(begun)): hash_of(file) for file in files}
    (begun / MANIFEST).write_text(json.dumps({**told, "files": hashes}, indent=1))


def hash_of(file: Path) -> str:
    """Give the SHA-256 of a file, read piece by piece."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
