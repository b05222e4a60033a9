"""Opening what strangers send: in a child process, never in this one.

The child is `channels.carriers.opening`. It gets the bytes and nothing of ours: no environment, no
open file, no path. What it answers is believed only as far as it is needed.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from threading import BoundedSemaphore
from typing import IO

from hub.enclosures import LARGEST, NotOpened, Opened, OpenerAway, Why

_HOUSE = Path(__file__).resolve().parents[2]
_CHILD = (sys.executable, "-P", "-s", "-B", "-m", "channels.carriers.opening")
_AT_ONCE = 2
_SECONDS = 60.0  # by the clock on the wall, for one file
_PATIENCE = 20.0  # seconds to wait for a turn
_LONGEST_LINE = 1000
_KINDS = frozenset({"image/jpeg", "image/png", "application/pdf"})


class ChildOpener:
    """Open each file in a process of its own, at most two at once."""

    def __init__(
        self,
        *,
        demand_seal: bool = False,
        child: Sequence[str] = _CHILD,
        seconds: float = _SECONDS,
        patience: float = _PATIENCE,
    ) -> None:
        """Begin; with `demand_seal` nothing is opened where the kernel cannot shut the child in."""
        self._child = (*child, "--sealed") if demand_seal else tuple(child)
        self._seconds = seconds
        self._patience = patience
        self._turns = BoundedSemaphore(_AT_ONCE)

    def open(self, content: bytes) -> Opened:
        """Have a file opened, and give what is kept of it.

        :raises NotOpened: if it is not taken; a child that hangs or dies has found it too hard.
        :raises OpenerAway: if no child can be started, shut in, or have its turn.
        """
        if len(content) > LARGEST:
            raise NotOpened(Why.LARGE)
        with self._turn(), _scratch() as sent, _scratch() as answered:
            sent.write(content)
            sent.seek(0)
            self._run(sent, answered)
            answered.seek(0)
            return _read(answered)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._turns.acquire(timeout=self._patience):
            raise OpenerAway
        try:
            yield
        finally:
            self._turns.release()

    def _run(self, sent: IO[bytes], answered: IO[bytes]) -> None:
        child = self._started(sent, answered)
        try:
            ended = child.wait(self._seconds)
        except subprocess.TimeoutExpired as error:
            raise NotOpened(Why.HARD) from error
        finally:
            _end(child)
        if ended != 0:
            raise NotOpened(Why.HARD)

    def _started(self, sent: IO[bytes], answered: IO[bytes]) -> "subprocess.Popen[bytes]":
        try:
            return subprocess.Popen(  # noqa: S603 (our own program, and no word of a stranger's)
                self._child,
                stdin=sent,
                stdout=answered,
                stderr=subprocess.DEVNULL,
                env={"PYTHONPATH": str(_HOUSE), "MALLOC_ARENA_MAX": "1"},
                cwd="/",
                start_new_session=True,
            )
        except OSError as error:
            raise OpenerAway from error


def _scratch() -> IO[bytes]:
    """Give a file in memory: what strangers send need not touch a disk to be judged."""
    in_memory = getattr(os, "memfd_create", None)  # Linux alone has it
    return os.fdopen(in_memory("opening"), "w+b") if in_memory else TemporaryFile()


def _end(child: "subprocess.Popen[bytes]") -> None:
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _read(answered: IO[bytes]) -> Opened:
    told = _told(answered.readline(_LONGEST_LINE))
    if told.get("unsealed"):
        raise OpenerAway
    if "not_taken" in told:
        raise NotOpened(_why(told["not_taken"]))
    sizes = [told.get(name) for name in ("document", "thumbnail", "pages")]
    if told.get("kind") not in _KINDS or not all(isinstance(size, int) for size in sizes):
        raise NotOpened(Why.HARD)
    document, thumbnail, pages = (int(str(size)) for size in sizes)
    return Opened(
        kind=str(told["kind"]),
        document=_exactly(answered, document),
        thumbnail=_exactly(answered, thumbnail),
        pages=pages,
    )


def _told(line: bytes) -> Mapping[str, object]:
    try:
        told = json.loads(line)
    except ValueError as error:
        raise NotOpened(Why.HARD) from error
    return told if isinstance(told, dict) else {}


def _why(word: object) -> Why:
    return Why(str(word)) if word in set(Why) else Why.HARD


def _exactly(answered: IO[bytes], size: int) -> bytes:
    content = answered.read(max(0, size))
    if not content or len(content) != size:
        raise NotOpened(Why.HARD)
    return content
