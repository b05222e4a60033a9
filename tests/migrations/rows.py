"""One row in every table, so that a migration has something to lose."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Connection,
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


def fill(engine: Engine, *, council: str = "aberwen", sample: int = 7) -> None:
    """Write a council's row into every table: the same samples everywhere, so that rows fit."""
    found = tables(engine)
    with engine.begin() as connection:
        _see_all(connection)
        for table in found:
            row = dict(_row(table, sample, is_sqlite=engine.dialect.name == "sqlite"))
            connection.execute(insert(table), {**row, "council": council})


def counts(engine: Engine) -> dict[str, int]:
    """Count the rows of each table."""
    found = tables(engine)
    with engine.connect() as connection:
        _see_all(connection)
        return {table.name: len(connection.execute(select(table.c[0])).all()) for table in found}


def _see_all(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL hub.all_councils = 'on'")


def _row(table: Table, sample: int, *, is_sqlite: bool) -> Iterator[tuple[str, object]]:
    for column in table.columns:
        yield column.name, _sample(column, sample, is_sqlite=is_sqlite)


def _sample(column: Column[Any], sample: int, *, is_sqlite: bool) -> object:
    if is_sqlite and str(column.type).startswith("CHAR"):
        return UUID(int=sample).hex
    if isinstance(column.type, Uuid):
        return UUID(int=sample)
    if is_sqlite and isinstance(column.type, DateTime):
        return _AT.replace(tzinfo=None)
    fitting = (sample for kind, sample in _SAMPLES if isinstance(column.type, kind))
    return next(fitting, 1 if column.type.python_type is int else str(sample))
