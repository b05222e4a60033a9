"""What is asked about cases; each answer is filtered for the one who asks."""

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
from hub.staff import Viewer
from hub.store import Session
from hub.values import Channel, Language, Reference


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
        .order_by(Asker.number)
        .limit(1)
    )
    found = session.sql.execute(wanted).one_or_none()
    if found is None:
        raise UnknownCase
    reading.demand(session, viewer, case_id, team=found[0].team)
    return CaseSeen.of(found[0], found[1])


def with_reference(session: Session, viewer: Viewer, reference: Reference) -> CaseSeen:
    """Give the case under a reference to one who may see it.

    :raises UnknownCase: if there is none.
    :raises NotAllowed: if it is not the viewer's.
    """
    found = session.sql.scalar(select(Case.id).where(Case.reference == reference.digits))
    if found is None:
        raise UnknownCase
    return seen(session, viewer, found)


def joined(session: Session, viewer: Viewer, resident_id: UUID) -> tuple[UUID, int]:
    """Give the case that a resident asked or joined, and as which of its askers.

    :raises UnknownCase: if there is none.
    :raises NotAllowed: if it is not the viewer's.
    """
    wanted = (
        select(Asker.case_id, Asker.number, Case.team)
        .join(Case, (Asker.case_id == Case.id) & (Asker.council == Case.council))
        .where(Asker.resident_id == resident_id)
    )
    found = session.sql.execute(wanted).first()
    if found is None:
        raise UnknownCase
    reading.demand(session, viewer, found.case_id, team=found.team)
    return found.case_id, found.number


def read(session: Session, viewer: Viewer, case_id: UUID) -> CaseSeen:
    """Give a case to one who looks at it; that they looked is history, whoever they are.

    :raises UnknownCase: if there is none.
    :raises NotAllowed: if it is not the viewer's.
    """
    case = seen(session, viewer, case_id)
    reading.note(session, viewer, case_id)
    return case


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
