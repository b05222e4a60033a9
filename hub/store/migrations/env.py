"""What Alembic runs for each migration: on the connection it is given, in its transaction.

On PostgreSQL, once migration 0014 has put up the walls between councils, they are put around
whatever tables came after it as well.
"""

from alembic import context
from sqlalchemy import Connection, text


def put_up_walls(connection: Connection) -> None:
    """Put the wall around each table that has none yet; before 0014 and on SQLite there is none."""
    if connection.dialect.name == "postgresql":
        there = connection.scalar(text("SELECT to_regprocedure('hub_put_up_walls()') IS NOT NULL"))
        if there:
            connection.execute(text("SELECT hub_put_up_walls()"))


context.configure(
    connection=context.config.attributes["connection"],
    transactional_ddl=True,
    transaction_per_migration=False,
)
context.run_migrations()
put_up_walls(context.config.attributes["connection"])
