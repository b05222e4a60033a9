"""The second wall: on PostgreSQL the server itself keeps a session to one council's rows.

Each of these goes around the first wall on purpose, once as a superuser, as in the compose file,
and once as a user who only owns the tables.
"""

from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError, ProgrammingError

from hub import store
from hub.store import (
    COUNCIL_NAMED,
    AllCouncils,
    Database,
    DatabaseRefused,
    OutboxEvent,
    Session,
    row_security,
)
from tests.migrations import rows
from tests.store.events import COUNCIL, OTHER, BinMissed

_EVENT = "INSERT INTO outbox (council, id, name, subject, at) VALUES "
_NEW = "gen_random_uuid(), 'Told', gen_random_uuid(), now()"


@pytest.fixture(params=["empty_postgres_url", "plain_postgres_url"], ids=["superuser", "owner"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """Give a database in which two councils have a row in every table."""
    with closing(store.open_database(str(request.getfixturevalue(request.param)))) as opened:
        opened.migrate()
        rows.fill(opened.engine, council=COUNCIL, sample=7)
        rows.fill(opened.engine, council=OTHER, sample=8)
        yield opened


@pytest.mark.promise("P13")
def test_sql_as_text_reads_no_row_of_another_council(database: Database) -> None:
    owned = [table.name for table in rows.tables(database.engine)]

    with database.session(COUNCIL) as session:
        seen = {name: _raw(session, f"SELECT council FROM {name}") for name in owned}  # noqa: S608 (names of our own)

    assert seen == {name: [COUNCIL] for name in owned}


@pytest.mark.promise("P13")
@pytest.mark.parametrize("view", ["v_arrivals", "v_cases", "v_letters", "v_messages"])
def test_a_view_shows_no_row_of_another_council(database: Database, view: str) -> None:
    with database.session(COUNCIL) as session:
        seen = _raw(session, f"SELECT council FROM {view}")  # noqa: S608 (names of our own)

    assert seen == [COUNCIL]


@pytest.mark.parametrize(
    "sql",
    [
        f"{_EVENT} ('{OTHER}', {_NEW})",
        f"{_EVENT} ('{COUNCIL}', {_NEW}), ('{OTHER}', {_NEW})",
        "UPDATE outbox SET council = 'borth'",
    ],
)
@pytest.mark.promise("P13")
def test_sql_as_text_writes_no_row_of_another_council(database: Database, sql: str) -> None:
    with (
        pytest.raises(ProgrammingError, match="row-level security"),
        database.session(COUNCIL) as session,
    ):
        session.sql.execute(text(sql), execution_options=COUNCIL_NAMED)

    assert sorted(_councils(database)) == [COUNCIL, OTHER]


@pytest.mark.parametrize("sql", ["UPDATE outbox SET name = 'Gone'", "DELETE FROM outbox"])
@pytest.mark.promise("P13")
def test_sql_as_text_changes_no_row_of_another_council(database: Database, sql: str) -> None:
    with database.session(COUNCIL) as session:
        session.sql.execute(text(sql), execution_options=COUNCIL_NAMED)

    with database.reading(OTHER) as session:
        assert session.sql.scalars(select(OutboxEvent.name)).all() == ["8"]


def _tell(session: Session) -> None:
    session.tell(BinMissed(session.chance.uuid()))
    session.sql.flush()


def _tell_and_take_back(session: Session) -> None:
    _tell(session)
    session.sql.rollback()


def _take_back_a_part(session: Session) -> None:
    session.sql.begin_nested().rollback()


FIRST: dict[str, Callable[[Session], object]] = {
    "a question": lambda session: session.sql.scalars(select(OutboxEvent.id)).all(),
    "a row": _tell,
    "a row that may be there": lambda session: session.insert_once(
        OutboxEvent,
        {
            "council": COUNCIL,
            "id": session.chance.uuid(),
            "name": "BinMissed",
            "subject": session.chance.uuid(),
            "at": session.now(),
        },
    ),
    "a look": lambda session: session.look(
        OutboxEvent, {"council": COUNCIL, "id": session.chance.uuid()}
    ),
    "a lock": lambda session: session.lock(
        OutboxEvent, {"council": COUNCIL, "id": session.chance.uuid()}
    ),
    "rows by and by": lambda session: list(
        session.sql.execute(select(OutboxEvent.id), execution_options={"yield_per": 1})
    ),
    "many at once": lambda session: session.sql.connection().exec_driver_sql(
        "UPDATE outbox SET name = name WHERE name = %s", [("a",), ("b",)]
    ),
    "a transaction taken back": _tell_and_take_back,
    "a part taken back": _take_back_a_part,
}


@pytest.mark.parametrize("first", FIRST)
@pytest.mark.promise("P13")
def test_however_a_transaction_begins_it_is_walled(database: Database, first: str) -> None:
    with database.session(COUNCIL) as session:
        FIRST[first](session)

        seen = _raw(session, "SELECT council FROM jobs")

    assert seen == [COUNCIL]


@pytest.mark.parametrize("end", ["kept", "taken back"])
def test_nothing_of_a_council_stays_on_the_line(database: Database, end: str) -> None:
    with database.session(COUNCIL) as session:
        user = session.sql.connection().exec_driver_sql("SELECT session_user").scalar_one()
        if end == "taken back":
            session.sql.rollback()

    with database.engine.connect() as line:
        left = line.exec_driver_sql(
            "SELECT current_setting('hub.council', true), current_user"
        ).one()
    assert tuple(left) == ("", user)


def test_who_is_for_all_councils_sees_all(database: Database) -> None:
    with database.all_councils() as session:
        written = _raw(session, "UPDATE outbox SET name = 'Told' RETURNING council")
    with database.reading_all() as session:
        read = _raw(session, "SELECT council FROM outbox")

    assert sorted(written) == sorted(read) == [COUNCIL, OTHER]


@pytest.mark.promise("P13")
def test_the_owner_of_the_tables_sees_nothing_unless_it_says_whose(plain_postgres_url: str) -> None:
    with closing(store.open_database(plain_postgres_url)) as database:
        database.migrate()
        rows.fill(database.engine)

        with database.engine.connect() as line:
            seen = line.exec_driver_sql("SELECT council FROM outbox").all()

    assert seen == []


def test_a_user_whom_no_wall_holds_is_refused() -> None:
    with pytest.raises(DatabaseRefused, match="BYPASSRLS"):
        row_security.refuse_bypassing(is_super=False, is_bypassing=True)


def test_a_superuser_whose_walled_role_has_no_rights_is_refused_until_it_is_migrated(
    empty_postgres_url: str,
) -> None:
    with closing(store.open_database(empty_postgres_url)) as database:
        database.migrate()
        with database.engine.begin() as line:
            line.exec_driver_sql("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM hub_walled")

        with pytest.raises(DatabaseRefused, match="hub_walled"):
            database.check_version()
        database.migrate()

        database.check_version()
        with database.reading(COUNCIL) as session:
            assert session.sql.scalars(select(OutboxEvent.id)).all() == []


def test_a_wrong_row_is_still_told_as_what_it_is(database: Database) -> None:
    with pytest.raises(DBAPIError, match="no_such_table"), database.session(COUNCIL) as session:
        session.sql.connection().exec_driver_sql("SELECT 1 FROM no_such_table")


def _raw(session: Session | AllCouncils, sql: str) -> list[str]:
    found = session.sql.execute(text(sql), execution_options=COUNCIL_NAMED)
    return list(found.scalars())


def _councils(database: Database) -> list[str]:
    with database.reading_all() as session:
        return _raw(session, "SELECT council FROM outbox")
