"""Forgetting people whom nothing living needs, and the contacts that were theirs alone."""

from collections.abc import Collection, Iterator
from uuid import UUID

from sqlalchemy import delete, func, or_, select

from hub.people.contacts import Contact
from hub.people.rows import PassportRow, Resident
from hub.staff import Viewer, ViewerKind
from hub.staff.viewer import NotAllowed
from hub.store import UNSYNCED, Session


def forget(session: Session, viewer: Viewer, residents: Collection[UUID]) -> None:
    """Erase these people: name, passport, and what is known of a contact that nobody else gave.

    :raises NotAllowed: if it is not the hub itself that forgets.
    """
    if viewer.kind is not ViewerKind.SYSTEM:
        raise NotAllowed
    theirs = select(PassportRow.email, PassportRow.mobile)
    rows = session.sql.execute(theirs.where(PassportRow.resident_id.in_(residents))).all()
    for gone in (
        delete(PassportRow).where(PassportRow.resident_id.in_(residents)),
        delete(Resident).where(Resident.id.in_(residents)),
    ):
        session.sql.execute(gone, execution_options=UNSYNCED)
    forget_contacts(session, viewer, [given for row in rows for given in row if given])


def forget_contacts(session: Session, viewer: Viewer, contacts: Collection[str]) -> None:
    """Erase what is known of numbers and addresses, but of those that a person we know still has.

    :raises NotAllowed: if it is not the hub itself that forgets.
    """
    if viewer.kind is not ViewerKind.SYSTEM:
        raise NotAllowed
    for contact in {given.lower() for given in contacts}:
        _forget_contact(session, contact)


def _forget_contact(session: Session, contact: str) -> None:
    known = session.sql.scalar(select(Contact.state).where(Contact.reached_at == contact))
    if known is None or any(_others(session, contact)):
        return
    gone = delete(Contact).where(Contact.reached_at == contact)
    session.sql.execute(gone, execution_options=UNSYNCED)


def _others(session: Session, contact: str) -> Iterator[UUID]:
    same = or_(func.lower(PassportRow.email) == contact, PassportRow.mobile == contact)
    asked = select(PassportRow.resident_id).where(same).limit(1)
    return iter(session.sql.scalars(asked).all())
