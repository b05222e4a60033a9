"""From what happened to what follows: events become jobs, all of them or none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Row, Select, select, update

from hub.store.jobs import taking_turns
from hub.store.jobs.rows import Job, State
from hub.store.outbox import OutboxEvent
from hub.store.session import UNSYNCED, AllCouncils, Session

_RECURRING = UUID("5d1f7a3e-7c86-4b0c-9d0e-3f1b0a6d2c11")
_Told = tuple[UUID, str, str, UUID, datetime | None]
_NEW = {"attempts": 0, "put_off": 0, "state": State.OPEN.value}


@dataclass(frozen=True, slots=True)
class Follows:
    """One line of the table of what follows: a job's name, and the queue it waits in."""

    name: str
    queue: str


def expand(
    session: AllCouncils, follows: Mapping[str, Sequence[Follows]], *, limit: int = 200
) -> int:
    """Make the jobs of the oldest events, and give the count of events; the councils take turns.

    An event that the table does not know stays, for the newer program that does.
    """
    waits = OutboxEvent.name.in_(follows)
    councils = taking_turns.councils(session, OutboxEvent, OutboxEvent.unexpanded, waits)
    share = taking_turns.share(limit, councils)
    oldest = [session.sql.execute(_oldest(each, follows, share)).all() for each in councils]
    events = taking_turns.in_rounds(oldest)
    if events:
        rows = list(_jobs(session, events, follows))
        if rows:
            session.insert(Job, *rows)
        ids = [event.id for event in events]
        session.sql.execute(
            update(OutboxEvent).where(OutboxEvent.id.in_(ids)).values(expanded_at=session.now()),
            execution_options=UNSYNCED,
        )
    return len(events)


def recur(session: Session, *, name: str, queue: str, every: int) -> None:
    """See to it that a job comes again and again for this council, `every` so many seconds."""
    identity = uuid5(_RECURRING, f"{session.council}/{name}")
    row = {
        **_NEW,
        "council": session.council,
        "id": identity,
        "event": identity,
        "name": name,
        "queue": queue,
        "subject": identity,
        "due_at": session.now(),
        "every": every,
    }
    session.insert_once(Job, row)


def _oldest(council: str, follows: Mapping[str, Any], limit: int) -> Select[*_Told]:
    wanted = (OutboxEvent.id, OutboxEvent.council, OutboxEvent.name, OutboxEvent.subject)
    return (
        select(*wanted, OutboxEvent.due_at)
        .where(
            OutboxEvent.council == council, OutboxEvent.unexpanded, OutboxEvent.name.in_(follows)
        )
        .order_by(OutboxEvent.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )


def _jobs(
    session: AllCouncils, events: Sequence[Row[*_Told]], follows: Mapping[str, Sequence[Follows]]
) -> Iterable[dict[str, Any]]:
    for event in events:
        for line in follows[event.name]:
            yield {
                **_NEW,
                "id": session.chance.uuid(),
                "council": event.council,
                "event": event.id,
                "name": line.name,
                "queue": line.queue,
                "subject": event.subject,
                "due_at": event.due_at or session.now(),
            }
