"""What the tests of the settings stand on: logs that are kept."""

import io
from collections.abc import Iterator

import pytest

from tests.builders.logs import kept_logs


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """Give the logs that are written during the test."""
    with kept_logs() as logs:
        yield logs
