"""Forgetting work that is done: nobody asks for these rows again, and they would only grow."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, select

from hub.store.jobs.rows import Job, State
from hub.store.outbox import OutboxEvent
from hub.store.session import Session
from hub.values.chance import uuid_at

KEPT = timedelta(days=30)
"""How long a job that is done, and an event whose jobs were made, can still be looked at."""

_UNSEEN = {"synchronize_session": False}


def forget(session: Session, *, before: datetime, most: int = 1000) -> int:
    """Delete the oldest jobs done and events expanded, `most` of each, and count them.

    What was told after `before`, or was not due by then, stays; so does whatever is open or held.
    Ids are in the order of time, and so the oldest are found without an index of their own.
    """
    first = uuid_at(int(before.timestamp() * 1000), bytes(10))
    done = select(Job.id).where(Job.id < first, Job.state == State.DONE.value, Job.due_at < before)
    expanded = select(OutboxEvent.id).where(
        OutboxEvent.id < first, OutboxEvent.expanded_at.is_not(None)
    )
    old_jobs = session.sql.scalars(done.order_by(Job.id).limit(most)).all()
    old_events = session.sql.scalars(expanded.order_by(OutboxEvent.id).limit(most)).all()
    _delete(session, Job, old_jobs)
    _delete(session, OutboxEvent, old_events)
    return len(old_jobs) + len(old_events)


def _delete(session: Session, table: type[Job | OutboxEvent], ids: Sequence[UUID]) -> None:
    if ids:
        session.sql.execute(delete(table).where(table.id.in_(ids)), execution_options=_UNSEEN)
