"""The second wall, on PostgreSQL: the server shows a transaction the rows of one council alone.

The first wall (walls.py) narrows what is asked; this one holds when something went around it. The
tables carry a policy (migration 0019) that compares each row with a setting of the transaction. The
setting is told with the transaction's first statement, in its round trip. It ends with the
transaction, so a pooler that lends one line to many (PgBouncer) mixes up nobody.

A superuser walks through every policy. Where the hub's user is one, as in the compose file, the
transaction of a council is done in the role `hub_walled`, which reads and writes rows and no more.
"""

from typing import Any

import psycopg
from psycopg.pq import TransactionStatus
from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine.interfaces import ExecutionContext

from hub.store.errors import DatabaseRefused

Told = tuple[str, list[Any]]
"""SQL in PostgreSQL's own words, and its values."""

_COUNCIL = "SELECT set_config('hub.council', $1, true)"
_WALLED = f"{_COUNCIL}, set_config('role', 'hub_walled', true)"
_ALL = "SELECT set_config('hub.all_councils', $1, true)"
_USER = "SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user"

_IS_BARRED = """
    SELECT rolsuper AND to_regprocedure('hub_put_up_walls()') IS NOT NULL AND NOT coalesce(
        (SELECT has_table_privilege(walled.oid, to_regclass('outbox'), 'INSERT')
         FROM pg_roles walled WHERE walled.rolname = 'hub_walled'), false)
    FROM pg_roles WHERE rolname = current_user
"""


def know_user(connection: Connection, engine: Engine) -> None:
    """Find out whether the hub's user is held by the wall, and keep that with the engine.

    :raises DatabaseRefused: if it walks through the wall, and cannot take a role that does not
    """
    is_super, is_bypassing = connection.exec_driver_sql(_USER).one()
    refuse_bypassing(is_super=is_super, is_bypassing=is_bypassing)
    engine.update_execution_options(is_superuser=is_super)
    event.listen(engine, "do_execute", _open_with)
    event.listen(engine, "do_executemany", _open_before)


def refuse_bypassing(*, is_super: bool, is_bypassing: bool) -> None:
    """Refuse a user that sees every council's rows and is no superuser, who may change roles.

    :raises DatabaseRefused: if it is such a user
    """
    if is_bypassing and not is_super:
        why = "The database's user has BYPASSRLS, and no wall would hold it: take that away."
        raise DatabaseRefused(why=why)


def is_barred(connection: Connection) -> bool:
    """Say whether a superuser's walled role is lacking, or may not touch these tables.

    A role belongs to the server: a database that was moved by itself comes without it.
    """
    if connection.dialect.name != "postgresql":
        return False
    return bool(connection.exec_driver_sql(_IS_BARRED).scalar_one())


def refuse_barred(connection: Connection) -> None:
    """Refuse to begin where no transaction of a council could be done.

    :raises DatabaseRefused: if the walled role is lacking, or may not touch these tables
    """
    if is_barred(connection):
        why = "The role hub_walled is lacking or has no rights here: run `hub migrate`."
        raise DatabaseRefused(why=why)


def opening(connection: Connection) -> list[Told]:
    """Give what has to be told before anything else in a transaction; nothing once it is begun."""
    line: Any = connection.connection.driver_connection
    if line.info.transaction_status != TransactionStatus.IDLE:
        return []
    options = connection.get_execution_options()
    if council := options.get("council"):
        return [(_WALLED if options.get("is_superuser") else _COUNCIL, [council])]
    return [(_ALL, ["on"])] if options.get("all_councils") else []


def run(line: psycopg.Connection[Any], told: Told) -> psycopg.RawCursor[Any]:
    """Run one statement in PostgreSQL's own words."""
    sql, values = told
    return psycopg.RawCursor(line).execute(sql.encode(), values)


def _open_with(
    cursor: psycopg.Cursor[Any] | psycopg.ServerCursor[Any],
    statement: str,
    parameters: Any,  # noqa: ANN401 (whatever the driver takes)
    context: ExecutionContext,
) -> bool:
    """Send what opens a transaction in one round trip with its first statement."""
    told = opening(context.root_connection)
    if not told:
        return False
    if isinstance(cursor, psycopg.ServerCursor):  # which cannot be asked along with others
        return _open_before(cursor, statement, parameters, context)
    with cursor.connection.pipeline():
        run(cursor.connection, told[0])
        cursor.execute(statement, parameters)
    return True


def _open_before(
    cursor: psycopg.Cursor[Any] | psycopg.ServerCursor[Any],
    _statement: str,
    _parameters: Any,  # noqa: ANN401 (as above)
    context: ExecutionContext,
) -> bool:
    """Send what opens a transaction by itself, and leave the statement to SQLAlchemy."""
    for told in opening(context.root_connection):
        run(cursor.connection, told)
    return False
