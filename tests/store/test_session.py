"""One transaction: all of it is kept, or nothing; and whose fault it is when it is not."""

import sqlite3
from datetime import datetime, timedelta, timezone
from threading import Thread

import psycopg
import pytest
from sqlalchemy import func, select, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError, InternalError

from hub import store
from hub.store import Database, OutboxEvent, StoreAway
from tests.provision.time_and_chance import SettableClock
from tests.store.events import COUNCIL, BinMissed, tell


def _count(database: Database) -> int:
    with database.reading(COUNCIL) as session:
        return session.sql.scalar(select(func.count()).select_from(OutboxEvent)) or 0


def _tell_and_fail(database: Database) -> None:
    with database.session(COUNCIL) as session:
        session.tell(BinMissed(database.chance.uuid()))
        raise ZeroDivisionError


def test_what_is_done_in_a_session_is_kept_at_its_end(database: Database) -> None:
    tell(database)

    assert _count(database) == 1


def test_when_it_fails_nothing_is_kept(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        _tell_and_fail(database)

    assert _count(database) == 0


def test_a_reading_session_cannot_write(database: Database) -> None:
    with pytest.raises(RuntimeError, match="only reads"), database.reading(COUNCIL) as session:
        session.tell(BinMissed(database.chance.uuid()))

    assert _count(database) == 0


def test_the_database_itself_lets_no_reading_session_write(database: Database) -> None:
    tell(database)
    changed = update(OutboxEvent).values(name="Seen")

    with pytest.raises((StoreAway, InternalError)), database.reading(COUNCIL) as session:
        session.sql.execute(changed)


def test_a_row_that_is_there_is_not_written_once_more(database: Database) -> None:
    row = {"council": COUNCIL, "id": database.chance.uuid(), "name": "BinMissed"}
    row |= {"subject": database.chance.uuid(), "at": database.clock()}

    with database.session(COUNCIL) as session:
        written = [session.insert_once(OutboxEvent, row) for _ in range(2)]

    assert written == [True, False]
    assert _count(database) == 1


def test_a_broken_rule_is_our_own_fault(database: Database) -> None:
    row = {"council": COUNCIL, "id": database.chance.uuid(), "name": "BinMissed"}
    row |= {"subject": database.chance.uuid(), "at": database.clock()}

    with pytest.raises(IntegrityError), database.session(COUNCIL) as session:
        session.insert(OutboxEvent, row, row)


def test_what_comes_afterwards_comes_after_the_commit(database: Database) -> None:
    seen: list[int] = []

    with database.session(COUNCIL) as session:
        session.afterwards(lambda: seen.append(_count(database)))
        session.tell(BinMissed(database.chance.uuid()))

    assert seen == [1]


def test_a_moment_comes_back_in_utc(database: Database, clock: SettableClock) -> None:
    summer = timezone(timedelta(hours=1))
    moment = datetime(2026, 6, 1, 12, 30, 15, 123456, tzinfo=summer)
    tell(database, due_at=moment)

    with database.reading(COUNCIL) as session:
        event = session.sql.scalars(select(OutboxEvent)).one()

    assert event.due_at == moment
    assert event.due_at.utcoffset() == timedelta(0)
    assert event.at == clock.now()


def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    naive = datetime(2026, 6, 1, 12, 30)  # noqa: DTZ001 (that is what is refused)

    with pytest.raises(ValueError, match="time zone"):
        tell(database, due_at=naive)


def test_a_server_that_hung_up_is_not_noticed_by_anyone(database: Database) -> None:
    tell(database)
    if not database.is_sqlite:
        _hang_up(database)

    tell(database)

    assert _count(database) == 2


def test_a_sign_of_life(database: Database) -> None:
    database.ping()


def _hang_up(database: Database) -> None:
    with database.engine.connect() as other:
        own = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        others = "WHERE pid <> pg_backend_pid() AND datname = current_database()"
        with database.engine.connect():
            other.execute(text(f"{own} {others}"))


def test_a_server_that_hangs_up_in_the_middle_is_the_worlds_fault(postgres_url: str) -> None:
    database = store.open_database(postgres_url)

    with pytest.raises(StoreAway):
        _tell_while_the_server_stops(database)
    tell(database)

    assert _count(database) == 1
    database.close()


def test_a_server_that_only_reads_for_a_while_is_the_worlds_fault(postgres_url: str) -> None:
    database = store.open_database(postgres_url)
    name = database.engine.url.database
    with database.engine.begin() as line:
        line.execute(text(f'ALTER DATABASE "{name}" SET default_transaction_read_only = on'))
    database.engine.dispose()

    with pytest.raises(StoreAway):
        tell(database)
    with pytest.raises(StoreAway), database.session(COUNCIL) as session:
        session.sql.execute(update(OutboxEvent).values(name="Seen"))

    database.close()


def test_a_line_that_was_lost_in_the_pool_is_not_noticed_by_anyone(postgres_url: str) -> None:
    database = store.open_database(postgres_url)
    with database.engine.connect() as connection:
        line = connection.connection.driver_connection
    assert isinstance(line, psycopg.Connection)
    line.pgconn.finish()

    tell(database)

    assert _count(database) == 1
    database.close()


def _tell_while_the_server_stops(database: Database) -> None:
    with database.session(COUNCIL) as session:
        assert session.sql.scalar(select(func.count()).select_from(OutboxEvent)) == 0
        _hang_up(database)
        session.tell(BinMissed(database.chance.uuid()))


def test_a_table_that_is_not_there_is_our_own_fault(empty_database_url: str) -> None:
    database = store.open_database(empty_database_url)

    with pytest.raises(DBAPIError):
        tell(database)
    with pytest.raises(DBAPIError):
        _count(database)

    database.close()


def test_a_file_that_another_program_keeps_locked_is_the_worlds_fault(sqlite_url: str) -> None:
    database = store.open_database(f"{sqlite_url}?timeout=0.1")
    with sqlite3.connect(str(database.engine.url.database), isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(StoreAway):
            tell(database)

        other.execute("ROLLBACK")
    other.close()
    database.close()


def test_a_writer_comes_in_as_soon_as_another_program_lets_go(sqlite_url: str) -> None:
    database = store.open_database(sqlite_url)
    database.migrate()
    before = _count(database)
    with sqlite3.connect(str(database.engine.url.database), isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        waiting = Thread(target=tell, args=(database,))
        waiting.start()
        waiting.join(0.05)
        held_up = waiting.is_alive()

        other.execute("ROLLBACK")
        waiting.join(10)
    other.close()

    assert held_up
    assert _count(database) == before + 1
    database.close()
