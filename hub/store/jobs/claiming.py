"""Claiming a job: the first who asks gets it, for the time of a lease."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, or_, update

from hub.store.columns import database_now
from hub.store.database import Database
from hub.store.jobs.publishing import free
from hub.store.jobs.rows import STRIKES, Job, State
from hub.store.session import AllCouncils

_UNSEEN = {"synchronize_session": False}


@dataclass(frozen=True, slots=True)
class Claimed:
    """A job that is ours until its lease ends; the attempt's number proves it."""

    id: UUID
    council: str
    name: str
    subject: UUID
    attempt: int
    strikes: int
    every: int | None


def claim(
    database: Database, job_id: UUID, *, known: Collection[str], lease: int
) -> Claimed | None:
    """Take a job for `lease` seconds, in a transaction of its own; None if it is not to be had.

    Whether it is due was judged by whoever handed it out: a worker's own clock may be slow. Only a
    recurring job is asked again, for its id may come a second time after it was done.
    A job whose name is not `known` is left to a newer worker. One that died silently as often as
    it may is held for a person.
    """
    with database.all_councils() as session:
        claimed = _take(session, job_id, known, lease)
        if claimed is None or claimed.strikes <= STRIKES or claimed.every:
            return claimed
        _hold(session, claimed)
        return None


def _take(session: AllCouncils, job_id: UUID, known: Collection[str], lease: int) -> Claimed | None:
    taken = (
        update(Job)
        .where(Job.id == job_id, Job.name.in_(known), *free(), _is_its_time(session))
        .values(attempts=Job.attempts + 1, leased_until=database_now(lease))
        .returning(Job.council, Job.name, Job.subject, Job.attempts, Job.put_off, Job.every)
    )
    row = session.sql.execute(taken, execution_options=_UNSEEN).one_or_none()
    if row is None:
        return None
    strikes = row.attempts - row.put_off
    return Claimed(job_id, row.council, row.name, row.subject, row.attempts, strikes, row.every)


def _is_its_time(session: AllCouncils) -> ColumnElement[bool]:
    return or_(Job.every.is_(None), Job.due_at <= session.now())


def _hold(session: AllCouncils, claimed: Claimed) -> None:
    reason = f"the work was begun {STRIKES} times and never ended"
    held = update(Job).where(Job.id == claimed.id)
    session.sql.execute(
        held.values(state=State.HELD.value, held_reason=reason, leased_until=None),
        execution_options=_UNSEEN,
    )
