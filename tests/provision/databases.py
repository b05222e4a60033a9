"""A database that is open, for the tests of the rooms above the store."""

from collections.abc import Iterator

import pytest

from hub.store import Database, open_database
from tests.provision.time_and_chance import SeededChance, SettableClock


@pytest.fixture
def database(database_url: str, clock: SettableClock, chance: SeededChance) -> Iterator[Database]:
    """Give a migrated database of the size, with the test's clock and chance; closed after."""
    opened = open_database(database_url, clock=clock, chance=chance)
    yield opened
    opened.close()
