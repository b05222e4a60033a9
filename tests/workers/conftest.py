"""What the tests of the workers stand on: all that a job may need, around their own database."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import main
from hub import settings
from hub.store import Database
from tests.builders.logs import kept_logs
from workers.outside import Outside


@pytest.fixture(autouse=True)
def written() -> Iterator[io.StringIO]:
    """Give the logs that are written during the test."""
    with kept_logs() as logs:
        yield logs


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Outside:
    """Read the council's files once."""
    folder = tmp_path_factory.mktemp("hub")
    return main.open_outside(settings.read({"HUB_DATA": str(folder)}))


@pytest.fixture
def outside(opened: Outside, database: Database, tmp_path: Path) -> Outside:
    """Give everything a job may need, around the test's own database and folder."""
    told = settings.read({"HUB_DATA": str(tmp_path / "data")})
    return replace(opened, database=database, settings=told)
