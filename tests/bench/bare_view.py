"""The peer: a bare Flask view that writes the same rows with psycopg, or sqlite3, in one commit.

One round trip a table, on the hub's own tables with all their indexes, through the same pool of
the same size under the same gunicorn. It checks nothing, asks nothing and signs nothing.
"""

import json
import os
import random
from pathlib import Path
from uuid import UUID, uuid4

from flask import Flask
from sqlalchemy import Engine
from werkzeug.wrappers import Response

from hub import store

ROWS = "BARE_ROWS"
DATABASE = "BARE_DATABASE"
_UUID_LENGTHS = {32, 36}


def app() -> Flask:
    """Make the view from a file of rows: for gunicorn, as `tests.bench.bare_view:app()`."""
    engine = store.open_database(os.environ[DATABASE]).engine
    rows = json.loads(Path(os.environ[ROWS]).read_text(encoding="utf-8"))
    is_sqlite = engine.dialect.name == "sqlite"
    writes = [_statement(one["table"], one["rows"], is_sqlite=is_sqlite) for one in rows]
    kept = [[list(row.values()) for row in one["rows"]] for one in rows]
    bare = Flask(__name__)

    @bare.post("/bare")
    def write() -> Response:
        fresh = _Fresh()
        values = [[fresh.of(value) for row in table for value in row] for table in kept]
        _commit(engine, list(zip(writes, values, strict=True)))
        return Response(status=303, headers={"Location": "/done"})

    return bare


def _commit(engine: Engine, written: list[tuple[str, list[object]]]) -> None:
    line = engine.raw_connection()
    try:
        cursor = line.cursor()
        if engine.dialect.name == "sqlite":
            cursor.execute("BEGIN IMMEDIATE")
        for statement, values in written:
            cursor.execute(statement, values)
        line.commit()
    finally:
        line.close()


class _Fresh:
    """Give every id and name of the rows anew, the same one wherever it stood."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def of(self, value: object) -> object:
        if not isinstance(value, str):
            return value
        if len(value) in _UUID_LENGTHS and _is_uuid(value):
            new = uuid4()
            text = str(new) if "-" in value else new.hex
            return self._names.setdefault(value, text)
        if len(value) == 11 and value.isdigit():
            return self._names.setdefault(value, f"{random.randrange(10**11):011d}")
        return value


def _is_uuid(value: str) -> bool:
    try:
        UUID(value)
    except ValueError:
        return False
    return True


def _statement(table: str, rows: list[dict[str, object]], *, is_sqlite: bool) -> str:
    """Write the SQL of one round trip; the names come from the hub's own tables."""
    mark = "?" if is_sqlite else "%s"
    columns = ", ".join(f'"{name}"' for name in rows[0])
    one = f"({', '.join(mark for _ in rows[0])})"
    return f'INSERT INTO "{table}" ({columns}) VALUES {", ".join(one for _ in rows)}'  # noqa: S608 (names of our own tables)
