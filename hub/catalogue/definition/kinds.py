"""Kinds of questions, the hints that doors know, and the meanings the hub understands."""

from collections.abc import Mapping
from enum import StrEnum


class Hint(StrEnum):
    """Tell a door how to ask: doors know these and no kinds."""

    WORDS = "words"
    DIGITS = "digits"
    CHOICE = "choice"
    YES_NO = "yes/no"
    DATE = "date"
    ADDRESS = "address"
    PLACE = "place"
    FILE = "file"


class Kind(StrEnum):
    """Say what sort of answer a question wants; the value is the word in the file."""

    YES_NO = "yes/no"
    CHOICE = "choice"
    CHOICES = "choices"
    WORDS = "words"
    STORY = "story"
    DIGITS = "digits"
    PATTERN = "pattern"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    NAME = "name"
    PHONE = "phone"
    EMAIL = "e-mail"
    ADDRESS = "address"
    PLACE = "place"
    FILE = "file"
    DECLARATION = "declaration"
    BOOKING = "booking"

    @property
    def hint(self) -> Hint:
        """Give the way of asking that fits this kind."""
        return _HINTS.get(self, Hint.WORDS)


_HINTS: Mapping[Kind, Hint] = {
    Kind.YES_NO: Hint.YES_NO,
    Kind.DECLARATION: Hint.YES_NO,
    Kind.CHOICE: Hint.CHOICE,
    Kind.CHOICES: Hint.CHOICE,
    Kind.BOOKING: Hint.CHOICE,
    Kind.DIGITS: Hint.DIGITS,
    Kind.NUMBER: Hint.DIGITS,
    Kind.PHONE: Hint.DIGITS,
    Kind.DATE: Hint.DATE,
    Kind.ADDRESS: Hint.ADDRESS,
    Kind.PLACE: Hint.PLACE,
    Kind.FILE: Hint.FILE,
}


class Meaning(StrEnum):
    """Mark the few answers that the hub itself must understand."""

    HOME = "home"
    NAME = "name"
    WAY = "way"
    SIZE = "size"
    SIZE_POINTS = "size_points"
    LANGUAGE = "language"
    WRITE_HERE = "write_here"
    POST_TO = "post_to"
    EMAIL = "e-mail"
    PHONE = "phone"
    MOBILE = "mobile"
    FOR_WHOM = "for_whom"
    PERSON = "person"
    STANDS = "stands"
    AGREED = "agreed"
    GROUND = "ground"
    ORGANISATION = "organisation"
    ANSWER_TO = "answer_to"
    OWN_PHONE = "own_phone"


ON_BEHALF = frozenset(
    {
        Meaning.FOR_WHOM,
        Meaning.PERSON,
        Meaning.STANDS,
        Meaning.AGREED,
        Meaning.GROUND,
        Meaning.ORGANISATION,
        Meaning.ANSWER_TO,
        Meaning.OWN_PHONE,
    }
)
"""The meanings of what is asked of somebody who asks for another."""
