"""A database that could lose what it confirmed is refused in one clear sentence."""

from pathlib import Path

import pytest

from hub import store
from hub.store import DatabaseRefused, postgresql, sqlite
from tests.provision.postgres import PostgresServer


def _sentence(url: str) -> str:
    with pytest.raises(DatabaseRefused) as refused:
        store.open_database(url)
    return str(refused.value)


def test_sqlite_writes_ahead_and_through(sqlite_url: str) -> None:
    database = store.open_database(sqlite_url)

    with database.engine.connect() as connection:
        names = ("journal_mode", "synchronous", "foreign_keys")
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in names]

    database.close()
    assert found == ["wal", 2, 1]


def test_a_database_in_memory_is_refused() -> None:
    assert _sentence("sqlite://").startswith("The database must be a file")


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    sentence = _sentence(f"sqlite:///{tmp_path}/file/hub.sqlite")

    assert sentence.startswith("The folder")


def test_a_folder_that_cannot_be_written_is_refused() -> None:
    assert "cannot be opened for writing" in _sentence("sqlite:////proc/hub.sqlite")


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "hub.sqlite").write_text("This is a shopping list, and a long one. " * 100)

    assert "file is not a database" in _sentence(f"sqlite:///{tmp_path}/hub.sqlite")


def test_a_file_system_without_a_write_ahead_log_is_refused() -> None:
    with pytest.raises(DatabaseRefused, match="local disk"):
        sqlite.refuse_unsafe(journal="delete", synchronous=2)


def test_sqlite_that_does_not_write_through_is_refused() -> None:
    with pytest.raises(DatabaseRefused, match="synchronous=FULL"):
        sqlite.refuse_unsafe(journal="wal", synchronous=1)


@pytest.mark.parametrize("setting", ["fsync", "synchronous_commit", "full_page_writes"])
def test_postgresql_that_may_lose_commits_is_refused(setting: str) -> None:
    with pytest.raises(DatabaseRefused, match=f"{setting}=off"):
        postgresql.refuse_unsafe({setting: "off"})


def test_postgresql_is_asked_how_it_is_set(
    postgres_server: PostgresServer, empty_postgres_url: str
) -> None:
    del postgres_server
    unsafe = "options=-c%20synchronous_commit%3Doff"

    sentence = _sentence(f"{empty_postgres_url}{'&' if '?' in empty_postgres_url else '?'}{unsafe}")

    assert sentence.startswith("PostgreSQL runs with synchronous_commit=off")


def test_a_server_that_does_not_answer_is_refused_without_its_password() -> None:
    sentence = _sentence("postgresql://hub:s3cret@127.0.0.1:1/hub")

    assert "cannot be reached" in sentence
    assert "s3cret" not in sentence


@pytest.mark.parametrize("url", ["mysql://localhost/hub", "not an address"])
def test_another_kind_of_database_is_refused(url: str) -> None:
    assert _sentence(url)


def test_a_database_of_a_newer_version_is_refused(database_url: str) -> None:
    database = store.open_database(database_url)
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(DatabaseRefused, match="newer version") as refused:
        database.migrate()
    with pytest.raises(DatabaseRefused, match="newer version"):
        database.check_version()

    database.close()
    assert "9999" in str(refused.value)


def test_a_database_that_was_not_migrated_is_refused(empty_database_url: str) -> None:
    database = store.open_database(empty_database_url)

    with pytest.raises(DatabaseRefused, match="hub migrate"):
        database.check_version()

    database.close()
