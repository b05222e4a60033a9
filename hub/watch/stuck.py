"""Whatever is in a state that is not final for longer than its limit, by name."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import select

from hub.arrivals import Arrival
from hub.history import Chain, Entry
from hub.letters import Letter
from hub.messages import Message
from hub.store import AllCouncils, Database, jobs
from hub.store.jobs import Stuck

_MOST = 100
_ARRIVAL = timedelta(minutes=5)
_SEAL = timedelta(minutes=5)
_MESSAGE = timedelta(hours=1)
_LETTER = timedelta(minutes=10)


def stuck(database: Database) -> tuple[Stuck, ...]:
    """Name all that is stuck, at most a hundred of each sort.

    :raises StoreAway: if the database cannot be asked.
    """
    with database.reading_all() as session:
        return (
            *jobs.stuck(session, most=_MOST),
            *_arrivals(session, session.now() - _ARRIVAL),
            *_messages(session, session.now() - _MESSAGE),
            *_letters(session, session.now() - _LETTER),
            *_histories(session, session.now() - _SEAL),
        )


def _arrivals(session: AllCouncils, before: datetime) -> Iterator[Stuck]:
    open_ones = Arrival.outcome.is_(None), Arrival.recorded_at < before
    for row in session.sql.scalars(select(Arrival).where(*open_ones).limit(_MOST)):
        yield Stuck("arrival", row.council, row.id, row.channel, row.recorded_at, "no outcome")


def _messages(session: AllCouncils, before: datetime) -> Iterator[Stuck]:
    wanted = select(Message).where(Message.wanted, Message.wanted_at < before)
    for row in session.sql.scalars(wanted.limit(_MOST)):
        yield Stuck("message", row.council, row.id, row.kind, row.wanted_at, "not sent")


def _letters(session: AllCouncils, before: datetime) -> Iterator[Stuck]:
    unprinted = select(Letter).where(Letter.unprinted, Letter.wanted_at < before)
    for row in session.sql.scalars(unprinted.limit(_MOST)):
        yield Stuck("letter", row.council, row.id, row.kind, row.wanted_at, row.state)


def _histories(session: AllCouncils, before: datetime) -> Iterator[Stuck]:
    unsealed = (
        select(Entry.council, Entry.chain, Entry.kind, Entry.at)
        .join(Chain, (Chain.council == Entry.council) & (Chain.id == Entry.chain))
        .where(
            Chain.number != Chain.sealed_number,
            Entry.number > Chain.sealed_number,
            Entry.at < before,
        )
        .limit(_MOST)
    )
    for council, chain, kind, at in session.sql.execute(unsealed):
        yield Stuck("history", council, chain, kind, at, "not sealed")
