"""The embedded size's web server: one process, and a stop that lets every answer out first."""

import errno
import signal
import socket
import sys
import time
from collections.abc import Iterable
from types import FrameType
from typing import Any, cast
from wsgiref.types import WSGIApplication

from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.server import BaseWSGIServer, create_server

from hub.errors import Refused

_THREADS = 8
_TURN_SECONDS = 1.0
_SHARE_SECONDS = 0.001
_PATIENCE_SECONDS = 5.0
_LARGEST_REQUEST = 128 * 1024 * 1024  # bytes; the application's own limits are tighter
_NOT_OURS = frozenset({errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL})
_STOPPING = (signal.SIGTERM, signal.SIGINT)


class PortTaken(Refused):
    """Name the address at which another program already answers."""

    key = "port_taken"

    def __str__(self) -> str:
        """Say it in one sentence, for a terminal."""
        return f"Port {self.values['port']} is in use: stop the other program, or set HUB_PORT."


def take_port(host: str, port: int) -> socket.socket:
    """Take the address; who calls already waits until the server runs. 0 lets the system choose.

    :raises PortTaken: if another program has it, or this one may not have it
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=1024)
    except OSError as reason:
        if reason.errno not in _NOT_OURS:
            raise
        raise PortTaken(port=port) from reason


def share_the_core() -> None:
    """Let each thread work for a millisecond before another that is ready may go on.

    Python's own five are meant for work in bulk. A page waits for the database a few times, and
    after each time it would wait as long again for a thread that is busy with a submission.
    """
    sys.setswitchinterval(_SHARE_SECONDS)


class WebServer:
    """Answer whoever calls at one address, until it is told to stop."""

    def __init__(self, app: WSGIApplication, listener: socket.socket) -> None:
        self._socket = listener
        self._open: dict[int, Any] = {}  # everything waitress listens to, by file descriptor
        self._server = _server(app, listener=listener, opened=self._open)
        self._is_stopping = False

    def run(self) -> None:
        """Answer until SIGTERM, Ctrl-C or `stop`, then give out the answers that are under way."""
        share_the_core()
        before = {number: signal.signal(number, self._on_signal) for number in _STOPPING}
        try:
            while not self._is_stopping:
                self._turn(_TURN_SECONDS)
            self._close()
        finally:
            for number, act in before.items():
                signal.signal(number, act)

    def stop(self) -> None:
        """Make `run` come to its end; from any thread."""
        self._is_stopping = True
        self._server.pull_trigger()

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self.stop()

    def _turn(self, seconds: float) -> None:
        self._server.asyncore.loop(timeout=seconds, map=self._open, use_poll=True, count=1)

    def _close(self) -> None:
        wasyncore.dispatcher.close(self._server)  # no new connection; the old ones go on
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while self._is_answering() and time.monotonic() < deadline:
            self._turn(0.1)
        self._server.task_dispatcher.shutdown(timeout=1)
        wasyncore.close_all(map=self._open)

    def _is_answering(self) -> bool:
        return any(each.requests or each.total_outbufs_len for each in self._connections())

    def _connections(self) -> Iterable[HTTPChannel]:
        return [each for each in self._open.values() if isinstance(each, HTTPChannel)]


def _server(
    app: WSGIApplication, *, listener: socket.socket, opened: dict[int, Any]
) -> BaseWSGIServer:
    server = create_server(
        app,
        map=opened,
        sockets=[listener],
        threads=_THREADS,
        ident="",
        max_request_body_size=_LARGEST_REQUEST,
        clear_untrusted_proxy_headers=False,  # the application knows which proxies to trust
    )
    return cast("BaseWSGIServer", server)  # one socket makes one server
