"""Calling off what nobody needs any more: what it was about is erased."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import bindparam, update

from hub.store.jobs.rows import Job, State
from hub.store.outbox import OutboxEvent
from hub.store.session import UNSYNCED, Session


def call_off(session: Session, subjects: Collection[UUID]) -> None:
    """End what is still to do about these, and let nothing more follow from what happened to them.

    Whoever is at one of these jobs just now loses its lease, and keeps nothing of what it did.
    """
    # Word for word as the indexes say it: else each job that was ever done is read.
    for unfinished in (State.OPEN, State.HELD):
        is_so = Job.state == bindparam(None, unfinished.value, literal_execute=True)
        left = Job.subject.in_(subjects), is_so, Job.every.is_(None)
        ended = update(Job).where(*left).values(state=State.DONE.value, leased_until=None)
        session.sql.execute(ended, execution_options=UNSYNCED)
    open_ = OutboxEvent.subject.in_(subjects), OutboxEvent.expanded_at.is_(None)
    told = update(OutboxEvent).where(*open_).values(expanded_at=session.now())
    session.sql.execute(told, execution_options=UNSYNCED)
