"""The peer: a bare Flask view that writes the same rows with psycopg, or sqlite3, in one commit.

One round trip a table, on the hub's own tables with all their indexes, through the same pool of
the same size under the same gunicorn. It checks nothing, asks nothing and signs nothing.
"""

import json
import os
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from flask import Flask
from sqlalchemy import Engine
from werkzeug.wrappers import Response

from hub import store

ROWS = "BARE_ROWS"
DATABASE = "BARE_DATABASE"
_UUID_LENGTHS = {32, 36}
_REFERENCE = 11


def app() -> Flask:
    """Make the view from a file of rows: for gunicorn, as `tests.bench.bare_view:app()`."""
    engine = store.open_database(os.environ[DATABASE]).engine
    rows = json.loads(Path(os.environ[ROWS]).read_text(encoding="utf-8"))
    is_sqlite = engine.dialect.name == "sqlite"
    writes = [_Write(one, is_sqlite=is_sqlite) for one in rows]
    names = {name for write in writes for _, name in write.ids}
    bare = Flask(__name__)

    @bare.post("/bare")
    def write() -> Response:
        fresh = {name: _drawn(name) for name in names}
        _commit(engine, [(one.statement, one.values(fresh)) for one in writes])
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


class _Write:
    """The rows of one table: all that can be known beforehand is, and each id is drawn anew."""

    def __init__(self, one: dict[str, Any], *, is_sqlite: bool) -> None:
        self.statement = _statement(one["table"], one["rows"], is_sqlite=is_sqlite)
        self._kept: list[object] = [value for row in one["rows"] for value in row.values()]
        self.ids = [(n, str(value)) for n, value in enumerate(self._kept) if _is_id(value)]

    def values(self, fresh: Mapping[str, str]) -> list[object]:
        """Give the values to write, with these ids."""
        values = self._kept.copy()
        for n, name in self.ids:
            values[n] = fresh[name]
        return values


def _drawn(name: str) -> str:
    """Draw another id of the same look, or another reference."""
    if len(name) == _REFERENCE:
        return f"{random.randrange(10**_REFERENCE):011d}"
    new = uuid4()
    return str(new) if "-" in name else new.hex


def _is_id(value: object) -> bool:
    if not isinstance(value, str):
        return False
    if len(value) in _UUID_LENGTHS:
        return _is_uuid(value)
    return len(value) == _REFERENCE and value.isdigit()


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
