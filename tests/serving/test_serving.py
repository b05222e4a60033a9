import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.request import Request, urlopen
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest

from channels.serving import PortTaken, WebServer, share_the_core, take_port

BODY = b"x" * 300_000


def slow(_environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
    time.sleep(0.4)
    start("200 OK", [("Content-Type", "text/plain")])
    return [BODY]


def get(port: int) -> bytes:
    with urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
        body: bytes = answer.read()
    return body


def test_answers_under_way_are_given_before_it_stops() -> None:
    listener = take_port("127.0.0.1", 0)
    port = listener.getsockname()[1]
    server = WebServer(slow, listener)
    with ThreadPoolExecutor(3) as residents:
        answers = [residents.submit(get, port) for _ in range(3)]
        threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGTERM)).start()

        server.run()

        assert [answer.result() for answer in answers] == [BODY] * 3


def test_what_a_proxy_says_of_the_visitor_reaches_the_application() -> None:
    heard: list[str] = []

    def listening(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        heard.append(environ.get("HTTP_X_FORWARDED_FOR", ""))
        threading.Thread(target=server.stop).start()
        return slow(environ, start)

    listener = take_port("127.0.0.1", 0)
    server = WebServer(listening, listener)
    asked = Request(f"http://127.0.0.1:{listener.getsockname()[1]}/")
    asked.add_header("X-Forwarded-For", "192.0.2.7")
    with ThreadPoolExecutor(1) as resident:
        answer = resident.submit(urlopen, asked, timeout=5)

        server.run()

        answer.result().close()
    assert heard == ["192.0.2.7"]


def test_a_port_that_another_program_has_is_refused_in_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        with pytest.raises(PortTaken) as refused:
            take_port("127.0.0.1", port)

    assert str(refused.value).startswith(f"Port {port} is in use")


def test_signals_mean_what_they_meant_before_once_it_has_stopped() -> None:
    before = signal.getsignal(signal.SIGTERM)
    server = WebServer(slow, take_port("127.0.0.1", 0))

    server.stop()
    server.run()

    assert signal.getsignal(signal.SIGTERM) is before


def test_a_page_waits_a_millisecond_for_a_busy_thread_and_no_longer(
    usual_share: float,
) -> None:
    share_the_core()

    assert sys.getswitchinterval() == pytest.approx(0.001)
    assert usual_share > sys.getswitchinterval()


@pytest.fixture
def usual_share() -> Iterator[float]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(0.005)  # Python's own
    yield 0.005
    sys.setswitchinterval(before)
