"""Many residents at once, each asking again and again until the test has seen enough."""

import threading
from collections.abc import Mapping
from types import TracebackType
from typing import Self

from tests.provision.programs import wait_until
from tests.provision.resident import Resident, wishes
from tests.provision.visitor import Visitor

_SERVICES = ("missed-bin", "bulky-waste")
_LAST_WORD = 120


class Crowd:
    """Send residents to a hub while the block lasts; `shown` are the references they were given."""

    def __init__(
        self,
        base_url: str,
        *,
        residents: int = 3,
        patience: float = 60,
        told: Mapping[str, str] | None = None,
    ) -> None:
        self.shown: list[str] = []
        self.errors: list[BaseException] = []
        self._base_url = base_url
        self._patience = patience
        self._told = dict(told or wishes())
        self._visitors: list[Visitor] = []
        self._is_over = threading.Event()
        self._threads = [
            threading.Thread(target=self._ask, args=(number,), name=f"resident-{number}")
            for number in range(residents)
        ]

    def __enter__(self) -> Self:
        """Let them begin."""
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let each come to the end of what they ask for; what went wrong for one is raised."""
        self._is_over.set()
        for thread in self._threads:
            thread.join(_LAST_WORD)
        if error is None and self.errors:
            raise self.errors[0]

    @property
    def pages(self) -> int:
        """Give the count of pages they have seen so far."""
        return sum(len(visitor.seconds) for visitor in self._visitors)

    def go_on(self, *, pages: int = 0, seconds: float = 0) -> None:
        """Let them see so many more pages, and go on for so many seconds at the least."""
        self._is_over.wait(seconds)
        enough = self.pages + pages
        wait_until(
            lambda: self._is_over.is_set() or self.pages >= enough,
            what=f"{pages} more pages",
            seconds=_LAST_WORD,
        )

    def slowest(self, share: float) -> float:
        """Give the seconds within which this share of all pages was answered."""
        ordered = sorted(took for visitor in self._visitors for took in visitor.seconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))]

    def _ask(self, number: int) -> None:
        try:
            while not self._is_over.is_set():
                visitor = Visitor(self._base_url, patience=self._patience)
                self._visitors.append(visitor)
                service = _SERVICES[(number + len(self.shown)) % len(_SERVICES)]
                self.shown.append(Resident(visitor, service, told=self._told).submit())
        except BaseException as error:  # noqa: BLE001 (raised again where the crowd was sent)
            self.errors.append(error)
            self._is_over.set()
