"""The work of the small size as a whole: what is slow keeps nothing else waiting."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import func, select

from hub.store import Database, Event, jobs
from hub.store.jobs import Follows, State
from tests.provision.programs import wait_until
from tests.workers.errands import COUNCIL, FOLLOWS, ring
from workers.carriages import Carriage, Job
from workers.embedded import Workshop
from workers.outside import Errand, Outside
from workers.running import Runner

EMAILS = 300
SECONDS_EACH = 0.5


@dataclass(frozen=True, slots=True)
class PostCame(Event):
    """Say that an e-mail is to go out."""


def answer_bell(errand: Errand) -> None:
    errand.session.now()


def carry(_outside: Outside, _email: str) -> None:
    time.sleep(SECONDS_EACH)


def keep(_errand: Errand, _end: None) -> None:
    return


def left(database: Database, name: str) -> int:
    with database.reading_all() as session:
        is_open = jobs.Job.name == name, jobs.Job.state == State.OPEN.value
        return session.sql.scalar(select(func.count()).select_from(jobs.Job).where(*is_open)) or 0


def rung(database: Database) -> bool:
    with database.reading_all() as session:
        is_done = jobs.Job.name == "answer_bell", jobs.Job.state == State.DONE.value
        return session.sql.scalar(select(jobs.Job.id).where(*is_done)) is not None


def post(database: Database) -> None:
    with database.session(COUNCIL) as session:
        for _ in range(EMAILS):
            session.tell(PostCame(session.chance.uuid()))


@contextmanager
def at_work(outside: Outside) -> Iterator[None]:
    known: dict[str, Job] = {
        "answer_bell": answer_bell,
        "send": Carriage(lambda _: "an e-mail", carry, keep),
    }
    follows = {**FOLLOWS, "PostCame": (Follows("send", "mail"),)}
    workshop = Workshop(outside.database, Runner(outside, known), follows=follows)
    workshop.start()
    try:
        yield
    finally:
        workshop.stop()


def test_a_slow_mail_server_keeps_no_other_work_waiting(outside: Outside) -> None:
    post(outside.database)
    with at_work(outside):
        wait_until(lambda: left(outside.database, "send") > 200, what="the e-mails", seconds=10)

        ring(outside.database)
        wait_until(lambda: rung(outside.database), what="the answer", seconds=10)

        assert left(outside.database, "send") > EMAILS / 2
