"""Tables and rows in plain words: the same whichever database they came from."""

import base64
import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Column,
    Connection,
    Date,
    LargeBinary,
    MetaData,
    Table,
    Text,
    Uuid,
    inspect,
    literal,
    select,
    table,
)

from hub.store.columns import CanonicalJson, Moment
from hub.store.tables import Base

Row = Mapping[str, Any]
_VERSION = "alembic_version"


@cache
def tables() -> Mapping[str, Table]:
    """Give every table of this program by name, those before that others point to.

    What was hashed as text is read and written as that very text.
    """
    apart = MetaData()
    return {
        each.name: Table(each.name, apart, *(_plain(column) for column in each.columns))
        for each in Base.metadata.sorted_tables
    }


def _plain(column: Column[Any]) -> Column[Any]:
    is_hashed = isinstance(column.type, CanonicalJson)
    return Column(column.name, Text() if is_hashed else column.type)


def names_in(connection: Connection) -> set[str]:
    """Give the names of the tables that there are in a database."""
    return set(inspect(connection).get_table_names()) - {_VERSION}


def has_rows(connection: Connection, name: str) -> bool:
    """Say whether a table of a database, of whatever version, holds anything."""
    return (
        connection.execute(select(literal(1)).select_from(table(name)).limit(1)).first() is not None
    )


def written(row: Row) -> bytes:
    """Write a row as one line."""
    said = {name: _said(value) for name, value in row.items()}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def read(lines: Iterator[bytes], of: Table) -> Iterator[Row]:
    """Read rows from their lines.

    :raises ValueError: if a line is none.
    :raises KeyError: if it names a column that the table does not have.
    """
    for line in lines:
        told: dict[str, Any] = json.loads(line)
        yield {name: _meant(value, of.columns[name]) for name, value in told.items()}


def _said(value: object) -> object:
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    return value.isoformat() if isinstance(value, date) else _uuid_said(value)


def _uuid_said(value: object) -> object:
    return str(value) if isinstance(value, UUID) else value


def _meant(said: Any, column: Column[Any]) -> object:  # noqa: ANN401 (JSON holds any value)
    if said is None:
        return None
    for kind, read_as in _READERS:
        if isinstance(column.type, kind):
            return read_as(said)
    return said


_READERS = (
    (Moment, datetime.fromisoformat),
    (Date, date.fromisoformat),
    (Uuid, UUID),
    (LargeBinary, base64.b64decode),
)
