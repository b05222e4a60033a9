"""A real Redis, started on a free port: one per worker, and another for tests that break it."""

import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import redis

from tests.provision import missing

_PATIENCE = 5.0


@dataclass
class RedisServer:
    """A Redis that keeps nothing on disk and can be stopped, started and wiped."""

    program: str
    folder: Path
    port: int = 0
    _running: "subprocess.Popen[bytes] | None" = field(default=None, repr=False)

    @property
    def url(self) -> str:
        """Give the address of its first database."""
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        """Start it, on the port it had before if it had one.

        :raises RuntimeError: if it does not answer in time.
        """
        self.port = self.port or _free_port()
        words = [self.program, "--port", str(self.port), "--bind", "127.0.0.1", "--save", ""]
        self._running = subprocess.Popen(
            [*words, "--appendonly", "no", "--dir", str(self.folder)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._wait()

    def stop(self) -> None:
        """Kill it where it stands, as a power cut would."""
        if self._running is not None:
            self._running.kill()
            self._running.wait()
            self._running = None

    def wipe(self) -> None:
        """Forget everything it holds."""
        with redis.Redis.from_url(self.url) as client:
            client.flushall()

    def set(self, name: str, value: int) -> None:
        """Set one of its settings while it runs."""
        with redis.Redis.from_url(self.url) as client:
            client.config_set(name, value)

    def _wait(self) -> None:
        until = time.monotonic() + _PATIENCE
        with redis.Redis.from_url(self.url) as client:
            while time.monotonic() < until:
                try:
                    client.ping()
                except redis.ConnectionError:
                    time.sleep(0.01)
                else:
                    return
        raise RuntimeError(self.url)


@pytest.fixture(scope="session")
def redis_server() -> Iterator[RedisServer]:
    """Start this worker's Redis."""
    yield from _server()


@pytest.fixture
def redis_url(redis_server: RedisServer) -> str:
    """Give the worker's Redis, empty."""
    redis_server.wipe()
    return redis_server.url


@pytest.fixture
def own_redis() -> Iterator[RedisServer]:
    """Start a Redis for this test alone, which may stop and wipe it."""
    yield from _server()


def _server() -> Iterator[RedisServer]:
    program = missing.program(
        "redis-server",
        setting="HUB_TEST_REDIS_SERVER",
        remedy="apt-get install redis-server",
    )
    folder = Path(tempfile.mkdtemp(prefix="hub-redis-"))
    server = RedisServer(program, folder)
    server.start()
    try:
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
