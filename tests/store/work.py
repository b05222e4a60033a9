"""Work to be done, and the doing of it, for the tests of jobs."""

from uuid import UUID

from sqlalchemy import select, update

from hub.store import Database, jobs
from hub.store.jobs import Claimed, Follows, Job, Ready, State
from tests.store.events import tell

FOLLOWS = {"BinMissed": (Follows("route_case", "routing"), Follows("acknowledge", "messages"))}
KNOWN = ("route_case", "acknowledge", "seal")


def expand(database: Database) -> int:
    """Make jobs of what happened, and give the count of events."""
    with database.all_councils() as session:
        return jobs.expand(session, FOLLOWS)


def publish(database: Database, again_after: int = 30) -> tuple[Ready, ...]:
    """Give the jobs to hand out."""
    with database.all_councils() as session:
        return jobs.publish(session, again_after=again_after)


def a_job(database: Database) -> UUID:
    """Tell of something, and give the id of one job that follows."""
    tell(database)
    expand(database)
    with database.all_councils() as session:
        query = select(Job.id).where(Job.name == "route_case", Job.state == State.OPEN.value)
        return session.sql.scalars(query).one()


def claim(database: Database, job_id: UUID, lease: int = 60) -> Claimed:
    """Claim a job that is to be had."""
    claimed = jobs.claim(database, job_id, known=KNOWN, lease=lease)
    assert claimed is not None
    return claimed


def job_of(database: Database, job_id: UUID) -> Job:
    """Read a job."""
    with database.reading_all() as session:
        return session.sql.scalars(select(Job).where(Job.id == job_id)).one()


def end_leases(database: Database) -> None:
    """Let the time of every lease run out."""
    with database.all_councils() as session:
        session.sql.execute(update(Job).values(leased_until=None))
