"""The terms of a service: its team, deadline, price, signs of danger, keeping."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hub.catalogue.definition.conditions import Condition
from hub.values import Text
from hub.values.months import months_later


class Unit(StrEnum):
    """Name a unit of time as the files write it, in the plural."""

    WORKING_DAYS = "working days"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


_DAYS_IN: Mapping[Unit, int] = {Unit.DAYS: 1, Unit.WEEKS: 7, Unit.MONTHS: 30, Unit.YEARS: 365}
_IN_MONTHS: Mapping[Unit, int] = {Unit.MONTHS: 1, Unit.YEARS: 12}


@dataclass(frozen=True, slots=True)
class Deadline:
    """Say within how long the council answers."""

    count: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Period:
    """Be a span of time, never in working days: for how long a closed case is kept."""

    count: int
    unit: Unit

    @property
    def about_days(self) -> int:
        """Give its length in days, a month as 30 and a year as 365: for comparing only."""
        return self.count * _DAYS_IN[self.unit]

    def from_day(self, day: date) -> date:
        """Give the day so much later by the calendar; one that no calendar has is the last."""
        return self._moved(day, self.count)

    def before_day(self, day: date) -> date:
        """Give the day so much earlier by the calendar."""
        return self._moved(day, -self.count)

    def _moved(self, day: date, count: int) -> date:
        try:
            if self.unit in _IN_MONTHS:
                return months_later(day, count * _IN_MONTHS[self.unit])
            return day + timedelta(days=count * _DAYS_IN[self.unit])
        except (ValueError, OverflowError):
            return date.max


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


class PayBy(StrEnum):
    """Name a way to pay. Paying online by card has its place in docs/write-a-service.md only."""

    COUNTER = "counter"
    PHONE = "phone"
    CHEQUE = "cheque"


@dataclass(frozen=True, slots=True)
class Lasting:
    """Say for how long a permit or a subscription holds, and how long before its end we remind."""

    holds: Period
    remind: Period


class Basis(StrEnum):
    """Name what makes it lawful to use the answers: UK GDPR, article 6 (1) e, c, b, a and d."""

    PUBLIC_TASK = "public task"
    LEGAL_DUTY = "legal duty"
    CONTRACT = "contract"
    CONSENT = "consent"
    VITAL_INTERESTS = "vital interests"


@dataclass(frozen=True, slots=True, kw_only=True)
class Privacy:
    """Say why the answers are kept and who else is given them, for the privacy notice.

    UK GDPR, article 13, asks for both, for the lawful `basis`, and for how long they are kept
    (`Service`). `law` names the law behind the basis. With `is_sensitive` some answers are of the
    special categories of article 9, such as health.
    """

    why: Text
    given_to: tuple[Text, ...] = ()
    basis: Basis = Basis.PUBLIC_TASK
    law: Text | None = None
    is_sensitive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Danger:
    """Make a case urgent, and tell the resident at once what to do or whom to ring."""

    id: str
    when: Condition
    say: Text
    ring: str | None = None
