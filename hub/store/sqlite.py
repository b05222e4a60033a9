"""SQLite as the hub needs it: nothing lost at a power cut, one writer at a time, nobody sharing."""

import sqlite3
from pathlib import Path
from threading import Lock
from time import monotonic, sleep
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from hub.store.columns import canonical
from hub.store.errors import DatabaseRefused

BUSY_SECONDS = 10
_NAP_SECONDS = 0.0005
_FULL = 2
_READS = ("reading", "one moment")
_BEGIN = {
    "reading": "BEGIN",
    "one moment": "BEGIN",
    "writing": "BEGIN IMMEDIATE",
    "alone": "BEGIN EXCLUSIVE",
}


def open_engine(url: URL) -> Engine:
    """Open the file, made if there is none, and refuse what could lose a commit.

    :raises DatabaseRefused: if the file cannot be written, or cannot be kept safely where it lies
    """
    _make_folder(url)
    engine = create_engine(
        url if "timeout" in url.query else url.update_query_dict({"timeout": str(BUSY_SECONDS)}),
        pool_size=16,
        max_overflow=16,
        pool_timeout=BUSY_SECONDS,
        json_serializer=canonical,
        connect_args={"check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare)
    turns = _Turns()
    event.listen(engine, "begin", turns.begin)
    event.listen(engine, "checkin", turns.end)
    try:
        _check(engine)
    finally:
        engine.dispose()  # no line is open until the first session: a fork shares none
    return engine


def _make_folder(url: URL) -> None:
    if not url.database or url.database == ":memory:":
        raise DatabaseRefused(why="The database must be a file: SQLite in memory keeps nothing.")
    folder = Path(url.database).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = f"The folder {folder} cannot be made: {error.strerror}."
        raise DatabaseRefused(why=why) from error


def _prepare(connection: sqlite3.Connection, line: ConnectionPoolEntry) -> None:
    connection.isolation_level = None
    line.info["patience"] = connection.execute("PRAGMA busy_timeout").fetchone()[0]  # milliseconds
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


class _Turns:
    """Whose turn it is to write, among the threads of this process.

    SQLite lets one write at a time, and others look again after naps that grow to a tenth of a
    second. Here the threads of a process wait in line; only processes have to look, and their naps
    are short, since a commit takes about a millisecond.
    """

    def __init__(self) -> None:
        self._turn = Lock()

    def begin(self, connection: Connection) -> None:
        mode = connection.get_execution_options().get("mode", "writing")
        line = connection.connection.driver_connection
        assert isinstance(line, sqlite3.Connection)  # noqa: S101 (mypy cannot know which driver it is)
        try:
            line.text_factory = _lenient if mode == "one moment" else str
            line.execute(f"PRAGMA query_only={'ON' if mode in _READS else 'OFF'}")
            if mode in _READS:
                line.execute(_BEGIN[mode])
            else:
                self._take(connection.connection.info)
                _begin_writing(line, _BEGIN[mode], connection.connection.info["patience"])
        except sqlite3.OperationalError as error:
            raise OperationalError(_BEGIN[mode], None, error) from error

    def _take(self, line: dict[Any, Any]) -> None:
        if "turn" not in line:
            if not self._turn.acquire(timeout=BUSY_SECONDS):
                raise sqlite3.OperationalError("other threads write, one after the other")
            line["turn"] = True

    def end(self, _: sqlite3.Connection, line: ConnectionPoolEntry) -> None:
        if line.info.pop("turn", False):
            self._turn.release()


def _begin_writing(line: sqlite3.Connection, begin: str, patience: int) -> None:
    line.execute("PRAGMA busy_timeout=0")
    until = monotonic() + patience / 1000
    try:
        while True:
            try:
                line.execute(begin)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > until:
                    raise
                sleep(_NAP_SECONDS)
            else:
                return
    finally:
        line.execute(f"PRAGMA busy_timeout={patience}")


def _lenient(written: bytes) -> str:
    """Read text that somebody put there past SQLite's own rules, so that it can be found."""
    return written.decode("utf-8", "backslashreplace")


def _check(engine: Engine) -> None:
    try:
        with engine.connect() as connection:
            journal = connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
            synchronous = connection.exec_driver_sql("PRAGMA synchronous").scalar_one()
            connection.exec_driver_sql("PRAGMA user_version=0")
    except DBAPIError as error:
        why = f"The database {engine.url.database} cannot be opened for writing: {error.orig}."
        raise DatabaseRefused(why=why) from error
    refuse_unsafe(journal=journal, synchronous=synchronous)


def refuse_unsafe(*, journal: str, synchronous: int) -> None:
    """Refuse a file that could lose a commit at a power cut (NORMAL lost 448 of them).

    :raises DatabaseRefused: if there is no write-ahead log, or it is not written through
    """
    if journal != "wal":
        raise DatabaseRefused(
            why=f"SQLite cannot use a write-ahead log in this folder (it says {journal}): "
            "put HUB_DATA on a local disk."
        )
    if synchronous < _FULL:
        raise DatabaseRefused(why="SQLite must run with synchronous=FULL, or commits can be lost.")
