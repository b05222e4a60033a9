"""Councils take turns: a flood of one keeps nothing of another waiting."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import select

from hub.store import Database, OutboxEvent, jobs
from hub.store.jobs import Job
from tests.ops.test_scans import asked_of, scanned
from tests.store.events import COUNCIL, OTHER, tell
from tests.store.work import FOLLOWS, KNOWN, expand

FLOOD = 10_000
_EARLIER = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def flooded(database: Database) -> Database:
    """Give a database in which much happened at one council, and then one thing at another."""
    with database.session(COUNCIL) as session:
        subject = session.chance.uuid()
        session.insert(OutboxEvent, *(_row(session.chance.uuid(), subject) for _ in range(FLOOD)))
    tell(database, OTHER)
    return database


@pytest.mark.promise("P13")
def test_a_flood_of_one_council_keeps_no_event_of_another_waiting(flooded: Database) -> None:
    expand(flooded)

    assert len(_jobs_of(flooded, OTHER)) == 2
    assert len(_jobs_of(flooded, COUNCIL)) == 200


@pytest.mark.promise("P13")
def test_a_flood_of_one_council_keeps_no_job_of_another_waiting(flooded: Database) -> None:
    with flooded.all_councils() as session:
        while jobs.expand(session, {"BinMissed": FOLLOWS["BinMissed"][:1]}, limit=5_000):
            pass

    with flooded.all_councils() as session:
        ready = jobs.publish(session)
    claimed = [jobs.claim(flooded, one.id, known=KNOWN, lease=60) for one in ready[:2]]

    assert OTHER in {one.council for one in claimed if one}
    assert len(ready) == 101


def test_who_has_work_alone_gets_the_whole_turn(flooded: Database) -> None:
    for _ in range(2):
        expand(flooded)

        with flooded.all_councils() as session:
            jobs.publish(session)

    assert len(_jobs_of(flooded, COUNCIL)) == 2 * (100 + 200)


def test_whose_turn_it_is_is_found_by_an_index(flooded: Database) -> None:
    expand(flooded)

    with asked_of(flooded) as asked, flooded.all_councils() as session:
        jobs.expand(session, FOLLOWS)
        jobs.publish(session)

    questions = [(sql, values) for sql, values in asked if sql.startswith(("SELECT", "WITH"))]
    assert len(questions) == 3
    assert not scanned(flooded, questions) & {"jobs", "outbox"}


def _row(id_: UUID, subject: UUID) -> dict[str, object]:
    told = {"name": "BinMissed", "subject": subject, "at": _EARLIER}
    return {"council": COUNCIL, "id": id_, "due_at": _EARLIER, "expanded_at": None, **told}


def _jobs_of(database: Database, council: str) -> list[UUID]:
    with database.reading(council) as session:
        return list(session.sql.scalars(select(Job.id)))
