"""What is asked about permits."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from hub import cases
from hub.errors import Refused
from hub.permits.rows import Permit, PermitState
from hub.staff import Viewer
from hub.store import Session


class UnknownPermit(Refused):
    """Say that a case was granted nothing."""

    key = "unknown_permit"


@dataclass(frozen=True, slots=True)
class PermitSeen:
    """Hold what a viewer sees of a permit; the days are the council's own, and it holds on both."""

    number: str
    since: date
    until: date
    state: PermitState

    @property
    def shown(self) -> str:
        """Give the number as it is printed and said: "2026 1234"."""
        return f"{self.number[:4]} {self.number[4:]}"


def of_case(session: Session, viewer: Viewer, case_id: UUID) -> PermitSeen:
    """Give what a case was granted, to one who may see the case.

    :raises UnknownCase: if there is no such case.
    :raises NotAllowed: if it is not the viewer's.
    :raises UnknownPermit: if it was granted nothing.
    """
    cases.seen(session, viewer, case_id)
    found = session.sql.scalars(select(Permit).where(Permit.case_id == case_id)).one_or_none()
    if found is None:
        raise UnknownPermit
    return PermitSeen(found.number, found.since, found.until, PermitState(found.state))
