"""Which way reaches a person now, and the letter that says what a message to them should have."""

from collections.abc import Mapping
from uuid import UUID

from hub import cases, people
from hub.errors import Refused
from hub.messages.events import (
    EndingLetterWanted,
    GrantLetterWanted,
    JoinerLetterWanted,
    LetterWanted,
)
from hub.messages.rows import Message, MessageKind
from hub.people import Passport, Way
from hub.staff import Viewer
from hub.store import Event, Session

_LETTERS: Mapping[MessageKind, type[Event]] = {
    MessageKind.RECEIVED: LetterWanted,
    MessageKind.GRANTED: GrantLetterWanted,
    MessageKind.ENDING: EndingLetterWanted,
}
"""The letter about a case that says what a message to its first asker says."""


class NobodyReached(Refused):
    """Say that a resident cannot be reached in any way we know: a person must find one."""

    key = "nobody_reached"


def way_to(session: Session, viewer: Viewer, passport: Passport) -> Way:
    """Give the way a person chose if they can be reached by it and want to be, else a letter.

    :raises NobodyReached: if a letter would not reach them either.
    """
    contact = {Way.EMAIL: passport.email, Way.TEXT: passport.mobile}.get(passport.way)
    if contact is not None and people.may_write_to(session, viewer, contact):
        return passport.way
    if not letter_reaches(passport):
        raise NobodyReached
    return Way.LETTER


def letter_reaches(passport: Passport) -> bool:
    """Tell whether a letter comes to a person: without an address it waits at a counter.

    Who chose e-mail or texts was told of no counter, and would never come for it.
    """
    return passport.address is not None or passport.way not in {Way.EMAIL, Way.TEXT}


def passport_for(session: Session, viewer: Viewer, message: Message) -> Passport:
    """Give the passport of the resident whom a message is for."""
    whose = message.joiner or cases.seen(session, viewer, message.case_id).resident_id
    _, passport = people.passport_of(session, viewer, whose)
    return passport


def letter_instead(message: Message) -> Event | None:
    """Tell that a letter is wanted instead of a message; None where no letter can say it."""
    return letter_of(MessageKind(message.kind), message.case_id, joiner=message.joiner)


def letter_of(kind: MessageKind, case_id: UUID, *, joiner: UUID | None = None) -> Event | None:
    """Tell that a letter of this kind is wanted; None where no letter says what it says."""
    if kind is MessageKind.JOINED:
        return JoinerLetterWanted(joiner) if joiner else None
    letter = _LETTERS.get(kind)
    return letter(case_id) if letter else None
