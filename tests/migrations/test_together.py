"""The program before a migration runs on beside the one after it: nothing it uses is taken away."""

from collections.abc import Iterator
from types import MappingProxyType

import pytest
from sqlalchemy import select

from hub import store
from hub.store import Database, OutboxEvent, jobs, versions
from hub.store.jobs import State
from tests.migrations import shape
from tests.store.events import COUNCIL, tell
from tests.store.work import KNOWN, expand, job_of, publish

pytestmark = pytest.mark.promise("P18")

EXCEPTED = MappingProxyType(
    {
        "0011": "before the first release: of two gazetteers in use one had to go",
        "0017": "before the first release: a team may be told of one kind of thing more than once",
        "0019": "before the first release: the wall shows a program nothing that says no council",
    }
)
"""Migrations that the program before them cannot live with, each with its reason.

After the first release what is to go goes in two: one release uses it no more, the next drops it.
"""

TAKING = {
    "outbox.subject is gone": "ALTER TABLE outbox DROP COLUMN subject",
    "outbox.name is gone": "ALTER TABLE outbox RENAME COLUMN name TO called",
    "wrong_facts.at is gone": "DROP TABLE wrong_facts",
    "v_letters.sheets is gone": "DROP VIEW v_letters",
    "outbox has a new rule: unique uq_new": "CREATE UNIQUE INDEX uq_new ON outbox (council, at)",
}


@pytest.fixture
def database(empty_database_url: str) -> Iterator[Database]:
    """Give a database without a single table."""
    opened = store.open_database(empty_database_url)
    yield opened
    opened.close()


def test_no_migration_takes_from_the_program_before_it(database: Database) -> None:
    first, *later = versions.known()
    wrong: dict[str, list[str]] = {}

    database.migrate(first)
    for version in later:
        before = shape.seen(database.engine)
        database.migrate(version)
        if found := sorted(shape.missed(before, shape.seen(database.engine))):
            wrong[version] = found

    assert {version: found for version, found in wrong.items() if version not in EXCEPTED} == {}


@pytest.mark.parametrize("taken", TAKING)
def test_what_a_migration_takes_is_found(database: Database, taken: str) -> None:
    database.migrate()
    before = shape.seen(database.engine)

    with database.engine.begin() as line:
        line.exec_driver_sql("DROP VIEW v_outbox_open")
        line.exec_driver_sql(TAKING[taken])

    assert taken in set(shape.missed(before, shape.seen(database.engine)))


def test_a_column_that_must_be_filled_is_found(database: Database) -> None:
    database.migrate("0005")
    before = shape.seen(database.engine)

    database.migrate("0010")

    after = shape.seen(database.engine)
    assert list(shape.missed(before, after)) == []
    assert list(shape.missed(before, _without_defaults(after))) == [
        "given_before.kind is wanted, and has no default"
    ]


def test_columns_of_a_newer_program_disturb_no_older_one(database: Database) -> None:
    database.migrate()
    with database.engine.begin() as line:
        for table in ("outbox", "jobs"):
            line.exec_driver_sql(
                f"ALTER TABLE {table} ADD COLUMN newer varchar DEFAULT 'x' NOT NULL"
            )

    tell(database)
    expand(database)
    ready = publish(database)
    claimed = jobs.claim(database, ready[0].id, known=KNOWN, lease=60)
    assert claimed
    with database.session(COUNCIL) as session:
        jobs.done(session, claimed)

    assert job_of(database, ready[0].id).state == State.DONE
    with database.reading(COUNCIL) as session:
        assert session.sql.scalars(select(OutboxEvent)).one().name == "BinMissed"


def _without_defaults(seen: shape.Shape) -> shape.Shape:
    return shape.Shape(seen.columns, seen.wanted, frozenset(), seen.rules)
