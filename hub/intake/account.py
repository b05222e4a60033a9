"""The account seen from above: arrivals against outcomes, and outcomes against cases."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select

from hub import arrivals
from hub.arrivals import Account, Arrival, Unaccounted
from hub.cases import Case
from hub.store import AllCouncils, Database

_SAME_CASE = and_(Arrival.council == Case.council, Arrival.case_id == Case.id)


def account(database: Database) -> Account:
    """Count every council's arrivals and name all that does not add up.

    An arrival must have ended in one way; one that opened a case must have it; and every case must
    have come from an arrival.
    """
    counted = arrivals.account(database)
    with database.reading_all() as session:
        strays = (*_arrivals_whose_case_is_gone(session), *_cases_from_nowhere(session))
    return replace(counted, unaccounted=(*counted.unaccounted, *strays))


def _arrivals_whose_case_is_gone(session: AllCouncils) -> list[Unaccounted]:
    there = select(Case.id).where(_SAME_CASE).exists()
    gone: ColumnElement[bool] = Arrival.case_id.is_not(None) & ~there
    return [
        Unaccounted(a.council, a.id, a.channel, a.external_id, "its case is gone")
        for a in session.sql.scalars(select(Arrival).where(gone).order_by(Arrival.id))
    ]


def _cases_from_nowhere(session: AllCouncils) -> list[Unaccounted]:
    there = select(Arrival.id).where(_SAME_CASE).exists()
    columns = (Case.council, Case.id, Case.channel, Case.reference)
    rows = session.sql.execute(select(*columns).where(~there).order_by(Case.id))
    return [_from_nowhere(*row) for row in rows]


def _from_nowhere(council: str, case_id: UUID, channel: str, reference: str) -> Unaccounted:
    return Unaccounted(council, case_id, channel, reference, "a case without an arrival")
