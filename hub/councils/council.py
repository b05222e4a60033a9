"""A council as its file describes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from hub.councils.rosters import Roster
from hub.errors import Refused
from hub.values import (
    Duty,
    EmailAddress,
    Language,
    Nation,
    PhoneNumber,
    PostalAddress,
    Text,
    bank_holidays,
)


class UnknownTeam(Refused):
    """Say that the council has no such team."""

    key = "unknown_team"


class LetterProfile(StrEnum):
    """Name the window envelope that the council's letters go into."""

    NOTIFY = "notify"
    DL = "dl"


@dataclass(frozen=True, slots=True)
class Team:
    """Hold a team that answers requests: the areas it serves, all if none is named."""

    id: str
    name: Text
    email: EmailAddress | None = None
    areas: tuple[str, ...] = ()
    capacity: int | None = None  # open cases it can carry at once
    sensitive: bool = False  # nobody but the team itself sees its cases


@dataclass(frozen=True, slots=True)
class Brand:
    """Hold the colours of the pages as CSS hexadecimal colours."""

    primary: str
    accent: str
    on_primary: str


@dataclass(frozen=True, slots=True)
class Bin:
    """Be a bin that is emptied: its word in collections.csv, and what residents call it."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class CollectionHours:
    """Hold by when a bin must be out on its day, and by when the crew has been, by the clock."""

    out_by: time | None = None
    done_by: time | None = None


@dataclass(frozen=True, slots=True)
class SampleStaff:
    """Be somebody made up who may sign in where the hub is tried out: what they sign in with."""

    name: str
    shown: str
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class StaffGroup:
    """Say what the members of one group at the council's own sign-in are for."""

    group: str
    duty: Duty


@dataclass(frozen=True, slots=True)
class PrivacyOffice:
    """Hold how the data protection officer is reached, and where answers are kept.

    UK GDPR, article 13 (1), asks for both.
    """

    email: EmailAddress
    phone: PhoneNumber
    kept_in: Text


@dataclass(frozen=True, slots=True)
class Accessibility:
    """Hold when the accessibility statement was written and the pages tested, and our promise.

    `reply_within` counts working days. `known` are the council's own faults, besides the hub's.
    The accessibility regulations of 2018 ask for all of it (their model statement says how).
    """

    prepared: date
    tested: date
    reply_within: int
    known: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """Hold all that the hub knows of a council; the first language is the one it begins with."""

    id: str
    name: Text
    nation: Nation
    languages: tuple[Language, ...]
    timezone: ZoneInfo
    hosts: tuple[str, ...]
    phone: PhoneNumber
    email: EmailAddress
    address: PostalAddress
    hours: Text
    closures: frozenset[date]
    teams: tuple[Team, ...]
    services: tuple[str, ...]
    brand: Brand
    letter_profile: LetterProfile
    letters_signed_by: Text
    privacy_office: PrivacyOffice
    accessibility: Accessibility
    bins: tuple[Bin, ...] = ()
    collections: CollectionHours = CollectionHours()
    rosters: Mapping[str, Roster] = field(default_factory=dict, hash=False)
    sample_staff: tuple[SampleStaff, ...] = ()
    staff_groups: tuple[StaffGroup, ...] = ()

    @property
    def language(self) -> Language:
        """Give the language to begin with."""
        return self.languages[0]

    def is_closed(self, day: date) -> bool:
        """Say whether nobody comes on a day: a bank holiday, or a closure of our own."""
        return day in self.closures or day in bank_holidays(self.nation, day.year)

    def languages_for(self, known: Language | None) -> tuple[Language, ...]:
        """Give the languages to write in: the one we know, else all the council's, Welsh first.

        Welsh Language Standards: until a person's choice is known they are written to in both, in
        the same layout, the Welsh placed to be read first.
        """
        if known in self.languages:
            return (known,)
        return tuple(sorted(self.languages, key=lambda language: language is not Language.CY))

    def team(self, team_id: str) -> Team:
        """Give one of the council's teams.

        :raises UnknownTeam: if it has no such team, or no longer.
        """
        found = next((team for team in self.teams if team.id == team_id), None)
        if found is None:
            raise UnknownTeam(team=team_id)
        return found
