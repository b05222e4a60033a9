"""What every test may ask for; `tests/provision` says what each thing is."""

import os

import pytest
from hypothesis import settings

from tests.provision import choosing, promises
from tests.provision.browser import axe, browser, open_page, page
from tests.provision.databases import database
from tests.provision.golden import golden
from tests.provision.house import templates
from tests.provision.pictures import album
from tests.provision.postgres import (
    empty_postgres_url,
    migrated_postgres,
    plain_postgres_url,
    postgres_server,
    postgres_url,
)
from tests.provision.promises import figure
from tests.provision.redis import own_redis, redis_server, redis_url
from tests.provision.sizes import broker_url, database_url, empty_database_url, size
from tests.provision.sqlite import empty_sqlite_url, migrated_sqlite, sqlite_url
from tests.provision.time_and_chance import chance, clock

__all__ = [
    "album",
    "axe",
    "broker_url",
    "browser",
    "chance",
    "clock",
    "database",
    "database_url",
    "empty_database_url",
    "empty_postgres_url",
    "empty_sqlite_url",
    "figure",
    "golden",
    "migrated_postgres",
    "migrated_sqlite",
    "open_page",
    "own_redis",
    "page",
    "plain_postgres_url",
    "postgres_server",
    "postgres_url",
    "redis_server",
    "redis_url",
    "size",
    "sqlite_url",
    "templates",
]

# A busy machine is slow and no fault; what failed is printed so that it can be had again.
settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of the make targets."""
    choosing.add_options(parser)


def pytest_configure(config: pytest.Config) -> None:
    """Forget how this machine's own hub is set up: a test says itself what it wants."""
    for name in [name for name in os.environ if name.startswith("HUB_")]:
        if not name.startswith("HUB_TEST_"):
            del os.environ[name]
    promises.prepare(config)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the tests that this run is about."""
    choosing.choose(config, items)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Write down what was proved, when all of it passed."""
    if session.config.getoption("--prove") and exitstatus == pytest.ExitCode.OK:
        promises.write_down(session.config, tests=session.testscollected)
