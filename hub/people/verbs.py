"""What is done to people."""

from uuid import UUID

from hub.people.passport import Passport
from hub.people.rows import PassportRow, Resident
from hub.staff import Viewer
from hub.store import Session


def add(session: Session, viewer: Viewer, *, name: str, passport: Passport | None) -> UUID:
    """Write down a new person and their passport, and give the person's id.

    Who is asked for and is not answered has told us no passport.
    """
    resident_id, now = session.chance.uuid(), session.now()
    resident = {"council": viewer.council, "id": resident_id, "name": name, "created_at": now}
    session.insert(Resident, resident)
    if passport is None:
        return resident_id
    kept = {
        "council": viewer.council,
        "resident_id": resident_id,
        "way": passport.way.value,
        "language": passport.language and passport.language.value,
        "size": passport.size,
        "address": passport.address and passport.address.parts(),
        "email": passport.email and passport.email.shown,
        "mobile": passport.mobile and passport.mobile.e164,
        "recorded_by": viewer.name,
        "recorded_at": now,
    }
    session.insert(PassportRow, kept)
    return resident_id
