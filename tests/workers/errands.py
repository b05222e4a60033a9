"""Jobs for tests: something happened, and one job of a given name follows."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from hub.store import Database, Event, jobs
from hub.store.jobs import Follows, Job

COUNCIL = "aberwen"


@dataclass(frozen=True, slots=True)
class BellRang(Event):
    """Say that somebody rang."""


FOLLOWS = {"BellRang": (Follows("answer_bell", "messages"),)}


def ring(database: Database, times: int = 1, *, council: str = COUNCIL) -> None:
    """Let it happen, so many times, in one commit."""
    with database.session(council) as session:
        for _ in range(times):
            session.tell(BellRang(session.chance.uuid()))


def a_job(database: Database, name: str = "answer_bell") -> UUID:
    """Give the id of a new job of this name."""
    ring(database)
    with database.all_councils() as session:
        jobs.expand(session, {"BellRang": (Follows(name, "messages"),)})
        newest = select(Job.id).order_by(Job.id.desc()).limit(1)
        return session.sql.scalars(newest).one()


def kept(database: Database, job_id: UUID) -> Job:
    """Give the job's row as it is now."""
    with database.reading_all() as session:
        return session.sql.scalars(select(Job).where(Job.id == job_id)).one()


def wait_out(database: Database) -> None:
    """Let every lease and every wait be over."""
    with database.all_councils() as session:
        jobs.free_leases(session)
