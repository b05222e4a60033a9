"""The steps of a service: questions, groups of questions, stops, facts."""

from dataclasses import dataclass, field
from enum import StrEnum

from hub.catalogue.definition.booking import Booking
from hub.catalogue.definition.conditions import Condition
from hub.catalogue.definition.kinds import Kind, Meaning
from hub.values import Language, Text


@dataclass(frozen=True, slots=True)
class Option:
    """Be one of the answers that a choice offers."""

    id: str
    say: Text
    help: Text | None = None


@dataclass(frozen=True, slots=True)
class YesNo:
    """Be a question's own words for yes and no: Welsh answers each question with its own verb."""

    yes: Text
    no: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bound an answer; what is None is not bounded here.

    `length`, `shortest`, `longest` count characters. `least` and `most` are numbers, for money
    pence. `earliest` and `latest` are ISO dates or `TODAY`. `example` shows a right answer.
    """

    length: int | None = None
    shortest: int | None = None
    longest: int | None = None
    least: int | None = None
    most: int | None = None
    pattern: str | None = None
    example: str | None = None
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Be asked of a resident when its condition holds.

    `short` is what stands before the answer when it is read back. `says` are the words for yes and
    no; without them the hub says its common ones. `owed` means that the answer may follow later (a
    photo cannot be sent by phone). `booking` says which days can be booked; its options are the
    days that are free, which the interview is handed as a fact.
    """

    id: str
    kind: Kind
    ask: Text
    short: Text
    help: Text | None = None
    options: tuple[Option, ...] = ()
    says: YesNo | None = None
    only_if: Condition | None = None
    optional: bool = False
    may_be_unknown: bool = False
    owed: bool = False
    means: Meaning | None = None
    limits: Limits = field(default_factory=Limits)
    booking: Booking | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Several:
    """Ask its questions again and again, up to `most` rounds, the first one always.

    `title` names a round ("Thing {n}"); `another` asks whether there is one more, to be answered in
    the words of `says`.
    """

    id: str
    title: Text
    another: Text
    most: int
    questions: tuple[Question, ...]
    says: YesNo | None = None
    only_if: Condition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Tell a resident that this service is not for them, and what is.

    `anyway` says how to ask all the same; with `go_on` they may do so here and now.
    """

    id: str
    when: Condition
    why: Text
    instead: Text
    anyway: Text
    go_on: bool = False


class Due(StrEnum):
    """Say how the last collection of a bin lies to now: what a condition about it compares."""

    NOT_YET = "not_yet"
    IN_TIME = "in_time"
    TOO_LATE = "too_late"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Be what the council knows by its own file and nobody is asked: when a bin was last due.

    `bin` and `address` are the questions it follows from. Too late is longer ago than `within`
    working days. Where nothing is known of a property the answer to a condition is `unknown`.
    """

    id: str
    bin: str
    address: str
    within: int
    short: Text

    @property
    def compared(self) -> Question:
        """Give it as conditions see it: a choice that always has its answer."""
        options = tuple(Option(due, Text(dict.fromkeys(Language, due.value))) for due in Due)
        return Question(
            id=self.id, kind=Kind.CHOICE, ask=self.short, short=self.short, options=options
        )


Step = Question | Several | Stop | Fact
