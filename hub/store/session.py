"""A session: one council, one transaction, the clock and chance to be used in it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from hub.store import reading
from hub.store.errors import AfterwardsFailed
from hub.store.outbox import Event, OutboxEvent
from hub.store.reading import Kept
from hub.store.tables import Base, table_of
from hub.store.walls import WalledSql, check_rows, criteria, waiting_of
from hub.values import Chance, Clock

UNSYNCED: Mapping[str, bool] = {"synchronize_session": False}
"""The options of a statement that changes or deletes rows which nobody has read in its session."""


class Transaction:
    """Read and write in one transaction; what it sees is said by the kinds below."""

    def __init__(self, sql: WalledSql, *, clock: Clock, chance: Chance) -> None:
        """Begin with an SQLAlchemy session that nobody else uses."""
        self.sql = sql
        self.chance = chance
        self._clock = clock
        self._waiting = waiting_of(sql)

    def now(self) -> datetime:
        """Tell the moment by the clock that was handed in."""
        return self._clock()

    def insert(self, table: type[Base], *rows: Mapping[str, Any]) -> None:
        """Write rows, the short way round the ORM; sent with the next question or at the end.

        Every column is given but those that stay empty.

        :raises WrongCouncil: if a row is of another council
        """
        self._check(rows)
        self._waiting.insert(table_of(table), rows)

    def insert_once(self, table: type[Base], row: Mapping[str, Any]) -> bool:
        """Write a row unless one with its unique names is there, and say whether it was written.

        :raises WrongCouncil: if the row is of another council
        """
        self._check((row,))
        return self._waiting.insert_once(self._line, table_of(table), row)

    def change(self, table: type[Base], key: Mapping[str, Any], changed: Mapping[str, Any]) -> None:
        """Change the row of this key, the short way; sent with the next question or at the end.

        What was read of this row before keeps its old values.

        :raises WrongCouncil: if the key is another council's
        """
        self._check((key, {**key, **changed}))
        self._waiting.change(table_of(table), key, changed)

    def lock(self, kind: type[Kept], key: Mapping[str, Any]) -> Kept | None:
        """Read the row of this key the short way, and keep others from it until the end.

        What is given is a plain object: changing it changes nothing in the database.

        :raises WrongCouncil: if the key is another council's
        """
        check_rows(self.sql, (key,))
        self._waiting.send(self._line)
        return reading.lock(self._line, kind, key)

    def look(self, kind: type[Kept], key: Mapping[str, Any]) -> Kept | None:
        """Read the row of this key the short way, and hold up nobody.

        What is given is a plain object: changing it changes nothing in the database.

        :raises WrongCouncil: if the key is another council's
        """
        check_rows(self.sql, (key,))
        self._waiting.send(self._line)
        return reading.look(self._line, kind, key)

    @property
    def _line(self) -> Connection:
        # No cached_property: in Python 3.11 all threads share its lock, and this may have to wait.
        return self.sql.connection()

    def _check(self, rows: Iterable[Mapping[str, Any]]) -> None:
        if self.sql.info.get("only_reads"):
            raise RuntimeError("this session only reads")
        check_rows(self.sql, rows)
        if self.sql.new:
            self.sql.flush()


class AllCouncils(Transaction):
    """See every council: for the relay, the accounts, verifying and backup alone."""

    def __init__(self, sql: WalledSql, *, clock: Clock, chance: Chance) -> None:
        """Begin with an SQLAlchemy session that nobody else uses."""
        super().__init__(sql, clock=clock, chance=chance)
        sql.info.update(all_councils=True)


class Session(Transaction):
    """See one council only, and keep everything or nothing."""

    def __init__(self, sql: WalledSql, *, council: str, clock: Clock, chance: Chance) -> None:
        """Begin with an SQLAlchemy session that nobody else uses."""
        super().__init__(sql, clock=clock, chance=chance)
        self.council = council
        self._afterwards: list[Callable[[], None]] = []
        self._asked: set[str] = set()
        sql.info.update(council=council, wall=criteria(council))

    def tell(self, event: Event) -> None:
        """Write down that something happened, in this very transaction."""
        self.insert(
            OutboxEvent,
            {
                "council": self.council,
                "id": self.chance.uuid(),
                "name": event.name(),
                "subject": event.subject,
                "at": self.now(),
                "due_at": event.due_at,
            },
        )

    def afterwards(self, act: Callable[[], None]) -> None:
        """Do this once the transaction is safely kept, and not if it is not."""
        self._afterwards.append(act)

    def is_first(self, what: str) -> bool:
        """Say whether this is asked about `what` for the first time in this transaction."""
        is_first = what not in self._asked
        self._asked.add(what)
        return is_first

    def kept(self) -> None:
        """Do what was to be done afterwards; the database calls it after the commit.

        :raises AfterwardsFailed: if any of it failed; the transaction is kept all the same
        """
        for act in self._afterwards:
            try:
                act()
            except Exception as error:
                raise AfterwardsFailed from error
