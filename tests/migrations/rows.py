"""One row in every table, so that a migration has something to lose."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Engine,
    LargeBinary,
    MetaData,
    Numeric,
    Table,
    Uuid,
    insert,
    select,
)
from sqlalchemy.types import TypeEngine

_AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
_SAMPLES: tuple[tuple[type[TypeEngine[Any]], object], ...] = (
    (Uuid, UUID(int=7)),
    (Boolean, True),
    (DateTime, _AT),
    (Date, date(2026, 11, 23)),
    (JSON, {"said": "yes"}),
    (LargeBinary, b"seven"),
    (Numeric, 1),
)


def tables(engine: Engine) -> list[Table]:
    """Give the tables of the database as they are now, the ones pointed at first."""
    found = MetaData()
    found.reflect(engine)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]


def fill(engine: Engine) -> None:
    """Write a row into every table: the same samples everywhere, so that rows fit each other."""
    found = tables(engine)
    with engine.begin() as connection:
        for table in found:
            connection.execute(insert(table), dict(_row(table, engine)))


def counts(engine: Engine) -> dict[str, int]:
    """Count the rows of each table."""
    found = tables(engine)
    with engine.connect() as connection:
        return {table.name: len(connection.execute(select(table.c[0])).all()) for table in found}


def _row(table: Table, engine: Engine) -> Iterator[tuple[str, object]]:
    for column in table.columns:
        yield column.name, _sample(column, is_sqlite=engine.dialect.name == "sqlite")


def _sample(column: Column[Any], *, is_sqlite: bool) -> object:
    if column.name == "council":
        return "aberwen"
    if is_sqlite and str(column.type).startswith("CHAR"):
        return UUID(int=7).hex
    if is_sqlite and isinstance(column.type, DateTime):
        return _AT.replace(tzinfo=None)
    fitting = (sample for kind, sample in _SAMPLES if isinstance(column.type, kind))
    return next(fitting, 1 if column.type.python_type is int else "7")
