"""SQLite files: each test gets a copy of one that was migrated once."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hub import store


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Migrate one file once; the tests' own are copies of it."""
    file = tmp_path_factory.mktemp("migrated") / "hub.sqlite"
    with closing(store.open_database(f"sqlite:///{file}")) as database:
        database.migrate()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return file


@pytest.fixture
def empty_sqlite_url(tmp_path: Path) -> str:
    """Give the address of a SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path / 'empty.sqlite'}"


@pytest.fixture
def sqlite_url(migrated_sqlite: Path, tmp_path: Path) -> str:
    """Give a SQLite file, migrated and without a row."""
    file = tmp_path / "hub.sqlite"
    shutil.copy(migrated_sqlite, file)
    return f"sqlite:///{file}"
