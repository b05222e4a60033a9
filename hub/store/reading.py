"""Reading one row by its unique names, the short way: for what every request begins with."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Connection, Dialect, Table

from hub.store.tables import Base, table_of
from hub.store.writing import ask, writers

Kept = TypeVar("Kept", bound=Base)


def look(connection: Connection, kind: type[Kept], key: Mapping[str, Any]) -> Kept | None:
    """Read the row of this key, and hold up nobody.

    What is given is a plain object: changing it changes nothing in the database.
    """
    return _row(connection, kind, key)


def lock(connection: Connection, kind: type[Kept], key: Mapping[str, Any]) -> Kept | None:
    """Read the row of this key, and keep it from being changed by others until the end.

    What is given is a plain object: changing it changes nothing in the database.
    """
    # On SQLite whoever may write is alone anyway.
    is_sqlite = connection.dialect.name == "sqlite"
    return _row(connection, kind, key, ending="" if is_sqlite else " FOR UPDATE")


def _row(
    connection: Connection, kind: type[Kept], key: Mapping[str, Any], *, ending: str = ""
) -> Kept | None:
    table, names, dialect = table_of(kind), tuple(key), connection.dialect
    values = [
        write(value) if write else value
        for (_, write), value in zip(writers(dialect, table, names), key.values(), strict=True)
    ]
    row = ask(connection, _sql(dialect, table, names) + ending, values)
    if row is None:
        return None
    readers = zip(_readers(dialect, table), row, strict=True)
    return kind(**{name: read(value) if read else value for (name, read), value in readers})


@lru_cache(maxsize=1000)
def _sql(dialect: Dialect, table: Table, names: tuple[str, ...]) -> str:
    quote = dialect.identifier_preparer.quote
    columns = ", ".join(quote(column.name) for column in table.columns)
    mark = "?" if dialect.name == "sqlite" else "$"
    there = " AND ".join(f"{quote(name)} = {mark}{n}" for n, name in enumerate(names, start=1))
    return f"SELECT {columns} FROM {quote(table.name)} WHERE {there}"  # noqa: S608 (our own names)


@lru_cache(maxsize=1000)
def _readers(dialect: Dialect, table: Table) -> tuple[tuple[str, Callable[[Any], Any] | None], ...]:
    types = ((column.name, column.type.dialect_impl(dialect)) for column in table.columns)
    return tuple((name, type_.result_processor(dialect, None)) for name, type_ in types)
