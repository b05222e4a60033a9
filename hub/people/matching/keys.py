"""The keys under which people are found: few enough of them share one, and a slip spares another.

A key is a short word for a kind of fact and the fact: the whole phone number, e-mail address,
postcode or day of birth. Of a name there are several, each of one whole word and the first letter
of another, in no order: whatever word was misspelt, one of the keys is still right.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import permutations
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from hub.people.matching.facts import Sought
from hub.people.matching.naming import words_of
from hub.store import Base, CouncilOwned

PHONE, EMAIL, POSTCODE, BORN, NAME = "phone", "email", "postcode", "born", "name"
_LONGEST = 200
_MOST_WORDS = 5


class PersonKey(CouncilOwned, Base):
    """Hold one key of one person; it goes when the person does."""

    __tablename__ = "person_keys"
    __table_args__ = (
        Index("ix_person_keys_resident", "council", "resident_id"),
        ForeignKeyConstraint(
            ["council", "resident_id"],
            ["residents.council", "residents.id"],
            ondelete="CASCADE",
        ),
    )

    key: Mapped[str] = mapped_column(String(_LONGEST), primary_key=True)
    resident_id: Mapped[UUID] = mapped_column(primary_key=True)


def key_of(kind: str, fact: str) -> str:
    """Write a key."""
    return f"{kind}:{fact}"[:_LONGEST]


def keys_of_name(name: str) -> Iterator[str]:
    """Give the keys of a name; a name of one word is found by that word."""
    words = words_of(name)[:_MOST_WORDS]
    pairs = {f"{whole} {other[0]}" for whole, other in permutations(words, 2) if len(whole) > 1}
    yield from (key_of(NAME, pair) for pair in sorted(pairs or set(words)))


def keys_of(
    name: str,
    *,
    phones: Iterable[str] = (),
    emails: Iterable[str] = (),
    postcodes: Iterable[str] = (),
    born: date | None = None,
) -> set[str]:
    """Give all keys of a person: phones in E.164, postcodes as they are shown."""
    return {
        *keys_of_name(name),
        *(key_of(PHONE, phone) for phone in phones),
        *(key_of(EMAIL, email.lower()) for email in emails),
        *(key_of(POSTCODE, postcode) for postcode in postcodes),
        *([key_of(BORN, born.isoformat())] if born else []),
    }


def keys_sought(sought: Sought) -> set[str]:
    """Give the keys of what somebody told so far."""
    return keys_of(
        sought.name,
        phones=[sought.phone.e164] if sought.phone else [],
        emails=[sought.email.shown] if sought.email else [],
        postcodes=[sought.postcode.shown] if sought.postcode else [],
        born=sought.born,
    )
