"""Whether requests can be stored and what is stuck, asked of the database once a second at most."""

from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from time import monotonic

import structlog

from hub import watch
from hub.errors import HubError
from hub.store import Database
from hub.store.jobs import Stuck

_log = structlog.get_logger(__name__)
KEPT_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Found:
    """Hold what was found; `why` says why nothing can be stored, and is empty where it can."""

    stuck: tuple[Stuck, ...] = ()
    why: str = ""

    @property
    def status(self) -> str:
        """Say it in a word: away, amber or ready."""
        return "away" if self.why else "amber" if self.stuck else "ready"


class Readiness:
    """Look whether requests can be stored, and keep what was found for a moment.

    Each look writes a row on trial: a stranger who asks again and again must not cost more.
    """

    def __init__(
        self, database: Database, folder: Path, *, kept_seconds: float = KEPT_SECONDS
    ) -> None:
        """Begin without having looked."""
        self._database = database
        self._folder = folder
        self._kept_seconds = kept_seconds
        self._lock = Lock()
        self._found: Found | None = None
        self._looked = 0.0

    def found(self) -> Found:
        """Give what was found a moment ago, or look; while one looks, nobody else waits for it."""
        known = self._found
        if not self._lock.acquire(blocking=known is None) and known is not None:
            return known
        try:
            if self._found is None or monotonic() - self._looked >= self._kept_seconds:
                self._found, self._looked = self._look(), monotonic()
            return self._found
        finally:
            self._lock.release()

    def _look(self) -> Found:
        try:
            watch.demand_storing(self._database, self._folder)
            return Found(watch.stuck(self._database))
        except Exception as error:  # noqa: BLE001 (an outermost door: whatever it is, nothing can be stored)
            _log.warning("requests cannot be stored", exc_info=error)
            return Found(why=error.key if isinstance(error, HubError) else type(error).__name__)
