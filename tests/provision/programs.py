"""Programs that a test starts as whoever runs the hub does, watches, and kills where they stand."""

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

_A_MOMENT = 0.02


class NotInTime(AssertionError):
    """Say what was waited for in vain."""


def wait_until(is_so: Callable[[], bool], *, what: str, seconds: float) -> float:
    """Wait until something is so, look often, and give how long it took.

    :raises NotInTime: if it is not so after `seconds`
    """
    started = time.monotonic()
    while not is_so():
        if time.monotonic() - started > seconds:
            raise NotInTime(f"{what}: not within {seconds:.0f} s")
        time.sleep(_A_MOMENT)
    return time.monotonic() - started


@dataclass
class Program:
    """One program and all its children, in a process group of their own; `log` has all it said."""

    words: Sequence[str]
    environ: Mapping[str, str]
    log: Path
    folder: Path
    before: Sequence[str] = ()
    _running: "subprocess.Popen[bytes]" = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Start it."""
        self.start()

    def start(self) -> None:
        """Start it, with the same words every time."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            self._running = subprocess.Popen(
                [*self.before, *self.words],
                env=dict(self.environ),
                cwd=self.folder,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        """Give the id of the first process."""
        return self._running.pid

    @property
    def is_alive(self) -> bool:
        """Say whether the first process still runs; one that is dying does not."""
        return self._running.poll() is None and self.pid in self.family()

    def family(self) -> list[int]:
        """Give the ids of all its processes, oldest first."""
        found = []
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                told = stat.read_text().rsplit(")", 1)[1].split()
                if int(told[3]) == self.pid and told[0] != "Z":
                    found.append(int(stat.parent.name))
        return sorted(found)

    def resident_bytes(self) -> int:
        """Give the memory that all its processes hold."""
        pages = [int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in self.family()]
        return sum(pages) * os.sysconf("SC_PAGE_SIZE")

    def core_seconds(self) -> float:
        """Give the time that its processes had of a core; other work is not in it."""
        spent = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2] for pid in self.family()]
        ticks = sum(int(tick) for told in spent for tick in told.split()[11:13])
        return ticks / os.sysconf("SC_CLK_TCK")

    def kill(self) -> None:
        """Kill it and all its children where they stand, as the kernel does when memory is out."""
        for pid in {self.pid, *self.family()}:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self._running.wait()
        wait_until(lambda: not self.family(), what=f"the end of {self.words}", seconds=10)

    def kill_one(self, chance: random.Random) -> None:
        """Kill one of its processes, and see it dead."""
        pid = chance.choice(self.family() or [self.pid])
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        if pid == self.pid:
            self._running.wait()

    def stop(self, number: int = signal.SIGTERM, *, patience: float = 15) -> int:
        """Ask it to stop, and give its exit code.

        :raises NotInTime: if it does not
        """
        if self.is_alive:
            self._running.send_signal(number)
        wait_until(lambda: not self.is_alive, what=f"the stop of {self.words}", seconds=patience)
        return int(self._running.wait(patience))

    def ended(self, *, patience: float) -> int:
        """Wait until it ends by itself, and give its exit code.

        :raises NotInTime: if it does not
        """
        wait_until(lambda: not self.is_alive, what=f"the end of {self.words}", seconds=patience)
        return int(self._running.wait(patience))

    def said(self) -> str:
        """Give all it said so far."""
        return self.log.read_text(errors="replace") if self.log.exists() else ""
