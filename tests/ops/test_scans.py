"""Watching costs the same however much is finished: what is done is not read."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from hub import watch
from hub.store import Database

FINISHED_MOSTLY = ("jobs", "outbox", "messages", "letters", "chains")
_Asked = list[tuple[str, Any]]


@contextmanager
def asked_of(database: Database) -> Iterator[_Asked]:
    """Keep every question that is asked of the database."""
    asked: _Asked = []

    def keep(_line: object, _cursor: object, sql: str, values: object, *_: object) -> None:
        asked.append((sql, values))

    event.listen(database.engine, "before_cursor_execute", keep)
    yield asked
    event.remove(database.engine, "before_cursor_execute", keep)


def scanned(database: Database, asked: _Asked) -> set[str]:
    """Name the tables that are read from end to end to answer these questions."""
    lines = plan(database, *asked).splitlines()
    whole = [line for line in lines if line.startswith(("SCAN ", "Seq Scan on "))]
    names = (line.removeprefix("SCAN ").removeprefix("Seq Scan on ") for line in whole)
    return {name.split()[0] for name in names if " ix_" not in name}


def plan(database: Database, *asked: tuple[str, Any]) -> str:
    """Say how the database answers these questions, in a line for each table that it reads."""
    explain = "EXPLAIN QUERY PLAN" if database.is_sqlite else "EXPLAIN"
    with database.engine.connect() as connection:
        if not database.is_sqlite:  # with so few rows it would scan whatever indexes there are
            connection.exec_driver_sql("SET enable_seqscan = off")
        plans = [connection.exec_driver_sql(f"{explain} {sql}", values) for sql, values in asked]
        return "\n".join(str(row[-1]).strip(" ->") for plan in plans for row in plan)


@pytest.mark.parametrize("look", [watch.stuck, watch.count])
def test_who_watches_reads_only_what_is_not_finished(
    database: Database, look: Callable[[Database], object]
) -> None:
    with asked_of(database) as asked:
        look(database)

    assert asked
    assert not scanned(database, asked) & set(FINISHED_MOSTLY)
