"""The account: every arrival against its outcome, so that nothing that came in is lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from hub.arrivals.arrival import Arrival, Outcome
from hub.store import AllCouncils, Database


@dataclass(frozen=True, slots=True)
class Unaccounted:
    """Name one arrival that has not ended in the one way it must."""

    council: str
    id: UUID
    channel: str
    external_id: str
    why: str


@dataclass(frozen=True, slots=True)
class Account:
    """Hold the arrivals by (council, channel, outcome), and those unaccounted for."""

    counts: Mapping[tuple[str, str, str], int]
    unaccounted: tuple[Unaccounted, ...]

    @property
    def arrivals(self) -> int:
        """Count all that came in."""
        return sum(self.counts.values())

    @property
    def is_clean(self) -> bool:
        """Say whether every arrival ended as it must."""
        return not self.unaccounted


def account(database: Database) -> Account:
    """Count every council's arrivals, and name those without a fitting outcome."""
    with database.reading_all() as session:
        return Account(_counts(session), (*_unsettled(session), *_without_case(session)))


def _counts(session: AllCouncils) -> dict[tuple[str, str, str], int]:
    outcome = func.coalesce(Arrival.outcome, "none")
    by = (Arrival.council, Arrival.channel, outcome)
    rows = session.sql.execute(select(*by, func.count()).group_by(*by).order_by(*by))
    return {(council, channel, ended): count for council, channel, ended, count in rows}


def _unsettled(session: AllCouncils) -> list[Unaccounted]:
    query = select(Arrival).where(Arrival.outcome.is_(None)).order_by(Arrival.id)
    return [_named(arrival, "no outcome") for arrival in session.sql.scalars(query)]


def _without_case(session: AllCouncils) -> list[Unaccounted]:
    needs_case = Arrival.outcome.in_([Outcome.OPENED.value, Outcome.JOINED.value])
    query = select(Arrival).where(needs_case, Arrival.case_id.is_(None)).order_by(Arrival.id)
    return [
        _named(arrival, f"{arrival.outcome} without a case")
        for arrival in session.sql.scalars(query)
    ]


def _named(arrival: Arrival, why: str) -> Unaccounted:
    return Unaccounted(arrival.council, arrival.id, arrival.channel, arrival.external_id, why)
