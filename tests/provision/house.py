"""Where the house stands, and its templates."""

from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def templates() -> Path:
    """Give the folder that a council edits, as it is shipped."""
    return HOUSE / "templates"
