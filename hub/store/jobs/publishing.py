"""What is due is told to those who work; told again, when nobody took it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select, update

from hub.store.columns import database_now
from hub.store.errors import NotHeld
from hub.store.jobs import taking_turns
from hub.store.jobs.rows import UNFINISHED, Job, State
from hub.store.session import UNSYNCED, AllCouncils

AGAIN_AFTER = 30
"""Seconds after which a job that was published and not taken is published again."""

AGAIN_LATE = 600
"""The same for a queue whose ids still wait to be taken: none was lost, and more would not help."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A job that somebody may take now, and the queue it waits in."""

    id: UUID
    queue: str


def publish(
    session: AllCouncils,
    *,
    limit: int = 200,
    again_after: int = AGAIN_AFTER,
    laden: Collection[str] = (),
    full: Collection[str] = (),
) -> tuple[Ready, ...]:
    """Give the jobs to hand out, and write down that they were; the caller commits, then delivers.

    Should the delivery be lost, they are handed out again after `again_after` seconds: `AGAIN_LATE`
    for the `laden` queues, of which ids still wait. Those that are `full` get none.
    The councils take turns.
    """
    waits = (*due(session), Job.queue.not_in(full), _not_told(again_after, laden))
    councils = taking_turns.councils(session, Job, UNFINISHED[State.OPEN], *waits)
    share = taking_turns.share(limit, councils)
    return taking_turns.in_rounds([_tell(session, each, share, *waits) for each in councils])


def _tell(
    session: AllCouncils, council: str, limit: int, *waits: ColumnElement[bool]
) -> Sequence[Ready]:
    ids = (
        select(Job.id)
        .where(Job.council == council, UNFINISHED[State.OPEN], *waits)
        .order_by(Job.due_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    told = (
        update(Job)
        .where(Job.id.in_(ids))
        .values(published_at=database_now(0))
        .returning(Job.id, Job.queue)
    )
    rows = session.sql.execute(told, execution_options=UNSYNCED)
    return [Ready(row.id, row.queue) for row in rows]


def due(session: AllCouncils) -> tuple[ColumnElement[bool], ...]:
    """Give the conditions under which a job is handed out: its time has come, and it is free."""
    return Job.due_at <= session.now(), *free()


def free() -> tuple[ColumnElement[bool], ...]:
    """Give the conditions under which a job may be had: it is open, and nobody's."""
    is_nobodys = or_(Job.leased_until.is_(None), Job.leased_until <= database_now(0))
    return Job.state == State.OPEN.value, is_nobodys


def free_leases(session: AllCouncils) -> int:
    """Give back every job that was taken or told: for the one process that starts and runs alone.

    Nobody else can be at one, and whoever was told of one is gone.
    """
    begun = or_(Job.leased_until.is_not(None), Job.published_at.is_not(None))
    freed = (
        update(Job)
        .where(Job.state == State.OPEN.value, begun)
        .values(leased_until=None, published_at=None)
        .returning(Job.id)
    )
    return len(session.sql.execute(freed, execution_options=UNSYNCED).all())


def release(session: AllCouncils, job_id: UUID) -> str:
    """Let a held job try again, with all its strikes forgiven; a person decided so.

    :returns: what the job does, by its name.
    :raises NotHeld: if there is no such job, or nobody has to look at it.
    """
    held = update(Job).where(Job.id == job_id, Job.state == State.HELD.value)
    anew = held.values(
        state=State.OPEN.value,
        put_off=Job.attempts,
        leased_until=None,
        published_at=None,
        held_reason=None,
    )
    name: str | None = session.sql.scalar(anew.returning(Job.name), execution_options=UNSYNCED)
    if name is None:
        raise NotHeld(job=str(job_id))
    return name


def _not_told(again_after: int, laden: Collection[str]) -> ColumnElement[bool]:
    is_lost = and_(Job.published_at <= database_now(-again_after), Job.queue.not_in(laden))
    is_late = Job.published_at <= database_now(-AGAIN_LATE)
    return or_(Job.published_at.is_(None), is_lost, is_late)
