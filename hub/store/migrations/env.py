"""What Alembic runs for each migration: on the connection it is given, in its transaction.

On PostgreSQL, once migration 0019 has put up the walls between councils, they are put around
whatever tables came after it as well. The role in which a superuser works for a council belongs to
the server: it is made again where a database was moved without it.
"""

from alembic import context
from sqlalchemy import Connection, text

_ROLE = """
DO $$ BEGIN
    IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        CREATE ROLE hub_walled NOLOGIN;
    END IF;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL; -- roles are shared among databases
END $$
"""


def put_up_walls(connection: Connection) -> None:
    """Put the wall around each table that has none yet; before 0019 and on SQLite there is none."""
    if connection.dialect.name == "postgresql":
        there = connection.scalar(text("SELECT to_regprocedure('hub_put_up_walls()') IS NOT NULL"))
        if there:
            connection.execute(text(_ROLE))
            connection.execute(text("SELECT hub_put_up_walls()"))


context.configure(
    connection=context.config.attributes["connection"],
    transactional_ddl=True,
    transaction_per_migration=False,
)
context.run_migrations()
put_up_walls(context.config.attributes["connection"])
