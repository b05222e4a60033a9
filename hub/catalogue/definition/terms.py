"""The terms of a service: its team, deadline, price, signs of danger, keeping."""

from dataclasses import dataclass
from enum import StrEnum

from hub.catalogue.definition.conditions import Condition
from hub.values import Text


class Unit(StrEnum):
    """Name a unit of time as the files write it, in the plural."""

    WORKING_DAYS = "working days"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Deadline:
    """Say within how long the council answers."""

    count: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Period:
    """Say for how long a closed case is kept (never in working days)."""

    count: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Rule:
    """Send a case to a team when its condition holds."""

    when: Condition
    team: str


@dataclass(frozen=True, slots=True)
class Routing:
    """Give the team: the first rule that holds, otherwise `otherwise`."""

    rules: tuple[Rule, ...]
    otherwise: str


@dataclass(frozen=True, slots=True)
class FeeRule:
    """Be a price in pence; `per` names a group whose rounds are counted."""

    pence: int
    say: Text
    when: Condition | None = None
    per: str | None = None


@dataclass(frozen=True, slots=True)
class Fee:
    """Give the price: the first rule that holds applies; none holds, nothing is due."""

    rules: tuple[FeeRule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Danger:
    """Make a case urgent, and tell the resident at once what to do or whom to ring."""

    id: str
    when: Condition
    say: Text
    ring: str | None = None
