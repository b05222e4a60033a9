"""What the tests of arrivals start from."""

from collections.abc import Iterator

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
