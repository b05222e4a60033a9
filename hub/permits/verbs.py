"""What is done to permits: granted, minded day by day."""

from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, select

from hub import cases, catalogue, history
from hub.cases import CaseSeen
from hub.catalogue.definition import Lasting
from hub.councils import Council
from hub.errors import Refused, TryAgain
from hub.permits.events import PermitEnding, PermitGranted
from hub.permits.lasting import last_day, reminder_day
from hub.permits.queries import PermitSeen, of_case
from hub.permits.renewing import renewed
from hub.permits.rows import Permit, PermitState
from hub.staff import Viewer
from hub.store import Session

_DIGITS = 8  # as a sticker has room for, and as a resident can read out
_MOST_DRAWS = 20


class NotLasting(Refused):
    """Refuse to grant what has no end: the service says nothing of how long it lasts."""

    key = "not_lasting"


class NoNumberLeft(TryAgain):
    """Say that chance drew only numbers that are other permits'."""

    key = "no_number_left"


def grant(session: Session, viewer: Viewer, case_id: UUID, *, council: Council) -> PermitSeen:
    """Grant what a case asked for, from today on; granted again it is the same permit.

    :raises UnknownCase: if there is no such case.
    :raises NotAllowed: if the viewer may not work on it.
    :raises NotLasting: if the service grants nothing for a time.
    """
    case = cases.seen(session, viewer, case_id)
    viewer.demand_work(case_id, case.team)
    lasting = catalogue.of_version(session, case.version).lasting
    if lasting is None:
        raise NotLasting(service=case.service)
    today = session.now().astimezone(council.timezone).date()
    if _write(session, case, lasting, today):
        session.tell(PermitGranted(case_id))
        permit = of_case(session, viewer, case_id)
        facts = {"number": permit.number, "until": permit.until.isoformat()}
        _remember(session, viewer, case_id, kind="PermitGranted", facts=facts)
        _renew(session, viewer, case)
    return of_case(session, viewer, case_id)


def mind(session: Session, viewer: Viewer, *, council: Council, most: int = 200) -> int:
    """Remind the holders whose permits end soon, and let those expire that have ended.

    Each is marked in the commit that wants its reminder, so nobody is reminded twice, however often
    this runs and wherever the clock goes. What ended while nobody minded is not reminded of any
    more, nor whoever has renewed it. Gives how many were minded.
    """
    today = session.now().astimezone(council.timezone).date()
    ended = _taken(session, Permit.until < today, most=most)
    for permit in ended:
        permit.state, permit.expired_at = PermitState.EXPIRED.value, session.now()
        _remember(session, viewer, permit.case_id, kind="PermitExpired", facts=_number(permit))
    is_due = (Permit.remind_on <= today) & Permit.reminded_at.is_(None) & (Permit.until >= today)
    is_due &= Permit.renewed_by.is_(None)
    ending = _taken(session, is_due, most=most)
    for permit in ending:
        permit.reminded_at = session.now()
        session.tell(PermitEnding(permit.case_id))
        _remember(session, viewer, permit.case_id, kind="PermitEnding", facts=_number(permit))
    session.sql.flush()
    return len(ended) + len(ending)


def _write(session: Session, case: CaseSeen, lasting: Lasting, today: date) -> bool:
    """Write the permit under a number of its own; False if the case has one already."""
    until = last_day(lasting, since=today)
    row = {
        "council": session.council,
        "case_id": case.id,
        "service": case.service,
        "resident_id": case.resident_id,
        "since": today,
        "until": until,
        "remind_on": reminder_day(lasting, until=until),
        "state": PermitState.VALID.value,
        "granted_at": session.now(),
    }
    for _ in range(_MOST_DRAWS):
        own = {"id": session.chance.uuid(), "number": session.chance.digits(_DIGITS)}
        if session.insert_once(Permit, {**row, **own}):
            return True
        if session.sql.scalar(select(Permit.id).where(Permit.case_id == case.id)):
            return False
    raise NoNumberLeft


def _renew(session: Session, viewer: Viewer, case: CaseSeen) -> None:
    """Mark the permits that this one follows: nobody is told that they end."""
    for permit in renewed(session, viewer, case, digits=_DIGITS):
        permit.renewed_by = case.id
        _remember(session, viewer, permit.case_id, kind="PermitRenewed", facts=_number(permit))
    session.sql.flush()


def _taken(session: Session, claim: ColumnElement[bool], *, most: int) -> list[Permit]:
    wanted = (
        select(Permit)
        .where(Permit.state == PermitState.VALID.value, claim)
        .order_by(Permit.until)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    return list(session.sql.scalars(wanted))


def _number(permit: Permit) -> dict[str, str]:
    return {"number": permit.number, "until": permit.until.isoformat()}


def _remember(
    session: Session, viewer: Viewer, case_id: UUID, *, kind: str, facts: dict[str, str]
) -> None:
    history.append(session, chain=case_id, kind=kind, actor=viewer.name, facts=facts, text={})
