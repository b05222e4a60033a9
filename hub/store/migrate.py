"""Bringing the tables from one version to another: all of it in one transaction, one at a time."""

from collections.abc import Iterator
from contextlib import contextmanager

from alembic import command
from alembic.config import Config
from alembic.script import Script, ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from hub.store import versions
from hub.store.errors import DatabaseRefused

_LOCK = 7_266_117


def upgrade(engine: Engine, target: str) -> None:
    """Migrate forwards.

    :raises DatabaseRefused: if the tables are of a newer program, or there is no such version
    """
    _demand_known(target)
    with _alone(engine) as (connection, config):
        versions.refuse_newer(connection)
        command.upgrade(config, target)


def downgrade(engine: Engine, target: str, *, lose: bool) -> None:
    """Migrate backwards; what the older version knows is kept.

    :raises DatabaseRefused: if rows would be lost and `lose` does not allow it, or the version is
        not an older one
    """
    _demand_known(target)
    with _alone(engine) as (connection, config):
        versions.refuse_newer(connection)
        _demand_older(connection, target)
        if not lose:
            _refuse_loss(connection, target)
        command.downgrade(config, target)


def _demand_known(target: str) -> None:
    if target not in {"head", "base", *versions.known()}:
        names = ", ".join(versions.known())
        why = f"There is no version {target} of the database: name one of {names}, or base."
        raise DatabaseRefused(why=why)


def _demand_older(connection: Connection, target: str) -> None:
    now = versions.found(connection) or "base"
    order = ("base", *versions.known(), "head")
    if order.index(target) > order.index(now):
        why = f"The database is of version {now}, and {target} is newer: run `hub migrate`."
        raise DatabaseRefused(why=why)


@contextmanager
def _alone(engine: Engine) -> Iterator[tuple[Connection, Config]]:
    # Two starters must not race: the second waits, and then finds the work done.
    with engine.execution_options(mode="alone").connect() as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL lock_timeout = 0"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            connection.execute(text("SET LOCAL hub.all_councils = 'on'"))
        config = Config()
        config.set_main_option("script_location", str(versions.FOLDER).replace("%", "%%"))
        config.attributes["connection"] = connection
        yield connection, config


def _scripts() -> ScriptDirectory:
    return ScriptDirectory(str(versions.FOLDER))


def _refuse_loss(connection: Connection, target: str) -> None:
    there = set(inspect(connection).get_table_names())
    for script in _undone(versions.found(connection), target):
        for table in getattr(script.module, "LOSES", ()):
            # The names come from our own migrations, and a table's name cannot be a parameter.
            full = text(f"SELECT 1 FROM {table} LIMIT 1")  # noqa: S608
            if table in there and connection.execute(full).first():
                why = f"Going back would lose the rows of {table}: allow it with --lose."
                raise DatabaseRefused(why=why)


def _undone(current: str | None, target: str) -> Iterator[Script]:
    if current is not None:
        found = _scripts().iterate_revisions(current, target)
        yield from (script for script in found if script.revision != target)
