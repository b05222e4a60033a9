"""A submission against a bare view that writes the same rows: the ratio of their throughputs.

A submission is the last POST as a browser sends it: cookie and token checked, limits counted, draft
read and closed, hashes made, outbox written. The bare view writes the rows and no more.
"""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import pytest
from flask import Flask

import main
from hub import settings
from hub.store import Database
from tests.bench import bare_view, pgbench, sending
from tests.bench.load import Sent, rate
from tests.bench.sending import Ready
from tests.provision.house import HOUSE
from tests.provision.installation import free_port
from tests.provision.programs import wait_until
from tests.provision.resident import a_resident_submits
from tests.provision.sizes import Size

ROUNDS, SENT, LINES = 5, 600, 8
GOALS = {Size.COUNCIL: 0.40, Size.LAPTOP: 0.35}
HONEST = 0.2
_SECRET = "a secret for measuring, long enough to be one"


@pytest.mark.bench
def test_a_submission_against_a_bare_view(
    size: Size, database_url: str, database: Database, tmp_path: Path
) -> None:
    environ = environ_of(database_url, tmp_path)
    rows = Path(environ[bare_view.ROWS])
    with gunicorn("main:web()", environ) as port:
        reference = a_resident_submits(f"http://127.0.0.1:{port}")
        sending.write_rows(database, reference, rows)
        ready = Ready(app_of(environ), database, sending.asked_again(database, reference))
        with gunicorn("tests.bench.bare_view:app()", environ) as bare_port:
            pairs = [_pair(ready, port, bare_port) for _ in range(ROUNDS)]

    ratio = median(ours / bare for ours, bare in pairs)
    ours, bare = (median(side) for side in zip(*pairs, strict=True))
    told = f"{size}: {ratio:.0%} of a bare view ({ours:.0f}/s beside {bare:.0f}/s)"
    if size is Size.COUNCIL:
        limit = pgbench.rate(database_url, rows, tmp_path)
        told += f"; pgbench writes the same rows {limit:.0f} times a second"
        assert bare > HONEST * limit, f"{told}: the bare view is no peer, and the run is void"
    print(f"\n{told}")  # noqa: T201 - what was measured is for whoever runs it
    assert ratio >= GOALS[size]


def _pair(ready: Ready, port: int, bare_port: int) -> tuple[float, float]:
    forms = ready.forms(SENT)
    bare = [Sent("/bare", {"Content-Type": "text/plain"}, b"") for _ in range(SENT)]
    ours = rate(port, forms, connections=LINES, expected=303)
    return ours, rate(bare_port, bare, connections=LINES, expected=303)


@contextmanager
def gunicorn(app: str, environ: Mapping[str, str], *, log: Path | None = None) -> Iterator[int]:
    """Serve an application as production does: two processes, eight lines between them.

    What it logs is kept in `log`, where that is given.
    """
    port = free_port()
    words = ["-w", "2", "-k", "gthread", "--threads", "4", "-b", f"127.0.0.1:{port}"]
    command = [sys.executable, "-m", "gunicorn", *words, "--log-level", "warning", app]
    with (
        open(log or os.devnull, "ab") as kept,  # noqa: PTH123 (a path, or the name of nothing)
        subprocess.Popen(command, env=environ, stderr=kept if log else None) as server,
    ):
        try:
            wait_until(lambda: _answers(port), what=f"an answer of {app}", seconds=60)
            yield port
        finally:
            server.terminate()


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def environ_of(database_url: str, folder: Path) -> Mapping[str, str]:
    """Give the settings of what is measured, and of its peer."""
    return {
        **os.environ,
        "HUB_DATA": str(folder / "data"),
        "HUB_DATABASE_URL": database_url,
        "HUB_PUBLIC_URL": "http://localhost",
        "HUB_SECRET": _SECRET,
        "HUB_TRUSTED_PROXIES": "1",
        "HUB_LOG_FORMAT": "json",
        bare_view.DATABASE: database_url,
        bare_view.ROWS: str(folder / "rows.json"),
        "PYTHONPATH": str(HOUSE),
    }


def app_of(environ: Mapping[str, str]) -> Flask:
    """Make the same application here, so that its cookies and tokens can be made beforehand."""
    outside = main.open_outside(settings.prepare(settings.read(environ)))
    outside.database.close()
    return main.make_web(outside)
