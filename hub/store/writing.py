"""Writing rows the short way: gathered as they come, and sent together, in their order.

A request that opens a case writes a dozen tables. Each statement through the whole of SQLAlchemy
costs more than the database's own work, and each round trip costs a switch of processes. So the
rows wait until something is asked or the transaction ends; then they go in one statement per
table. On PostgreSQL the tables are parts of one statement where they may be (WITH … INSERT), and
what must be several statements goes in one round trip (libpq's pipeline mode).
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import count, groupby
from typing import Any

import psycopg
from psycopg.pq import TransactionStatus
from sqlalchemy import Connection, Dialect, Table
from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError

from hub.store import row_security

Row = Mapping[str, Any]
_MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class _Shape:
    """What rows must have in common to go in one statement; with a `key` they are changed there."""

    table: Table
    names: tuple[str, ...]
    key: tuple[str, ...] = ()
    is_once: bool = False


class Waiting:
    """Rows that were written and not yet sent."""

    def __init__(self) -> None:
        self._rows: list[tuple[_Shape, Row]] = []

    def __bool__(self) -> bool:
        return bool(self._rows)

    def insert(self, table: Table, rows: Iterable[Row]) -> None:
        """Take rows to be inserted after what waits already."""
        self._rows += [(_Shape(table, tuple(row)), row) for row in rows]

    def change(self, table: Table, key: Row, changed: Row) -> None:
        """Take what is to be changed, where the key is found, after what waits already."""
        self._rows.append((_Shape(table, tuple(changed), tuple(key)), {**changed, **key}))

    def insert_once(self, connection: Connection, table: Table, row: Row) -> bool:
        """Send what waits and then this row, unless one with its unique names is there already."""
        self._rows.append((_Shape(table, tuple(row), is_once=True), row))
        return self.send(connection) == 1

    def send(self, connection: Connection) -> int:
        """Send what waits, and give the count of rows that the last statement wrote.

        :raises IntegrityError: if a row breaks a rule of its table
        :raises DBAPIError: if the database refuses it for another reason, or is away
        """
        told = list(_statements(connection.dialect, self._rows))
        self._rows = []
        return _send(connection, told) if told else 0

    def commit(self, connection: Connection) -> None:
        """Send what waits and keep it: on PostgreSQL the commit goes in the same round trip.

        What SQLAlchemy's own commit finds to do afterwards is nothing.

        :raises IntegrityError: if a row breaks a rule of its table
        :raises DBAPIError: if the database refuses it for another reason, or is away
        """
        line: Any = connection.connection.driver_connection
        told = list(_statements(connection.dialect, self._rows))
        self._rows = []
        with translated(connection.dialect):
            if isinstance(line, psycopg.Connection) and told:
                opening = row_security.opening(connection)
                _send_together(line, [*opening, *told], is_last=True)
            elif told:
                _send_each(line, told)


def _statements(
    dialect: Dialect, waiting: Iterable[tuple[_Shape, Row]]
) -> Iterator[tuple[str, list[Any]]]:
    """Give the SQL to send and its values: one statement a table, or one for all of them."""
    groups = [(shape, few) for shape, rows in _grouped(waiting) for few in _few(shape, rows)]
    if dialect.name == "postgresql" and _are_apart(groups):
        shapes = tuple((shape, len(rows)) for shape, rows in groups)
        yield (
            _sql_of_all(dialect, shapes),
            [v for group in groups for v in _values(dialect, *group)],
        )
        return
    for shape, rows in groups:
        yield _sql(dialect, shape, len(rows)), _values(dialect, shape, rows)


def _grouped(waiting: Iterable[tuple[_Shape, Row]]) -> Iterator[tuple[_Shape, list[Row]]]:
    for shape, group in groupby(waiting, key=lambda one: one[0]):
        yield shape, [row for _, row in group]


def _few(shape: _Shape, rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    together = 1 if shape.key else _MOST_ROWS
    return (rows[first : first + together] for first in range(0, len(rows), together))


def _are_apart(groups: Sequence[tuple[_Shape, Sequence[Row]]]) -> bool:
    """Say whether no group touches a table of another: then they may be parts of one statement.

    The parts of one statement do not see what the others write; foreign keys are checked when all
    of it is done.
    """
    tables = [shape.table for shape, _ in groups]
    rows = sum(len(rows) for _, rows in groups)
    return 1 < len(tables) == len(set(tables)) and rows <= _MOST_ROWS


@lru_cache(maxsize=1000)
def _sql_of_all(dialect: Dialect, shapes: tuple[tuple[_Shape, int], ...]) -> str:
    parts, first = [], 1
    for shape, rows in shapes:
        parts.append(_sql(dialect, shape, rows, first=first))
        first += rows * (len(shape.names) + len(shape.key))
    *before, last = parts
    named = ", ".join(f"part_{number} AS ({part})" for number, part in enumerate(before))
    return f"WITH {named} {last}"


@lru_cache(maxsize=1000)
def _sql(dialect: Dialect, shape: _Shape, rows: int, first: int = 1) -> str:
    quote = dialect.identifier_preparer.quote
    table, marks = quote(shape.table.name), _marks(dialect, first)
    if shape.key:
        changed = ", ".join(f"{quote(name)} = {next(marks)}" for name in shape.names)
        there = " AND ".join(f"{quote(name)} = {next(marks)}" for name in shape.key)
        return f"UPDATE {table} SET {changed} WHERE {there}"  # noqa: S608 (our own names)
    names = ", ".join(quote(name) for name in shape.names)
    each = (f"({', '.join(next(marks) for _ in shape.names)})" for _ in range(rows))
    ending = " ON CONFLICT DO NOTHING" if shape.is_once else ""
    return f"INSERT INTO {table} ({names}) VALUES {', '.join(each)}{ending}"  # noqa: S608 (the same)


def _marks(dialect: Dialect, first: int) -> Iterator[str]:
    # PostgreSQL's own marks: psycopg would look for its own in every long statement anew.
    is_sqlite = dialect.name == "sqlite"
    return ("?" if is_sqlite else f"${number}" for number in count(first))


def _values(dialect: Dialect, shape: _Shape, rows: Sequence[Row]) -> list[Any]:
    known = writers(dialect, shape.table, shape.names + shape.key)
    return [write(row[name]) if write else row[name] for row in rows for name, write in known]


@lru_cache(maxsize=1000)
def writers(
    dialect: Dialect, table: Table, names: tuple[str, ...]
) -> tuple[tuple[str, Callable[[Any], Any] | None], ...]:
    """Give what turns each of these columns' values into what the driver takes, if it must."""
    types = ((name, table.columns[name].type.dialect_impl(dialect)) for name in names)
    return tuple((name, type_.bind_processor(dialect)) for name, type_ in types)


