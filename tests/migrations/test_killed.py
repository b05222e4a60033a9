"""Migrating is a step that may be killed, run again, and run twice at once."""

import multiprocessing.context
import random
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from multiprocessing.connection import Connection

import pytest
from sqlalchemy import Engine

from hub import store
from hub.store import versions
from tests.migrations import rows
from tests.provision.programs import wait_until
from tests.provision.promises import Figures

pytestmark = pytest.mark.promise("P18")
_OLD = "0002"
_PATIENCE = 60
_A_WHILE = 5  # seconds: a start takes one or two, and SQLite waits for ten
_LOCK = "SELECT pg_advisory_xact_lock(7266117)"


@pytest.fixture
def old_url(empty_database_url: str) -> str:
    """Give a database of an old version, with a row in every table."""
    with closing(store.open_database(empty_database_url)) as database:
        database.migrate(_OLD)
        rows.fill(database.engine)
    return empty_database_url


def test_two_that_start_at_once_migrate_once(old_url: str) -> None:
    starters = [_starter(old_url) for _ in range(2)]

    for starter, _ in starters:
        starter.join(_PATIENCE)

    assert [starter.exitcode for starter, _ in starters] == [0, 0]
    with closing(store.open_database(old_url)) as database:
        database.check_version()


def test_who_comes_while_another_migrates_waits_for_it(old_url: str) -> None:
    with closing(store.open_database(old_url)) as database:
        with _migrating(database.engine):
            starter, _ = _starter(old_url)
            starter.join(_A_WHILE)
            was_waiting, found = starter.is_alive(), _version(database.engine)

        starter.join(_PATIENCE)

        assert (was_waiting, found, starter.exitcode) == (True, _OLD, 0)
        database.check_version()


def test_a_migration_that_is_killed_loses_nothing_and_is_finished_by_the_next(
    old_url: str, figure: Figures
) -> None:
    with closing(store.open_database(old_url)) as database:
        before, chance = rows.counts(database.engine), random.Random(figure.seed)
        longest = _time_of_a_whole_one(old_url)

        for _ in range(figure(ci=3, proof=20, of="migrations killed")):
            database.migrate_back(_OLD, lose=True)
            starter, begun = _starter(old_url)
            assert begun.poll(_PATIENCE)
            time.sleep(chance.uniform(0, longest))
            starter.kill()
            starter.join()
            wait_until(
                lambda: _version(database.engine) in {_OLD, versions.known()[-1]},
                what="one version or the other, and none between",
                seconds=_PATIENCE,
            )

            database.migrate()

            database.check_version()
            after = rows.counts(database.engine)
            assert {name: after[name] for name in before} == before


@contextmanager
def _migrating(engine: Engine) -> Iterator[None]:
    """Hold what a migration under way holds."""
    with engine.execution_options(mode="alone").connect() as line, line.begin():
        if engine.dialect.name == "postgresql":
            line.exec_driver_sql(_LOCK)
        yield


def _version(engine: Engine) -> str | None:
    if engine.dialect.name == "sqlite":  # which lets nobody read beside one who is alone
        engine = engine.execution_options(mode="reading")
    with engine.connect() as line:
        return versions.found(line)


def _time_of_a_whole_one(url: str) -> float:
    starter, begun = _starter(url)
    assert begun.poll(_PATIENCE)
    since = time.monotonic()
    starter.join(_PATIENCE)
    assert starter.exitcode == 0
    return time.monotonic() - since


def _starter(url: str) -> tuple[multiprocessing.context.SpawnProcess, Connection]:
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    starter = spawn.Process(target=_migrate, args=(url, theirs))
    starter.start()
    return starter, ours


def _migrate(url: str, begun: Connection) -> None:
    database = store.open_database(url)
    begun.send("now")
    database.migrate()
    database.close()
