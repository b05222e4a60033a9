"""The tables come from migrations alone, forwards and backwards, with rows in them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from hub import store
from hub.store import Database, DatabaseRefused
from tests.migrations import rows
from tests.migrations.rooms import import_every_room

VERSIONS = sorted(
    file.name[:4]
    for file in (Path(store.__file__).parent / "migrations" / "versions").glob("0*.py")
)
VIEWS = ["v_arrivals", "v_cases", "v_letters", "v_messages", "v_outbox_open"]


@pytest.fixture
def database(empty_database_url: str) -> Iterator[Database]:
    """Give a database without a single table."""
    opened = store.open_database(empty_database_url)
    yield opened
    opened.close()


def test_the_migrations_make_what_the_rooms_describe(database: Database) -> None:
    import_every_room()

    database.migrate()

    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, store.Base.metadata)
    assert differences == []


def test_a_database_that_is_up_to_date_stays_as_it_is(database: Database) -> None:
    database.migrate()
    rows.fill(database.engine)
    before = rows.counts(database.engine)

    database.migrate()

    database.check_version()
    assert rows.counts(database.engine) == before


@pytest.mark.promise("P18")
def test_up_down_and_up_again_with_rows(database: Database) -> None:
    database.migrate()
    rows.fill(database.engine)

    for older in reversed(VERSIONS[:-1]):
        known = rows.counts(database.engine)
        database.migrate_back(older, lose=True)
        kept = rows.counts(database.engine)
        assert kept == {name: known[name] for name in kept}

    database.migrate_back("base", lose=True)
    assert rows.tables(database.engine) == []
    database.migrate()
    assert set(rows.counts(database.engine).values()) == {0}


@pytest.mark.promise("P18")
def test_going_back_refuses_to_lose_rows(database: Database) -> None:
    database.migrate()
    rows.fill(database.engine)
    before = rows.counts(database.engine)

    with pytest.raises(DatabaseRefused, match="--lose"):
        database.migrate_back("base")

    assert rows.counts(database.engine) == before
    database.check_version()


def test_going_back_without_rows_loses_nothing(database: Database) -> None:
    database.migrate()

    database.migrate_back("base")

    assert rows.tables(database.engine) == []


def test_the_views_can_be_read_by_whoever_runs_it(database: Database) -> None:
    database.migrate()
    rows.fill(database.engine)

    with database.engine.connect() as connection:
        names = sorted(inspect(connection).get_view_names())
        columns = [column["name"] for column in inspect(connection).get_columns("v_arrivals")]
        first = connection.exec_driver_sql("SELECT reference FROM v_arrivals").scalar_one()

    assert names == VIEWS
    assert columns[:6] == ["channel", "external_id", "sha256", "outcome", "reason", "reference"]
    assert first == "7"


@pytest.mark.parametrize("view", VIEWS)
def test_nobody_writes_through_a_view(database: Database, view: str) -> None:
    database.migrate()
    rows.fill(database.engine)

    with pytest.raises(Exception, match=r"cannot|view"), database.engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE {view} SET council = 'borth'")  # noqa: S608 (our names)


def test_a_text_that_waits_is_a_letter_for_an_older_hub(database: Database) -> None:
    database.migrate()
    rows.fill(database.engine)
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE messages SET way = 'text', state = 'wanted'")
        connection.exec_driver_sql("DELETE FROM outbox")

    database.migrate_back("0011", lose=True)

    with database.engine.connect() as connection:
        states = connection.exec_driver_sql("SELECT state FROM messages").scalars().all()
        wanted = "SELECT count(*) FROM outbox WHERE name = 'LetterWanted'"
        assert states == ["failed"]
        assert connection.exec_driver_sql(wanted).scalar_one() == 1
