"""What is asked about cases; each answer is filtered for the one who asks."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self
from uuid import UUID

from sqlalchemy import select

from hub.cases import reading
from hub.cases.rows import Answer, Asker, Case, OwedTask
from hub.cases.status import Status
from hub.errors import Refused
from hub.interview import Value
from hub.people import PassportRow
from hub.staff import Viewer
from hub.store import Session
from hub.values import Channel, Language, Postcode, Reference, WrongValue


class UnknownCase(Refused):
    """Say that there is no such case, or none that the asker may know of."""

    key = "unknown_case"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSeen:
    """Hold what a viewer sees of a case; `answer_by` is the council's local day."""

    id: UUID
    reference: Reference
    service: str
    version: str
    status: Status
    channel: Channel
    language: Language
    asked_at: datetime
    answer_by: date
    team: str | None
    route_reason: str | None
    urgent: bool
    fee_pence: int | None
    resident_id: UUID

    @classmethod
    def of(cls, case: Case, resident_id: UUID) -> Self:
        """Take what is seen from the rows."""
        return cls(
            id=case.id,
            reference=Reference(case.reference),
            service=case.service,
            version=case.version,
            status=Status(case.status),
            channel=Channel(case.channel),
            language=Language(case.language),
            asked_at=case.asked_at,
            answer_by=case.answer_by,
            team=case.team,
            route_reason=case.route_reason,
            urgent=case.urgent,
            fee_pence=case.fee_pence,
            resident_id=resident_id,
        )


def seen(session: Session, viewer: Viewer, case_id: UUID) -> CaseSeen:
    """Give a case to one who may see it; that staff saw it is history.

    :raises UnknownCase: if there is none.
    :raises NotAllowed: if it is not the viewer's.
    """
    wanted = (
        select(Case, Asker.resident_id)
        .join(Asker, (Asker.case_id == Case.id) & (Asker.council == Case.council))
        .where(Case.id == case_id)
        .limit(1)
    )
    found = session.sql.execute(wanted).one_or_none()
    if found is None:
        raise UnknownCase
    reading.demand(session, viewer, case_id, team=found[0].team)
    return CaseSeen.of(found[0], found[1])


def read(session: Session, viewer: Viewer, case_id: UUID) -> CaseSeen:
    """Give a case to one who looks at it; that they looked is history, whoever they are.

    :raises UnknownCase: if there is none.
    :raises NotAllowed: if it is not the viewer's.
    """
    case = seen(session, viewer, case_id)
    reading.note(session, viewer, case_id)
    return case


def look_up(session: Session, *, reference: str, fact: str) -> CaseSeen:
    """Give a case to a resident who knows its reference and a second fact.

    The fact is a postcode (of the home, or of the address we write to) or the e-mail address that
    was given when it was asked. That somebody looked is history.

    :raises UnknownCase: if the reference or the fact is wrong; nobody can tell which.
    """
    wanted = (
        select(Case, Asker, PassportRow.address)
        .join(Asker, (Asker.case_id == Case.id) & (Asker.council == Case.council))
        .outerjoin(
            PassportRow,
            (PassportRow.resident_id == Asker.resident_id) & (PassportRow.council == Asker.council),
        )
        .where(Case.reference == _digits(reference))
    )
    told = _fact(fact)
    for case, asker, address in session.sql.execute(wanted):
        kept = (asker.postcode, asker.email, (address or {}).get("postcode"))
        if any(_same(one, told) for one in kept):
            return _read_by_resident(session, case, asker.resident_id)
    raise UnknownCase


def answers_of(session: Session, viewer: Viewer, case_id: UUID) -> Mapping[str, Value]:
    """Give the answers of a case by path, in no order.

    :raises UnknownCase: if there is none.
    :raises NotAllowed: if it is not the viewer's.
    """
    seen(session, viewer, case_id)
    wanted = select(Answer.path, Answer.value).where(Answer.case_id == case_id)
    return dict(session.sql.execute(wanted).all())


def owed_of(session: Session, viewer: Viewer, case_id: UUID) -> tuple[str, ...]:
    """Give the paths of what is still owed for a case.

    :raises UnknownCase: if there is none.
    :raises NotAllowed: if it is not the viewer's.
    """
    seen(session, viewer, case_id)
    wanted = select(OwedTask.path).where(OwedTask.case_id == case_id, OwedTask.settled_at.is_(None))
    return tuple(session.sql.execute(wanted).scalars())


def receipt_of(session: Session, viewer: Viewer, case_id: UUID) -> tuple[Reference, date]:
    """Give a case's reference and promised day.

    :raises UnknownCase: if there is none.
    :raises NotAllowed: if it is not the viewer's.
    """
    wanted = select(Case.reference, Case.answer_by, Case.team).where(Case.id == case_id)
    found = session.sql.execute(wanted).one_or_none()
    if found is None:
        raise UnknownCase
    reading.demand(session, viewer, case_id, team=found.team)
    return Reference(found.reference), found.answer_by


def _read_by_resident(session: Session, case: Case, resident_id: UUID) -> CaseSeen:
    reading.note(session, Viewer.resident(session.council, case.id), case.id)
    return CaseSeen.of(case, resident_id)


def _digits(reference: str) -> str:
    try:
        return Reference.parse(reference).digits
    except WrongValue:
        return ""


def _fact(words: str) -> str:
    try:
        return Postcode.parse(words).shown
    except WrongValue:
        return words.strip().lower()


def _same(kept: str | None, told: str) -> bool:
    return bool(kept) and hmac.compare_digest(_bytes(kept or ""), _bytes(told))


def _bytes(words: str) -> bytes:
    return words.encode("utf-8", "surrogatepass")
