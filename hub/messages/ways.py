"""Which way reaches a person now, and the letter that says what a message to them should have."""

from collections.abc import Mapping
from uuid import UUID

from hub import people
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

LETTERS: Mapping[MessageKind, type[Event]] = {
    MessageKind.RECEIVED: LetterWanted,
    MessageKind.GRANTED: GrantLetterWanted,
    MessageKind.ENDING: EndingLetterWanted,
}
"""The letter about a case that says what a message to its first asker says."""


def way_to(session: Session, viewer: Viewer, passport: Passport) -> Way:
    """Give the way a person chose, if they can be reached by it and still want to be."""
    contact = {Way.EMAIL: passport.email, Way.TEXT: passport.mobile}.get(passport.way)
    if contact is None or not people.may_write_to(session, viewer, contact):
        return Way.LETTER
    return passport.way


def letter_instead(message: Message) -> Event | None:
    """Tell that a letter is wanted instead of a message; None where no letter can say it."""
    kind = MessageKind(message.kind)
    if kind is MessageKind.JOINED:
        return JoinerLetterWanted(UUID(message.about))
    letter = LETTERS.get(kind)
    return letter(message.case_id) if letter else None
