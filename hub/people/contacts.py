"""Contacts: the numbers and addresses by which people can be reached, each with its own opt-out.

A contact nobody has said anything about may be written to; it has no row. Whoever sends anything
out asks here first.
"""

from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column

from hub.staff import Viewer, ViewerKind
from hub.staff.viewer import NotAllowed
from hub.store import Base, CouncilOwned, Session
from hub.values import Channel, EmailAddress, PhoneNumber

Reached: TypeAlias = PhoneNumber | EmailAddress


class ContactState(StrEnum):
    """Say whether a contact may be written to."""

    OPEN = "open"
    OPTED_OUT = "opted_out"
    UNREACHABLE = "unreachable"


class Contact(CouncilOwned, Base):
    """Keep what was last said of a number or address, when, and by which door."""

    __tablename__ = "contacts"

    reached_at: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str]
    door: Mapped[str]
    changed_at: Mapped[datetime]


def contact_state(session: Session, viewer: Viewer, contact: Reached) -> ContactState:
    """Give what holds for a contact now.

    :raises NotAllowed: if a resident asks.
    """
    _demand(viewer)
    kept = select(Contact.state).where(Contact.reached_at == _key(contact))
    state = session.sql.execute(kept).scalar_one_or_none()
    return ContactState(state) if state else ContactState.OPEN


def may_write_to(session: Session, viewer: Viewer, contact: Reached) -> bool:
    """Say whether anything may be sent to a contact.

    :raises NotAllowed: if a resident asks.
    """
    return contact_state(session, viewer, contact) is ContactState.OPEN


def opt_out(session: Session, viewer: Viewer, contact: Reached, *, door: Channel) -> None:
    """Send nothing more to a contact, from now on.

    :raises NotAllowed: if it is not the hub itself or staff that write it down.
    """
    _set(session, viewer, contact, (ContactState.OPTED_OUT, door))


def opt_in(session: Session, viewer: Viewer, contact: Reached, *, door: Channel) -> None:
    """Let a contact be written to again, because its owner said so.

    :raises NotAllowed: as `opt_out` does.
    """
    _set(session, viewer, contact, (ContactState.OPEN, door))


def mark_unreachable(session: Session, viewer: Viewer, contact: Reached, *, door: Channel) -> None:
    """Write down that nothing arrives at a contact; an opt-out stays an opt-out.

    :raises NotAllowed: as `opt_out` does.
    """
    if contact_state(session, viewer, contact) is not ContactState.OPTED_OUT:
        _set(session, viewer, contact, (ContactState.UNREACHABLE, door))


def _set(
    session: Session, viewer: Viewer, contact: Reached, said: tuple[ContactState, Channel]
) -> None:
    _demand(viewer)
    key = {"council": session.council, "reached_at": _key(contact)}
    state, door = said
    now = {"state": state.value, "door": door.value, "changed_at": session.now()}
    if not session.insert_once(Contact, {**key, **now}):
        session.change(Contact, key, now)


def _key(contact: Reached) -> str:
    """Give one name for a contact however it is written: mailboxes differ by capitals nowhere."""
    return str(contact).lower()


def _demand(viewer: Viewer) -> None:
    if viewer.kind is ViewerKind.RESIDENT:
        raise NotAllowed
