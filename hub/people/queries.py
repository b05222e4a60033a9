"""What is asked about people."""

from uuid import UUID

from sqlalchemy import select

from hub.errors import Refused
from hub.people.passport import Passport, Way
from hub.people.rows import PassportRow, Resident
from hub.staff import Viewer, ViewerKind
from hub.staff.viewer import NotAllowed
from hub.store import Session
from hub.values import EmailAddress, Language, PhoneNumber, PostalAddress


class UnknownResident(Refused):
    """Say that no such person is kept."""

    key = "unknown_resident"


def passport_of(session: Session, viewer: Viewer, resident_id: UUID) -> tuple[str, Passport]:
    """Give a person's name and passport, to the hub itself and to staff.

    :raises NotAllowed: if a resident asks.
    :raises UnknownResident: if there is none.
    """
    if viewer.kind is ViewerKind.RESIDENT:
        raise NotAllowed
    wanted = (
        select(Resident.name, PassportRow)
        .join(PassportRow, PassportRow.resident_id == Resident.id)
        .where(Resident.id == resident_id, PassportRow.council == Resident.council)
    )
    found = session.sql.execute(wanted).one_or_none()
    if found is None:
        raise UnknownResident
    return found[0], _passport(found[1])


def _passport(kept: PassportRow) -> Passport:
    return Passport(
        way=Way(kept.way),
        language=Language(kept.language) if kept.language else None,
        size=kept.size,
        address=PostalAddress.parse(kept.address) if kept.address else None,
        email=EmailAddress(kept.email) if kept.email else None,
        mobile=PhoneNumber(kept.mobile) if kept.mobile else None,
    )
