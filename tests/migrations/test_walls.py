"""The walls between councils stand around every table, and go down and up with rows in it."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from hub import store
from hub.store import Database
from tests.migrations import rows
from tests.migrations.rooms import import_every_room

_OPEN = """
    SELECT c.relname FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
    AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (
        SELECT FROM pg_policies p WHERE p.tablename = c.relname
        AND p.cmd = 'ALL' AND p.permissive = 'PERMISSIVE' AND p.with_check IS NULL
        AND strpos(p.qual, 'council)::text = current_setting(''hub.council''') > 0))
"""
_POLICIES = "SELECT tablename FROM pg_policies GROUP BY 1 HAVING count(*) > 1"
_VIEWS = """
    SELECT relname FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind = 'v'
    AND reloptions IS DISTINCT FROM ARRAY['security_invoker=true']
"""


@pytest.fixture(params=["empty_postgres_url", "plain_postgres_url"], ids=["superuser", "owner"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """Give a migrated PostgreSQL database, of a superuser and of a user who only owns it."""
    with closing(store.open_database(str(request.getfixturevalue(request.param)))) as opened:
        opened.migrate()
        yield opened


@pytest.mark.promise("P13")
def test_every_table_of_a_council_has_its_wall(database: Database) -> None:
    import_every_room()

    assert _names(database, _OPEN) == {"alembic_version"}
    assert _names(database, _POLICIES) == set()
    assert _names(database, _VIEWS) == set()
    ownerless = {n for n, table in store.Base.metadata.tables.items() if "council" not in table.c}
    assert ownerless == set()


@pytest.mark.promise("P18")
def test_the_walls_go_down_and_up_with_rows(database: Database) -> None:
    database.migrate_back("0019")  # later tables go with their rows, which is another test
    rows.fill(database.engine)
    before = rows.counts(database.engine)

    database.migrate_back("0018")
    down = _names(database, _OPEN)
    database.migrate("0019")

    assert down == {"alembic_version", *before}
    assert _names(database, _OPEN) == {"alembic_version"}
    assert rows.counts(database.engine) == before


@pytest.mark.promise("P13")
def test_a_table_of_a_later_migration_gets_its_wall_too(database: Database) -> None:
    with database.engine.begin() as line:
        line.exec_driver_sql("CREATE TABLE later (council varchar(40) PRIMARY KEY)")
        line.exec_driver_sql("CREATE VIEW v_later AS SELECT council FROM later")

        line.exec_driver_sql("SELECT hub_put_up_walls()")

    assert _names(database, _OPEN) == {"alembic_version"}
    assert _names(database, _VIEWS) == set()


def _names(database: Database, sql: str) -> set[str]:
    with database.engine.connect() as line:
        return set(line.exec_driver_sql(sql).scalars())
