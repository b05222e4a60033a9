"""What is known of a person, and what is told of somebody who is sought."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from hub.values import EmailAddress, PhoneNumber, Postcode


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Hold what somebody told so far, as it is typed: any of it may still be missing."""

    name: str = ""
    postcode: Postcode | None = None
    born: date | None = None
    phone: PhoneNumber | None = None
    email: EmailAddress | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Hold what is known of one person: every postcode, number and address they ever gave."""

    resident_id: UUID
    name: str = field(repr=False)
    postcodes: frozenset[str] = field(default=frozenset(), repr=False)
    phones: frozenset[str] = field(default=frozenset(), repr=False)
    emails: frozenset[str] = field(default=frozenset(), repr=False)
    born: frozenset[date] = field(default=frozenset(), repr=False)
