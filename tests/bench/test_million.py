"""The store with a million cases in it, beside one with a single case: nothing takes longer.

Both are measured in turn, in the same minutes, so that other work on the machine slows both. They
lie on the disk, each with a server of its own: a million cases take more memory than a machine has.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from itertools import cycle
from pathlib import Path
from statistics import median
from time import perf_counter
from uuid import UUID

import pytest
from sqlalchemy import select

from hub import cases, places
from hub.cases import Case
from hub.store import Database, jobs, open_database
from hub.store.jobs import Job
from tests.bench import filling, sending
from tests.bench.load import rate
from tests.bench.sending import Ready
from tests.bench.test_submission import app_of, environ_of, gunicorn
from tests.cases.holes import RESIDENT, reported, told
from tests.provision.installation import Installation
from tests.provision.postgres import started
from tests.provision.resident import a_resident_submits
from tests.provision.sizes import Size
from workers.jobs import JOBS, follows

_CASES = 1_000_000
_PROMISED = 1.2
_ROUNDS, _SENT, _LINES = 7, 300, 4
_TIMES, _ASKED = 9, 40
_MANY = 1000
_COUNCIL = "aberwen"
_FACT = "LL99 9ZZ"
_HOLE = {"words": "Street 77", "lat": "52.1000", "lon": "-3.9000"}
_UPRN = "10099000002"


@dataclass(frozen=True)
class Store:
    """One store: the database, the requests that are ready, and where its web answers."""

    database: Database
    ready: Ready
    port: int
    references: Iterator[str]
    jobs: Iterator[UUID]


@pytest.mark.bench
def test_a_million_cases_slow_nothing(size: Size, request: pytest.FixtureRequest) -> None:
    with ExitStack() as both:
        stores = [both.enter_context(_store(size, request, count)) for count in (_CASES, 0)]
        ratios = {"submission": _submissions(*stores)}
        with ExitStack() as expanded:
            asked = [expanded.enter_context(_with_jobs(store)) for store in stores]
            ratios |= {name: _times(ask, *asked) for name, ask in _ASKS.items()}

    told = ", ".join(f"{name} {ratio:.2f}" for name, ratio in ratios.items())
    print(f"\n{size}, {_CASES:,} cases against a handful, in so many times the time: {told}")  # noqa: T201 - what was measured is for whoever runs it
    assert max(ratios.values()) <= _PROMISED, told


def _submissions(full: Store, empty: Store) -> float:
    """Give how many times as long a submission takes in the full store as in the other."""
    return median(_rate(empty) / _rate(full) for _ in range(_ROUNDS))


def _rate(store: Store) -> float:
    return rate(store.port, store.ready.forms(_SENT), connections=_LINES, expected=303)


def _times(ask: Callable[[Store], object], full: Store, empty: Store) -> float:
    took = [(_took(ask, full), _took(ask, empty)) for _ in range(_TIMES)]
    return median(one / other for one, other in took)


def _took(ask: Callable[[Store], object], store: Store) -> float:
    began = perf_counter()
    for _ in range(_ASKED):
        ask(store)
    return perf_counter() - began


def _look_up(store: Store) -> None:
    with store.database.session(_COUNCIL) as session:
        cases.look_up(session, reference=next(store.references), fact=_FACT)


def _nearby(store: Store) -> None:
    with store.database.reading(_COUNCIL) as session:
        assert cases.nearby(session, RESIDENT, told(_HOLE))


def _bin_days(store: Store) -> None:
    with store.database.reading(_COUNCIL) as session:
        assert places.next_collections(session, _UPRN, after=date(2026, 11, 25))


def _claim(store: Store) -> None:
    assert jobs.claim(store.database, next(store.jobs), known=JOBS, lease=600)


def _publish(store: Store) -> None:
    with store.database.all_councils() as session:
        assert jobs.publish(session, limit=1)


_ASKS: Mapping[str, Callable[[Store], object]] = {
    "look-up": _look_up,
    "nearby": _nearby,
    "bin days": _bin_days,
    "claim": _claim,
    "publish": _publish,
}


@contextmanager
def _store(size: Size, request: pytest.FixtureRequest, count: int) -> Iterator[Store]:
    with ExitStack() as open_:
        folder = Path(open_.enter_context(tempfile.TemporaryDirectory()))
        url = _migrated(size, request, folder, open_)
        environ = environ_of(url, folder)
        _one_request(url, folder)
        if count:
            filling.fill(url, count=count)
        filling.settle(url)
        port = open_.enter_context(gunicorn("main:web()", environ))
        reference = a_resident_submits(f"http://127.0.0.1:{port}")
        database = open_.enter_context(closing(open_database(url)))
        with database.session(_COUNCIL) as session:
            for n in range(3):
                reported(session, _HOLE, f"hole {n}")
        ready = Ready(app_of(environ), database, sending.asked_again(database, reference))
        yield Store(database, ready, port, iter(()), iter(()))


def _migrated(size: Size, request: pytest.FixtureRequest, folder: Path, open_: ExitStack) -> str:
    """Give a database of its own, which is gone afterwards."""
    if size is Size.LAPTOP:
        file = folder / "hub.sqlite"
        shutil.copy(request.getfixturevalue("migrated_sqlite"), file)
        return f"sqlite:///{file}"
    own = folder / "server"
    own.mkdir()
    server = open_.enter_context(started(own))
    url = server.of(server.create())
    with closing(open_database(url)) as database:
        database.migrate()
    return url


def _one_request(url: str, folder: Path) -> None:
    """Let a resident ask for something, and all that follows be done."""
    here = Installation(folder, url)
    try:
        here.serve()
        a_resident_submits(here.url)
        here.settle()
    finally:
        here.kill()


@contextmanager
def _with_jobs(store: Store) -> Iterator[Store]:
    """Make jobs of all that was sent, and know the cases and the jobs that are asked for."""
    with store.database.all_councils() as session:
        while jobs.expand(session, follows()):
            pass
    with store.database.reading_all() as session:
        own = select(Case.reference).where(Case.service == sending.SERVICE).order_by(Case.id)
        references = session.sql.scalars(own.limit(_ASKED)).all()
        open_ = select(Job.id).where(Job.state == "open", Job.every.is_(None)).limit(_MANY)
        ids = session.sql.scalars(open_).all()
    filling.settle(store.database.engine.url.render_as_string(hide_password=False))
    yield replace(store, references=cycle(references), jobs=iter(ids))
