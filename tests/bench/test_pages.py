"""How long the hub works on a question's page while a hundred cases a second are sent to it."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import pytest

from hub.store import open_database
from tests.bench import sending
from tests.bench.load import Sent, paced, rate
from tests.bench.sending import Ready
from tests.bench.test_submission import app_of, environ_of, gunicorn
from tests.provision.resident import a_resident_submits

_SECONDS, _A_SECOND, _LINES = 10, 100, 4
_PROMISED, _KEPT_UP = 0.015, 0.95
_PAGE = f"/cy/report/{sending.SERVICE}/bin"
_ROUTE = "/<language:language>/report/<service>/<path>"


@pytest.mark.bench
def test_a_question_is_answered_within_fifteen_milliseconds_at_a_hundred_cases_a_second(
    postgres_url: str, tmp_path: Path
) -> None:
    environ, log = environ_of(postgres_url, tmp_path), tmp_path / "web.log"
    database = open_database(postgres_url)
    with gunicorn("main:web()", environ, log=log) as port:
        reference = a_resident_submits(f"http://127.0.0.1:{port}")
        ready = Ready(app_of(environ), database, sending.asked_again(database, reference))
        count = _SECONDS * _A_SECOND
        pages = [replace(each, path=_PAGE, body=b"", method="GET") for each in ready.forms(20)]
        forms = ready.forms(count)
        before = len(_seconds(log))
        cases = _at_once(port, forms, list(islice(cycle(pages), count)))
    database.close()

    took = sorted(_seconds(log)[before:])
    p95 = took[int(len(took) * 0.95)]
    told = f"{len(took)} pages at {cases:.0f} cases a second: p95 {p95 * 1000:.1f} ms"
    print(f"\n{told} (limit {_PROMISED * 1000:.0f} ms)")  # noqa: T201 - what was measured is for whoever runs it
    assert len(took) == count
    assert cases > _KEPT_UP * _A_SECOND, f"{told}: the load was not what it should be"
    assert p95 < _PROMISED


def _at_once(port: int, forms: list[Sent], pages: list[Sent]) -> float:
    """Send the forms and open the pages at the same time; give how many forms went in a second."""
    with ThreadPoolExecutor(2) as both:
        sent = both.submit(
            rate, port, paced(forms, a_second=_A_SECOND), connections=_LINES, expected=303
        )
        seen = both.submit(
            rate, port, paced(pages, a_second=_A_SECOND), connections=_LINES, expected=200
        )
        seen.result()
        return sent.result()


def _seconds(log: Path) -> list[float]:
    """Give the hub's own time for each question's page, as its log says it."""
    lines = [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]
    return [
        line["seconds"]
        for line in lines
        if line.get("route") == _ROUTE and line.get("method") == "GET" and line["status"] == 200
    ]
