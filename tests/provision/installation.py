"""A whole installation as it is run, seen from outside: its folder, its settings, its programs."""

import http.client
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.provision import missing
from tests.provision.house import HOUSE
from tests.provision.ledger import Ledger
from tests.provision.programs import Program, wait_until
from tests.provision.sizes import Size

_START_SECONDS = 40
_SETTLE_SECONDS = 90
_LEASE_SECONDS = 5


@dataclass
class Installation:
    """One hub; `serve`, `relay` and `worker` start its programs, which end with the test."""

    folder: Path
    database_url: str
    redis_url: str | None = None
    more: dict[str, str] = field(default_factory=dict)
    port: int = 0
    programs: list[Program] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Take a port nobody has."""
        self.port = self.port or free_port()

    @property
    def url(self) -> str:
        """Give the address of its first page."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def data(self) -> Path:
        """Give the folder of all it keeps."""
        return Path(self.more.get("HUB_DATA", self.folder / "data"))

    @property
    def log(self) -> Path:
        """Give the file that has all its programs say."""
        return self.folder / "hub.log"

    @property
    def ledger(self) -> Ledger:
        """Give its account as it is seen from outside."""
        return Ledger(self.database_url, self.data / "print")

    @property
    def environ(self) -> Mapping[str, str]:
        """Give the environment of its programs: this machine's, and the settings."""
        told = {
            "HUB_DATA": str(self.data),
            "HUB_PORT": str(self.port),
            "HUB_DATABASE_URL": self.database_url,
            "HUB_LEASE_SECONDS": str(_LEASE_SECONDS),
            "HUB_TRUSTED_PROXIES": "1",  # every visitor of a test has an address of its own
            "PYTHONUNBUFFERED": "1",
        }
        if self.redis_url:
            told["HUB_REDIS_URL"] = self.redis_url
        return {**_machine(), **told, **self.more}

    def start(self, *words: str, before: Sequence[str] = ()) -> Program:
        """Start one of the programs, under `before` if that is given."""
        program = Program(
            [hub_program(), *words], self.environ, self.log, self.folder, before=before
        )
        self.programs.append(program)
        return program

    def serve(self, *, before: Sequence[str] = ()) -> Program:
        """Start the web, and at the small size the work with it; wait until it answers."""
        program = self.start("serve", before=before)
        self.wait_ready(program)
        return program

    def start_all(self) -> list[Program]:
        """Start everything that this size is made of, and wait until it answers."""
        others = [self.start("relay"), self.start("worker")] if self.redis_url else []
        return [self.serve(), *others]

    def start_again(self, program: Program) -> None:
        """Start a program again if it is dead, as whatever watches over it does."""
        if not program.is_alive:
            program.kill()
            program.before = ()
            program.start()
        if "serve" in program.words:
            self.wait_ready(program)

    def wait_ready(self, program: Program) -> float:
        """Wait until requests can be stored, and give how long that took.

        :raises NotInTime: if the program ends instead, or does not answer
        """
        return wait_until(
            lambda: self._demand_alive(program) or self.status("/readyz") == 200,
            what=f"an answer at {self.url}",
            seconds=_START_SECONDS,
        )

    def _demand_alive(self, program: Program) -> bool:
        assert program.is_alive, f"it ended instead:\n{program.said()[-3000:]}"
        return False

    def status(self, path: str) -> int:
        """Give the status of a page, 0 where nobody answers."""
        with suppress(OSError, http.client.HTTPException):
            return self.fetch(path)[0]
        return 0

    def fetch(self, path: str) -> tuple[int, str]:
        """Give the status and the text of a page."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            line.request("GET", path)
            answer = line.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace")
        finally:
            line.close()

    def command(self, *words: str, patience: float = 120) -> "subprocess.CompletedProcess[str]":
        """Run a command to its end."""
        return subprocess.run(
            [hub_program(), *words],
            check=False,
            capture_output=True,
            text=True,
            env=dict(self.environ),
            cwd=self.folder,
            timeout=patience,
        )

    def kill(self) -> None:
        """Kill every program that still runs."""
        for program in self.programs:
            program.kill()
        self.programs.clear()

    def settle(self, *, seconds: float = _SETTLE_SECONDS) -> float:
        """Wait until nothing is left to do, and give how long that took.

        :raises NotInTime: if it is never so
        """
        ledger = self.ledger
        try:
            return wait_until(ledger.is_settled, what="all that follows", seconds=seconds)
        except AssertionError as late:
            late.add_note(f"{ledger.undone()[:5]}\n{self.said()[-3000:]}")
            raise

    def said(self) -> str:
        """Give all that its programs said."""
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def demand_sound(self, shown: Sequence[str]) -> None:
        """Fail unless every reference shown is one case with one letter, and the books agree."""
        self.ledger.demand_one_each(shown)
        for command in ("account", "verify"):
            found = self.command(command)
            assert found.returncode == 0, f"hub {command}:\n{found.stdout}{found.stderr}"


Install = Callable[..., Installation]


@pytest.fixture
def install(tmp_path: Path) -> Iterator[Install]:
    """Give what makes installations; all they started is killed when the test ends."""
    made: list[Installation] = []

    def one(database_url: str = "", redis_url: str | None = None, **more: str) -> Installation:
        folder = tmp_path / f"installation-{len(made)}"
        folder.mkdir()
        data = Path(more.get("HUB_DATA", folder / "data"))
        url = database_url or f"sqlite:///{data / 'hub.sqlite'}"
        made.append(Installation(folder, url, redis_url, more))
        return made[-1]

    yield one
    for installation in made:
        installation.kill()


@pytest.fixture
def installation(install: Install, size: Size, request: pytest.FixtureRequest) -> Installation:
    """Give an installation of the size, migrated and not started."""
    if size is Size.LAPTOP:
        here = install()
    else:
        here = install(*(str(request.getfixturevalue(n)) for n in ("postgres_url", "redis_url")))
    migrated = here.command("migrate")
    assert migrated.returncode == 0, migrated.stderr
    return here


def hub_program() -> str:
    """Find the command `hub` of this environment."""
    return missing.program(
        str(Path(sys.executable).parent / "hub"),
        setting="HUB_TEST_PROGRAM",
        remedy=f"run make in {HOUSE.name}, which installs it",
    )


def free_port() -> int:
    """Give a port that nobody has just now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _machine() -> dict[str, str]:
    """Give this machine's environment; what was compiled once is kept, as where the hub runs."""
    return {name: v for name, v in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
