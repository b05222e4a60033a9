"""Taking a backup: complete under its name, or not there at all."""

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from hub.store import versions
from hub.store.backup import plain
from hub.store.database import Database
from hub.store.documents import Document, Documents
from hub.store.errors import DocumentDamaged, UnknownDocument
from hub.store.session import AllCouncils

MANIFEST = "backup.json"
_BATCH = 1000
_OURS_ALONE = 0o700  # it is full of what people told us


@dataclass(frozen=True, slots=True)
class Beside:
    """Name files that lie beside the database: those of `root` that fit, kept under `name`."""

    name: str
    root: Path
    fitting: str


@dataclass(frozen=True, slots=True)
class Taken:
    """Hold where a backup lies, how much is in it, and the documents that could not be had.

    A document that is gone or damaged is named `<council>/<hash>`: the rest is kept all the same.
    """

    folder: Path
    rows: int
    documents: int
    damaged: tuple[str, ...] = ()


def take(
    database: Database,
    documents: Documents,
    *,
    into: Path,
    earlier: Iterable[Beside] = (),
    later: Iterable[Beside] = (),
) -> Taken:
    """Take a backup of everything into a new folder below `into`.

    What lies beside is copied `earlier` than the rows are read where the rows must know all of it
    (seals), and `later` where it must know all that the rows do (what was printed).

    :raises OSError: if the folder cannot be written.
    """
    into.mkdir(parents=True, exist_ok=True)
    name = f"hub-{database.clock():%Y%m%dT%H%M%SZ}"
    with _begun(into / f".{name}") as begun:
        for each in earlier:
            _copy(each, begun)
        with database.reading_all() as session:
            version = versions.found(session.sql.connection())
            rows = sum(_write_table(session, table, begun) for table in plain.tables())
            kept = list(_write_documents(database, session, documents, folder=begun))
        for each in later:
            _copy(each, begun)
        _seal(begun, {"version": version, "at": database.clock().isoformat(), "rows": rows})
        begun.rename(into / name)
    damaged = tuple(lost for lost in kept if lost)
    return Taken(into / name, rows, len(kept) - len(damaged), damaged)


@contextmanager
def _begun(folder: Path) -> Iterator[Path]:
    """Give a folder that nobody else can read; if it does not come to its name, it goes."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=_OURS_ALONE)
    (folder / "tables").mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _write_table(session: AllCouncils, name: str, folder: Path) -> int:
    table = plain.tables()[name]
    asked = select(table).execution_options(yield_per=_BATCH)
    with (folder / "tables" / f"{name}.jsonl").open("wb") as file:
        rows = session.sql.execute(asked)
        return sum(bool(file.write(plain.written(row._asdict()))) for row in rows)


def _write_documents(
    database: Database, session: AllCouncils, documents: Documents, *, folder: Path
) -> Iterator[str]:
    """Write every document, and give "" for each, or its name if it is gone or damaged."""
    asked = select(Document.council, Document.sha256).execution_options(yield_per=_BATCH)
    for council, sha256 in session.sql.execute(asked):
        lost = _write_document(folder, documents, council, sha256)
        if not (lost and _was_let_go(database, council, sha256)):
            yield lost


def _write_document(folder: Path, documents: Documents, council: str, sha256: str) -> str:
    try:
        content = documents.get(council, sha256)
    except (DocumentDamaged, UnknownDocument):
        return f"{council}/{sha256}"
    path = folder / "documents" / council / sha256
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return ""


def _was_let_go(database: Database, council: str, sha256: str) -> bool:
    """Say whether a document that is gone was let go since the moment of the backup."""
    with database.reading_all() as session:
        own = Document.council == council, Document.sha256 == sha256
        return session.sql.scalar(select(Document.sha256).where(*own)) is None


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
