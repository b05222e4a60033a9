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

    :raises DatabaseRefused: if the tables are of a newer program
    """
    with _alone(engine) as (connection, config):
        versions.refuse_newer(connection)
        command.upgrade(config, target)


def downgrade(engine: Engine, target: str, *, lose: bool) -> None:
    """Migrate backwards; what the older version knows is kept.

    :raises DatabaseRefused: if rows would be lost and `lose` does not allow it
    """
    with _alone(engine) as (connection, config):
        versions.refuse_newer(connection)
        if not lose:
            _refuse_loss(connection, target)
        command.downgrade(config, target)


@contextmanager
def _alone(engine: Engine) -> Iterator[tuple[Connection, Config]]:
    # Two starters must not race: the second waits, and then finds the work done.
    with engine.execution_options(mode="alone").connect() as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL lock_timeout = 0"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
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
