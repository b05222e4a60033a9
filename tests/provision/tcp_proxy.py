"""A line between two programs that can be cut in every way in which a network fails."""

import selectors
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum

_AT_ONCE = struct.pack("ii", 1, 0)
_MOST = 65536


class Way(StrEnum):
    """How the line behaves."""

    OPEN = "open"
    REFUSED = "refused"
    SILENT = "silent"  # a black hole: it takes everything and nothing ever comes back
    RESET = "reset"


class Proxy:
    """Stand before a server on this machine; `set` changes the way of every line at once."""

    def __init__(self, port: int) -> None:
        self._behind = port
        self._way = Way.OPEN
        self._lock = threading.RLock()
        self._pairs: dict[socket.socket, socket.socket] = {}
        self._silenced: list[socket.socket] = []
        self._lines = selectors.DefaultSelector()
        self._listener = self._listen(0)
        self.port = int(self._listener.getsockname()[1])
        self._is_ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="tcp-proxy", daemon=True)
        self._thread.start()

    def set(self, way: Way) -> None:
        """Behave so from now on; the lines that are open feel it too."""
        with self._lock:
            before, self._way = self._way, way
            if way is Way.SILENT:
                self._silence()
            else:
                self._cut()
            if way is Way.REFUSED and before is not Way.REFUSED:
                self._drop(self._listener)
            elif before is Way.REFUSED and way is not Way.REFUSED:
                self._listener = self._listen(self.port)

    def close(self) -> None:
        """End."""
        self._is_ending.set()
        self._thread.join()
        with self._lock:
            self._cut()
            self._listener.close()
            self._lines.close()

    def _listen(self, port: int) -> socket.socket:
        listener = socket.create_server(("127.0.0.1", port), backlog=128)
        listener.settimeout(0)
        self._lines.register(listener, selectors.EVENT_READ)
        return listener

    def _run(self) -> None:
        while not self._is_ending.is_set():
            for key, _ in self._lines.select(0.05):
                with self._lock, suppress(OSError, ValueError):
                    self._move(key.fileobj)

    def _move(self, line: object) -> None:
        if line is self._listener:
            self._accept()
        elif isinstance(line, socket.socket) and line in self._pairs:
            self._pass_on(line)

    def _accept(self) -> None:
        visitor, _ = self._listener.accept()
        if self._way is Way.RESET:
            _reset(visitor)
        elif self._way is Way.SILENT:
            self._silenced.append(visitor)
        else:
            self._join(visitor)

    def _join(self, visitor: socket.socket) -> None:
        try:
            server = socket.create_connection(("127.0.0.1", self._behind), timeout=5)
        except OSError:
            _reset(visitor)
            return
        self._pairs.update({visitor: server, server: visitor})
        for end in (visitor, server):
            self._lines.register(end, selectors.EVENT_READ)

    def _pass_on(self, line: socket.socket) -> None:
        other = self._pairs[line]
        try:
            told = line.recv(_MOST)
            if told:
                other.sendall(told)
                return
        except OSError:
            _reset(line)
        for end in (line, other):
            self._drop(end)

    def _silence(self) -> None:
        for line in list(self._pairs):
            with suppress(KeyError):
                self._lines.unregister(line)
            self._silenced.append(line)
        self._pairs.clear()

    def _cut(self) -> None:
        for line in [*self._pairs, *self._silenced]:
            self._drop(line, at_once=True)
        self._pairs.clear()
        self._silenced.clear()

    def _drop(self, line: socket.socket, *, at_once: bool = False) -> None:
        with suppress(KeyError, ValueError):
            self._lines.unregister(line)
        self._pairs.pop(line, None)
        if at_once:
            _reset(line)
        else:
            line.close()


def _reset(line: socket.socket) -> None:
    with suppress(OSError):
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
    line.close()


@contextmanager
def before(port: int) -> Iterator[Proxy]:
    """Stand before the server at a port until the block ends."""
    proxy = Proxy(port)
    try:
        yield proxy
    finally:
        proxy.close()
