"""What is asked about the work: is there any, how old is the oldest, what is stuck."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import exists, func, select

from hub.store.jobs.publishing import due
from hub.store.jobs.rows import STRIKES, UNFINISHED, Job, State
from hub.store.outbox import OutboxEvent
from hub.store.session import AllCouncils

LIMIT = timedelta(minutes=5)
"""How long an event or a job may stay open before it counts as stuck."""


@dataclass(frozen=True, slots=True)
class Stuck:
    """Something that is not final and has been so too long, or waits for a person."""

    what: str
    council: str
    id: UUID
    name: str
    since: datetime
    reason: str


def is_work_waiting(session: AllCouncils, known: Collection[str]) -> bool:
    """Say whether there is a `known` event to expand or a job to be had; it only reads.

    An event of a newer program is left to it, and gives this one nothing to do.
    """
    event = exists().where(OutboxEvent.expanded_at.is_(None), OutboxEvent.name.in_(known))
    job = exists().where(*due(session))
    return bool(session.sql.scalar(select(event | job)))


def oldest_open(session: AllCouncils) -> timedelta | None:
    """Give the age of the oldest event that the relay has not taken yet; None if there is none."""
    oldest = select(func.min(OutboxEvent.at)).where(OutboxEvent.expanded_at.is_(None))
    at = session.sql.scalar(oldest)
    return session.now() - at if at else None


def counts(session: AllCouncils) -> Mapping[tuple[str, str], int]:
    """Count the jobs that are not done, by queue and state."""
    counted = select(Job.queue, func.count()).group_by(Job.queue)
    return {
        (queue, state): count
        for state, condition in UNFINISHED.items()
        for queue, count in session.sql.execute(counted.where(condition))
    }


def stuck(session: AllCouncils, *, limit: timedelta = LIMIT, most: int = 100) -> tuple[Stuck, ...]:
    """Name the events and jobs that are open too long, and the jobs held; `most` of each."""
    before = session.now() - limit
    late = (*_events(session, before, most), *_jobs(session, before, most))
    return (*late, *_held(session, most))


def _events(session: AllCouncils, before: datetime, most: int) -> Iterator[Stuck]:
    query = select(OutboxEvent).where(OutboxEvent.expanded_at.is_(None), OutboxEvent.at < before)
    for event in session.sql.scalars(query.order_by(OutboxEvent.id).limit(most)):
        yield Stuck("event", event.council, event.id, event.name, event.at, "not taken by a relay")


def _jobs(session: AllCouncils, before: datetime, most: int) -> Iterator[Stuck]:
    query = select(Job).where(UNFINISHED[State.OPEN], Job.due_at < before)
    for job in session.sql.scalars(query.order_by(Job.due_at).limit(most)):
        reason = job.held_reason or ("not taken by a worker" if not job.attempts else "not ended")
        yield Stuck("job", job.council, job.id, job.name, job.due_at, reason)


def _held(session: AllCouncils, most: int) -> Iterator[Stuck]:
    query = select(Job).where(UNFINISHED[State.HELD]).order_by(Job.id).limit(most)
    for job in session.sql.scalars(query):
        reason = job.held_reason or f"failed {STRIKES} times"
        yield Stuck("held", job.council, job.id, job.name, job.due_at, reason)
