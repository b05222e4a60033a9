"""What the tests of history start from."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hub import store
from hub.store import Database
from tests.provision.time_and_chance import SeededChance, SettableClock


@pytest.fixture
def database(database_url: str, clock: SettableClock, chance: SeededChance) -> Iterator[Database]:
    """Give a migrated database, on SQLite and on PostgreSQL."""
    opened = store.open_database(database_url, clock=clock, chance=chance)
    yield opened
    opened.close()


@pytest.fixture
def seals(tmp_path: Path) -> Path:
    """Give the folder in which seals are copied."""
    return tmp_path / "seals"


@pytest.fixture
def sqlite_database(
    sqlite_url: str, clock: SettableClock, chance: SeededChance
) -> Iterator[Database]:
    """Give a migrated SQLite database."""
    opened = store.open_database(sqlite_url, clock=clock, chance=chance)
    yield opened
    opened.close()
