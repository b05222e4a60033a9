"""The two sizes of the one program: a test that takes `size` or `database_url` runs on both."""

from enum import StrEnum

import pytest


class Size(StrEnum):
    """The size an installation may have."""

    LAPTOP = "sqlite-embedded"
    COUNCIL = "postgres-celery"


@pytest.fixture(params=list(Size), ids=str)
def size(request: pytest.FixtureRequest) -> Size:
    """Give each size in turn."""
    return Size(request.param)


@pytest.fixture
def database_url(size: Size, request: pytest.FixtureRequest) -> str:
    """Give a database of the size's kind, migrated and without a row."""
    kind = {Size.LAPTOP: "sqlite_url", Size.COUNCIL: "postgres_url"}[size]
    return str(request.getfixturevalue(kind))


@pytest.fixture
def empty_database_url(size: Size, request: pytest.FixtureRequest) -> str:
    """Give a database of the size's kind without a single table."""
    kind = {Size.LAPTOP: "empty_sqlite_url", Size.COUNCIL: "empty_postgres_url"}[size]
    return str(request.getfixturevalue(kind))


@pytest.fixture
def broker_url(size: Size, request: pytest.FixtureRequest) -> str | None:
    """Give the Redis of the size, or nothing where the work is done in the same process."""
    return None if size is Size.LAPTOP else str(request.getfixturevalue("redis_url"))