def ask(connection: Connection, sql: str, values: Sequence[Any]) -> Sequence[Any] | None:
    """Ask for one row by SQL of our own; what begins the transaction goes in the same round trip.

    :raises DBAPIError: if the database refuses it, or is away
    """
    line: Any = connection.connection.driver_connection
    with translated(connection.dialect):
        if not isinstance(line, psycopg.Connection):
            found: Sequence[Any] | None = line.execute(sql, values).fetchone()
            return found
        asked = [*row_security.opening(connection), (sql, list(values))]
        with line.pipeline():
            *_, cursor = [row_security.run(line, told) for told in asked]
        return cursor.fetchone()


@contextmanager
def translated(dialect: Dialect) -> Iterator[None]:
    """Say the driver's errors as SQLAlchemy's, which the rooms above know.

    :raises DBAPIError: if the driver raised anything
    """
    dbapi = dialect.loaded_dbapi
    try:
        yield
    except dbapi.Error as error:
        kinds = (IntegrityError, OperationalError, InterfaceError)
        kind = next((k for k in kinds if isinstance(error, getattr(dbapi, k.__name__))), DBAPIError)
        raise kind(None, None, error) from error


def _send(connection: Connection, told: Sequence[tuple[str, list[Any]]]) -> int:
    line: Any = connection.connection.driver_connection
    with translated(connection.dialect):
        if isinstance(line, psycopg.Connection):
            return _send_together(line, [*row_security.opening(connection), *told])
        return _send_each(line, told)


def _send_each(line: sqlite3.Connection, told: Sequence[tuple[str, list[Any]]]) -> int:
    return [line.execute(sql, values).rowcount for sql, values in told][-1]


def _send_together(
    line: psycopg.Connection[Any], told: Sequence[tuple[str, list[Any]]], *, is_last: bool = False
) -> int:
    if len(told) == 1 and not is_last and line.info.transaction_status != TransactionStatus.IDLE:
        return row_security.run(line, told[0]).rowcount
    with line.pipeline():
        cursors = [row_security.run(line, one) for one in told]
        if is_last:
            line.commit()
    return cursors[-1].rowcount
