"""A store as it is after years: what one request left behind, a million times over.

The database itself writes each row of the one request again for every other: ids carry an earlier
moment in front, as the hub's own do, and all moments lie as far back. What was to be done is done,
all but the newest cases are closed, and every seventh is a hole somewhere in the council's streets.
"""

import time
from typing import Any

from sqlalchemy import Column, Connection, Engine, Table, Uuid, create_engine, make_url, text
from sqlalchemy.types import DateTime, TypeDecorator

from hub.store import Base

_EVERY_SECONDS = 90
_OPEN = 2_000  # the newest cases, of two days: their deadlines are still watched
_HISTORY = ("history", "history_texts")
_ENTRIES = 3
_PAYLOAD = "(n * 7654321 % 1000000000)"  # comes to each nine digits once
_TABLES = (
    *("arrivals", "residents", "passports", "chains", "cases", "answers", "askers", "owed_tasks"),
    *(*_HISTORY, "letters", "messages", "outbox", "jobs"),
)
_CHOSEN = {"jobs": "every IS NULL", "history": "number = 1", "history_texts": "number = 1"}
_SPOTS = """
    INSERT INTO spots (council, case_id, street, service, lat, lon, asked_at)
    SELECT council, id, 'street ' || (number % 3000), 'hole', 52 + number * 7919 % 1000003 * 2e-7,
        -4 + number * 104729 % 999983 * 2e-7, asked_at
    FROM (SELECT cases.*, row_number() OVER (ORDER BY id) AS number FROM cases) AS numbered
    WHERE number % 7 = 0
"""


def fill(database_url: str, *, count: int) -> int:
    """Write the one request of this database again, `count` times; give the count of rows."""
    scheme = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg"}
    url = make_url(database_url)
    engine = create_engine(url.set(drivername=scheme[url.get_backend_name()]))
    try:
        return _filled(engine, count)
    finally:
        engine.dispose()


def settle(database_url: str) -> None:
    """Let the planner of a database know what is in it."""
    url = make_url(database_url)
    is_sqlite = url.get_backend_name() == "sqlite"
    engine = create_engine(url if is_sqlite else url.set(drivername="postgresql+psycopg"))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as line:
        line.exec_driver_sql("ANALYZE" if is_sqlite else "VACUUM ANALYZE")
        if not is_sqlite:
            line.exec_driver_sql("CHECKPOINT")
    engine.dispose()


def _filled(engine: Engine, count: int) -> int:
    is_sqlite = engine.dialect.name == "sqlite"
    with engine.connect() as line:
        before = ("journal_mode=OFF", "synchronous=OFF", "cache_size=-1000000", "temp_store=MEMORY")
        for pragma in before if is_sqlite else ():
            line.exec_driver_sql(f"PRAGMA {pragma}")
        if not is_sqlite:
            line.exec_driver_sql("SET session_replication_role = replica")  # no foreign keys asked
        words = _Words(engine.dialect.name, count)
        written = sum(_multiply(line, name, words) for name in _TABLES)
        written += line.execute(text(_SPOTS)).rowcount
        line.commit()
        if is_sqlite:
            line.exec_driver_sql("PRAGMA journal_mode=WAL")
    return written


def _multiply(line: Connection, name: str, words: "_Words") -> int:
    """Write the rows of one table again, each with the moment that is its own."""
    table = Base.metadata.tables[name]
    chosen = _CHOSEN.get(name, "true")
    line.execute(text(f"CREATE TEMP TABLE one AS SELECT * FROM {name} WHERE {chosen}"))  # noqa: S608 (our own names)
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    values = ", ".join(words.of(table, column) for column in table.columns)
    rounds = f"CROSS JOIN {words.series('entry', _ENTRIES)}" if name in _HISTORY else ""
    source = f"FROM {words.numbers} CROSS JOIN one {rounds}"
    written = line.execute(text(f"INSERT INTO {name} ({columns}) SELECT {values} {source}"))
    line.execute(text("DROP TABLE one"))
    return written.rowcount


class _Words:
    """The SQL of one kind of database: `n` counts the cases, from the oldest on."""

    def __init__(self, dialect: str, count: int) -> None:
        self._is_sqlite = dialect == "sqlite"
        self._now = int(time.time())
        self.numbers = self.series("n", count)
        self._ago = f"(({count + 1} - n) * {_EVERY_SECONDS})"
        due_at = self._earlier("one.due_at")
        self._own = {
            "arrivals.external_id": self._dashed("one.external_id"),
            "cases.reference": self._padded(f"{_PAYLOAD} * 100 + 98 - {_PAYLOAD} * 100 % 97"),
            "cases.status": f"CASE WHEN n > {count - _OPEN} THEN one.status ELSE 'closed' END",
            "cases.closed_at": self._earlier("one.recorded_at"),
            "jobs.state": f"CASE WHEN n > {count - _OPEN} THEN one.state ELSE 'done' END",
            "jobs.due_at": f"CASE WHEN n > {count - _OPEN} THEN one.due_at ELSE {due_at} END",
            "chains.sealed_number": "one.number",
            "history.number": "entry",
            "history_texts.number": "entry",
        }

    def series(self, name: str, last: int) -> str:
        """Say the numbers from 1 to `last`."""
        if not self._is_sqlite:
            return f"generate_series(1::bigint, {last}) AS {name}({name})"
        more = f"SELECT {name} + 1 FROM up WHERE {name} < {last}"  # noqa: S608 (numbers)
        return f"(WITH RECURSIVE up({name}) AS (VALUES (1) UNION ALL {more}) SELECT {name} FROM up)"  # noqa: S608 (the same)

    def of(self, table: Table, column: Column[Any]) -> str:
        """Say what a column holds."""
        kept = f'one."{column.name}"'
        kind = column.type.impl if isinstance(column.type, TypeDecorator) else column.type
        if isinstance(kind, Uuid):
            return self._id(kept)
        again = self._earlier(kept) if isinstance(kind, DateTime) else kept
        return self._own.get(f"{table.name}.{column.name}", again)

    def _id(self, kept: str) -> str:
        if self._is_sqlite:
            return f"{self._moment} || substr({kept}, 13)"
        return f"CAST({self._moment} || substr(replace({kept}::text, '-', ''), 13) AS uuid)"

    def _dashed(self, kept: str) -> str:
        first, second = f"substr({self._moment}, 1, 8)", f"substr({self._moment}, 9)"
        return f"{first} || '-' || {second} || substr({kept}, 14)"

    @property
    def _moment(self) -> str:
        """Say the milliseconds with which every id of ours begins, in 12 hexadecimal digits."""
        milliseconds = f"({self._now} - {self._ago}) * 1000"
        is_sqlite = self._is_sqlite
        return (
            f"printf('%012x', {milliseconds})"
            if is_sqlite
            else f"lpad(to_hex({milliseconds}), 12, '0')"
        )

    def _padded(self, number: str) -> str:
        is_sqlite = self._is_sqlite
        return f"printf('%011d', {number})" if is_sqlite else f"lpad(({number})::text, 11, '0')"

    def _earlier(self, kept: str) -> str:
        if self._is_sqlite:
            return f"strftime('%Y-%m-%d %H:%M:%f000', {kept}, '-' || {self._ago} || ' seconds')"
        return f"{kept} - {self._ago} * interval '1 second'"
