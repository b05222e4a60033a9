"""Which version the tables are of: asked at every start, so without Alembic, which loads slowly."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from hub.store import row_security
from hub.store.errors import DatabaseRefused

FOLDER = Path(__file__).parent / "migrations"


def known() -> tuple[str, ...]:
    """Give the numbers of this program's migrations, the newest last."""
    files = (FOLDER / "versions").glob("[0-9]*.py")
    return tuple(sorted(file.stem.split("_", 1)[0] for file in files))


def found(connection: Connection) -> str | None:
    """Give the number of the last migration the tables went through; None before the first."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return version


def refuse_newer(connection: Connection) -> None:
    """Refuse tables that this program does not know.

    :raises DatabaseRefused: if they are of a newer program
    """
    version = found(connection)
    if version is not None and version not in known():
        why = f"The database is of a newer version ({version}) than this program: upgrade the hub."
        raise DatabaseRefused(why=why)


def is_finished(engine: Engine) -> bool:
    """Say whether there is nothing to migrate, and no wall to mend."""
    with engine.execution_options(mode="reading").connect() as connection:
        return found(connection) == known()[-1] and not row_security.is_barred(connection)


def check(engine: Engine) -> None:
    """Refuse tables that are not of this program's version, or that no council could use.

    :raises DatabaseRefused: if they are newer, or older, or the walled role has no rights there
    """
    with engine.execution_options(mode="reading").connect() as connection:
        refuse_newer(connection)
        if found(connection) != known()[-1]:
            raise DatabaseRefused(why="The database is of an older version: run `hub migrate`.")
        row_security.refuse_barred(connection)
