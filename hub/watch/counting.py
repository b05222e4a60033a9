"""How much there is of everything, for whoever draws the curves."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import TextClause, func, select

from hub.arrivals import Arrival
from hub.letters import Letter
from hub.messages import Message
from hub.store import AllCouncils, Database, jobs

NOT_SETTLED = "none"


@dataclass(frozen=True, slots=True)
class Counts:
    """Hold the counts: by channel and outcome, by queue and state, by state; the age in seconds.

    Of jobs, messages and letters those are counted that are not finished.
    """

    arrivals: Mapping[tuple[str, str], int]
    jobs: Mapping[tuple[str, str], int]
    messages: Mapping[str, int]
    letters: Mapping[str, int]
    oldest_open_event: float


def count(database: Database) -> Counts:
    """Count over all councils.

    :raises StoreAway: if the database cannot be asked.
    """
    with database.reading_all() as session:
        oldest = jobs.oldest_open(session)
        return Counts(
            arrivals=_arrivals(session),
            jobs=jobs.counts(session),
            messages=_by_state(session, Message, Message.wanted),
            letters=_by_state(session, Letter, Letter.unprinted),
            oldest_open_event=oldest.total_seconds() if oldest else 0.0,
        )


def _arrivals(session: AllCouncils) -> Mapping[tuple[str, str], int]:
    by = (Arrival.channel, func.coalesce(Arrival.outcome, NOT_SETTLED))
    rows = session.sql.execute(select(*by, func.count()).group_by(*by))
    return {(channel, outcome): number for channel, outcome, number in rows}


def _by_state(
    session: AllCouncils, table: type[Message | Letter], unfinished: TextClause
) -> Mapping[str, int]:
    counted = select(table.state, func.count()).where(unfinished).group_by(table.state)
    rows = session.sql.execute(counted)
    return {row[0]: row[1] for row in rows}
