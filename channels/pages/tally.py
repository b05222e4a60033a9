"""The counts behind the limits, in this process: no thread, no clock of their own to keep."""

from math import ceil
from threading import Lock
from time import monotonic

from limits.storage import Storage


class Tally(Storage):
    """Count until a window ends; what has ended is swept out now and then, while counting.

    The `limits` package keeps its own counts in memory with a new thread each hundredth of a
    second, which costs a request more than all else that stands before a view.
    """

    STORAGE_SCHEME = ["tally"]  # noqa: RUF012 (the package reads it from the class)
    _SWEEP = 30.0

    def __init__(self, uri: str | None = None, **options: float | str | bool) -> None:
        """Begin with no counts."""
        super().__init__(uri, **options)  # type: ignore[arg-type]  # the package's own options
        self._lock = Lock()
        self._counts: dict[str, tuple[int, float]] = {}
        self._swept = monotonic()

    @property
    def base_exceptions(self) -> type[Exception]:
        """Name what can go wrong: nothing here does."""
        return ValueError

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Count `amount` more, and give the sum of the window of `expiry` seconds."""
        now = monotonic()
        with self._lock:
            self._sweep(now)
            count, ends = self._counts.get(key, (0, 0.0))
            count, ends = (count + amount, ends) if ends > now else (amount, now + expiry)
            self._counts[key] = (count, ends)
            return count

    def get(self, key: str) -> int:
        """Give the sum of the window."""
        count, ends = self._counts.get(key, (0, 0.0))
        return count if ends > monotonic() else 0

    def get_expiry(self, key: str) -> float:
        """Give the moment the window ends, on the same scale as the windows' beginnings."""
        return self._counts.get(key, (0, 0.0))[1]

    def seconds_left(self, key: str) -> int:
        """Give in how many seconds the window of a count ends, at least one."""
        return max(1, ceil(self.get_expiry(key) - monotonic()))

    def check(self) -> bool:
        """Say that it works."""
        return True

    def reset(self) -> int:
        """Forget all counts, and say how many there were."""
        with self._lock:
            forgotten = len(self._counts)
            self._counts.clear()
            return forgotten

    def clear(self, key: str) -> None:
        """Forget one count."""
        self._counts.pop(key, None)

    def _sweep(self, now: float) -> None:
        if now - self._swept > self._SWEEP:
            self._swept = now
            self._counts = {key: count for key, count in self._counts.items() if count[1] > now}
