"""A crowd at the door: so many lines, each sending its share, and how fast they were served."""

import itertools
import socket
import time
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock


@dataclass(frozen=True)
class Sent:
    """One form to be sent: where to, with which headers, and what stands in it."""

    path: str
    headers: Mapping[str, str]
    body: bytes
    method: str = "POST"


def paced(forms: Iterable[Sent], *, a_second: float) -> Iterator[Sent]:
    """Give the forms one by one, no sooner than so many a second."""
    began = time.perf_counter()
    for number, form in enumerate(forms):
        time.sleep(max(0.0, began + number / a_second - time.perf_counter()))
        yield form


class Refused(AssertionError):
    """Say that an answer was not the one that counts."""


def rate(port: int, forms: Iterable[Sent], *, connections: int, expected: int) -> float:
    """Send every form once over `connections` lines kept open, and give the answers a second.

    :raises Refused: if an answer has another status than `expected`.
    """
    waiting, lock, count = iter(forms), Lock(), itertools.count()

    def take() -> Iterator[Sent]:
        while True:
            with lock:
                form = next(waiting, None)
            if form is None:
                return
            next(count)
            yield form

    started = time.perf_counter()
    with ThreadPoolExecutor(connections) as crowd:
        for served in [crowd.submit(_serve, port, take(), expected) for _ in range(connections)]:
            served.result()
    return next(count) / (time.perf_counter() - started)


def _serve(port: int, forms: Iterator[Sent], expected: int) -> None:
    """Speak HTTP by hand: a client that thinks would take the processor from who is measured."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
        for form in forms:
            line.sendall(_request(form))
            status, rest = _answer(line)
            if status != expected:
                raise Refused(f"{status}: {rest[:2000]!r}")


def _request(form: Sent) -> bytes:
    own = {"Host": "localhost", "Content-Length": str(len(form.body)), **form.headers}
    head = "".join(f"{name}: {said}\r\n" for name, said in own.items())
    return f"{form.method} {form.path} HTTP/1.1\r\n{head}\r\n".encode() + form.body


def _answer(line: socket.socket) -> tuple[int, bytes]:
    said = b""
    while b"\r\n\r\n" not in said:
        said += line.recv(65536)
    head, _, body = said.partition(b"\r\n\r\n")
    length = next(
        int(one.split(b":")[1])
        for one in head.split(b"\r\n")
        if one.lower().startswith(b"content-length:")
    )
    while len(body) < length:
        body += line.recv(65536)
    return int(said[9:12]), body
