"""A database on whose sessions something goes wrong."""

from collections.abc import Iterator
from contextlib import contextmanager

from hub.store import Database, Session


class BrokenDatabase(Database):
    """A database on whose sessions something always goes wrong."""

    def __init__(self, working: Database, *troubles: Exception) -> None:
        """Break a database that works, as soon as there is a trouble; the last one stays."""
        super().__init__(working.engine, clock=working.clock, chance=working.chance)
        self.troubles = list(troubles)

    @contextmanager
    def session(self, council: str) -> Iterator[Session]:
        """Fail."""
        with super().session(council) as session:
            self._fail()
            yield session

    @contextmanager
    def reading(self, council: str) -> Iterator[Session]:
        """Fail."""
        with super().reading(council) as session:
            self._fail()
            yield session

    def _fail(self) -> None:
        if self.troubles:
            raise self.troubles.pop(0) if len(self.troubles) > 1 else self.troubles[0]
