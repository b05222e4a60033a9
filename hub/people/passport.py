"""The communication passport: how a person can be reached and in what form they can read.

Kept once and obeyed by everything that goes out (Equality Act 2010, sections 20 and 29).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from hub import interview
from hub.catalogue.definition import Meaning
from hub.interview import Interview, Value
from hub.values import (
    LARGEST_SIZE,
    SMALLEST_SIZE,
    EmailAddress,
    Language,
    PhoneNumber,
    PostalAddress,
)

ORDINARY_SIZE = 14
_LARGE = 16
_VERY_LARGE = 20
_OTHER_SIZE = "other"


class Way(StrEnum):
    """Name the way an answer goes to a person; at the counter they collect a letter."""

    LETTER = "letter"
    EMAIL = "e-mail"
    TEXT = "text"
    COUNTER = "counter"


class Print(StrEnum):
    """Name a size of print as people do."""

    ORDINARY = "ordinary"
    LARGE = "large"
    VERY_LARGE = "very_large"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passport:
    """Hold how to answer one person.

    `language` is None until it is known; then a Welsh-speaking council writes in both. `size` is
    in points. `address` is None for somebody without one: their letters wait at the counter.
    """

    way: Way = Way.LETTER
    language: Language | None = None
    size: int = ORDINARY_SIZE
    address: PostalAddress | None = None
    email: EmailAddress | None = None
    mobile: PhoneNumber | None = None

    @property
    def print(self) -> Print:
        """Give the size in a word: large from 16 points, very large from 20."""
        if self.size < _LARGE:
            return Print.ORDINARY
        return Print.LARGE if self.size < _VERY_LARGE else Print.VERY_LARGE

    @classmethod
    def of(cls, asked: Interview) -> Self:
        """Take the passport from what a person answered about themselves."""
        email = _words(interview.meant(asked, Meaning.EMAIL))
        mobile = _words(interview.meant(asked, Meaning.MOBILE))
        way = _words(interview.meant(asked, Meaning.WAY))
        language = _words(interview.meant(asked, Meaning.LANGUAGE))
        return cls(
            way=Way(way) if way else Way.LETTER,
            language=Language(language) if language in set(Language) else None,
            size=_size(asked),
            address=None if way == Way.COUNTER else _address(asked),
            email=EmailAddress(email) if email else None,
            mobile=PhoneNumber(mobile) if mobile else None,
        )


def _words(value: Value) -> str:
    return value if isinstance(value, str) else ""


def _size(asked: Interview) -> int:
    chosen = _words(interview.meant(asked, Meaning.SIZE))
    points = interview.meant(asked, Meaning.SIZE_POINTS) if chosen == _OTHER_SIZE else chosen
    size = int(points) if isinstance(points, int | str) and points else ORDINARY_SIZE
    return min(max(size, SMALLEST_SIZE), LARGEST_SIZE)


def _address(asked: Interview) -> PostalAddress | None:
    here = interview.meant(asked, Meaning.WRITE_HERE)
    other = interview.meant(asked, Meaning.POST_TO)
    home = interview.meant(asked, Meaning.HOME)
    given = home if here is True or other is None else other
    return PostalAddress.parse(_parts(given)) if isinstance(given, dict) else None


def _parts(given: dict[str, str | float]) -> dict[str, str]:
    return {name: str(words) for name, words in given.items()}
