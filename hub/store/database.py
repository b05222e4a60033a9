"""The database: opened once, checked at the door, and lent out one transaction at a time."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from hub.store import faults, postgresql, sqlite, versions
from hub.store.errors import DatabaseRefused, StoreAway
from hub.store.session import AllCouncils, Session
from hub.store.tables import Base
from hub.store.walls import WalledSql, commit
from hub.values import Chance, Clock, SystemChance, system_clock


class Database:
    """Lend sessions: for one council to write or to read, or for all councils."""

    def __init__(self, engine: Engine, *, clock: Clock, chance: Chance) -> None:
        """Begin with an engine that was checked; see `open_database`."""
        self.engine = engine
        self.clock = clock
        self.chance = chance
        self._lines = {mode: _line(engine, mode) for mode in ("writing", "reading", "one moment")}

    @property
    def is_sqlite(self) -> bool:
        """Say whether the small size runs: one file, one writer at a time."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def session(self, council: str) -> Iterator[Session]:
        """Open one council's transaction: all of it is kept at the end, or nothing.

        :raises StoreAway: if the database cannot be reached, is busy or is full
        :raises AfterwardsFailed: if all is kept, and what was to come after it failed
        """
        with self._sql("writing") as sql:
            session = Session(sql, council=council, clock=self.clock, chance=self.chance)
            yield session
            commit(sql)
        session.kept()

    @contextmanager
    def reading(self, council: str) -> Iterator[Session]:
        """Open one council's transaction that can only read, and holds up no writer."""
        with self._sql("reading") as sql:
            yield Session(sql, council=council, clock=self.clock, chance=self.chance)

    @contextmanager
    def all_councils(self) -> Iterator[AllCouncils]:
        """Open a transaction that sees every council: relay, account, verify, backup."""
        with self._sql("writing") as sql:
            yield AllCouncils(sql, clock=self.clock, chance=self.chance)
            commit(sql)

    @contextmanager
    def reading_all(self) -> Iterator[AllCouncils]:
        """Open a transaction that reads every council, as all was at one moment."""
        with self._sql("one moment") as sql:
            yield AllCouncils(sql, clock=self.clock, chance=self.chance)

    def ping(self) -> None:
        """Ask the database for a sign of life.

        :raises StoreAway: if there is none
        """
        with self._sql("reading") as sql:
            sql.execute(text("SELECT 1"))

    def count_up(self, *tables: type[Base]) -> None:
        """Let PostgreSQL count the rows of tables that were just filled.

        Until it has, it takes them for empty and reads all of them to find a few.
        """
        if not self.is_sqlite:
            names = ", ".join(table.__tablename__ for table in tables)
            with self._sql("writing") as sql:
                sql.execute(text(f"ANALYZE {names}"))
                commit(sql)

    def migrate(self, target: str = "head") -> None:
        """Bring the tables and their walls to this program's version, in one transaction.

        :raises DatabaseRefused: if the tables are of a newer program
        """
        if target == "head" and versions.is_finished(self.engine):
            return
        from hub.store import migrate  # noqa: PLC0415 - Alembic is slow to load, seldom needed

        migrate.upgrade(self.engine, target)

    def migrate_back(self, target: str, *, lose: bool = False) -> None:
        """Bring the tables back to an older version.

        :raises DatabaseRefused: if rows would be lost and `lose` does not allow it
        """
        from hub.store import migrate  # noqa: PLC0415 - as above

        migrate.downgrade(self.engine, target, lose=lose)

    def check_version(self) -> None:
        """Refuse tables that are not of this program's version, or that no council could use.

        :raises DatabaseRefused: if they are newer, or older and not migrated yet, or out of reach
        """
        versions.check(self.engine)

    def close(self) -> None:
        """Close every line to the database."""
        self.engine.dispose()

    @contextmanager
    def _sql(self, mode: str) -> Iterator[WalledSql]:
        line = self._lines[mode]
        with _world_at_fault(mode), WalledSql(line, expire_on_commit=False) as sql:
            sql.info["only_reads"] = mode != "writing"
            yield sql


def _line(engine: Engine, mode: str) -> Engine:
    if mode == "writing":
        return engine
    if engine.dialect.name == "sqlite":
        return engine.execution_options(mode=mode)
    if mode == "reading":
        return engine.execution_options(postgresql_readonly=True)
    return engine.execution_options(postgresql_readonly=True, isolation_level="REPEATABLE READ")


@contextmanager
def _world_at_fault(mode: str) -> Iterator[None]:
    try:
        yield
    except (DBAPIError, PoolTimeout) as error:
        if faults.is_the_worlds(error, is_writing=mode == "writing"):
            raise StoreAway from error
        raise


def open_database(
    url: str, *, clock: Clock = system_clock, chance: Chance | None = None
) -> Database:
    """Open the database of a URL, and refuse one that could lose what it confirmed.

    :raises DatabaseRefused: if it cannot be reached, written or trusted
    """
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise DatabaseRefused(why="HUB_DATABASE_URL is not the address of a database.") from error
    engines = {"sqlite": sqlite.open_engine, "postgresql": postgresql.open_engine}
    name = parsed.get_backend_name()
    if name not in engines:
        raise DatabaseRefused(why=f"The hub keeps its cases in SQLite or PostgreSQL, not {name}.")
    return Database(engines[name](parsed), clock=clock, chance=chance or SystemChance())
