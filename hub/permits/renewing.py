"""Which permit a new one renews: who asks for it tells the number of the one they have."""

from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from hub import cases
from hub.cases import Asker, CaseSeen
from hub.interview import Value
from hub.permits.rows import Permit, PermitState
from hub.staff import Viewer
from hub.store import Session


def renewed(session: Session, viewer: Viewer, case: CaseSeen, *, digits: int) -> list[Permit]:
    """Give the permits of the same service that still hold and that a case names by number.

    Whoever mistypes a number names a stranger's permit, so both cases must have a second fact in
    common. A name is none: two cars of one person are two permits.

    :raises NotAllowed: if the case is not the viewer's.
    """
    answers = cases.answers_of(session, viewer, case.id).values()
    numbers = {number for value in answers if (number := _digits(value, digits))}
    wanted = select(Permit).where(
        Permit.service == case.service,
        Permit.number.in_(numbers),
        Permit.state == PermitState.VALID.value,
        Permit.case_id != case.id,
    )
    found = session.sql.scalars(wanted.with_for_update()).all() if numbers else ()
    return [permit for permit in found if _are_one(session, permit.case_id, case.id)]


def _digits(value: Value, count: int) -> str:
    said = "".join(value.split()) if isinstance(value, str) else ""
    return said if len(said) == count and said.isdecimal() else ""


def _are_one(session: Session, before: UUID, now: UUID) -> bool:
    first, second = aliased(Asker), aliased(Asker)
    same = or_(first.postcode == second.postcode, first.email == second.email)
    wanted = select(first.case_id).where(
        first.case_id == before,
        second.case_id == now,
        first.council == second.council,
        first.number == second.number,
        same,
    )
    return session.sql.execute(wanted).first() is not None
