"""What can be named at a point of a service's file: earlier questions, groups, teams, letters."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from hub.catalogue.definition import Fact, Meaning, Question, Several
from hub.files import Fields, Part

_SNAKE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
OWN_WORDS = frozenset({"another"})  # the question that the hub puts at the end of each round
_HOLDERS = {  # by whether the home is known, and whether this is inside a group
    (False, False): frozenset[str](),
    (False, True): frozenset({"n"}),
    (True, False): frozenset({"home"}),
    (True, True): frozenset({"home", "n"}),
}
TOLD = frozenset({"bin", "last_day", "next_day", "out_by", "done_by"})
OPTION_ID = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Known:
    """Hold what a definition may name outside itself; None means that nobody can say."""

    teams: AbstractSet[str] | None = None
    letters: AbstractSet[str] | None = None


@dataclass(slots=True)
class Scope:
    """Hold what was read so far.

    `earlier` are the questions a condition may name here, `groups` the groups read, `taken` the
    line of every id in use, `written` every id that the file has, earlier or later, `broken` the
    questions with mistakes of their own: who names one makes no second mistake.
    """

    known: Known
    written: AbstractSet[str] = frozenset()
    earlier: dict[str, Question] = field(default_factory=dict)
    groups: dict[str, Several] = field(default_factory=dict)
    taken: dict[str, Part] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    in_group: bool = False
    has_home: bool = False
    fact: Fact | None = None

    @property
    def holders(self) -> frozenset[str]:
        """Give the place-holders that words may have here."""
        return _HOLDERS[self.has_home or bool(self.broken), self.in_group]

    @property
    def help_holders(self) -> frozenset[str]:
        """Give those of a help, which is left out where what it names is not known."""
        return self.holders | (TOLD if self.fact else frozenset())

    def learn(self, fact: Fact) -> None:
        """Let a fact that was read without mistakes be named from here on."""
        self.fact = fact
        self.earlier[fact.id] = fact.compared

    def keep(self, question: Question) -> None:
        """Let a question that was read without mistakes be named from here on."""
        self.earlier[question.id] = question
        self.has_home = self.has_home or question.means is Meaning.HOME

    def take_id(self, fields: Fields, name: str) -> str:
        """Give the id under a key, and mark it if it is ill-formed or taken."""
        part = fields.need(name)
        if part is None:
            return ""
        fitting = identifier(fields, name)
        if fitting in OWN_WORDS:
            what = f"The id “{fitting}” is a word that the hub needs for itself."
            fields.proof.mark(part, what, f"Write another, such as {fitting}_it.")
        elif fitting in self.taken:
            first = self.taken[fitting]
            mended, other = (part, first) if first.file == part.file else (first, part)
            what = f"The id “{fitting}” is taken ({other.file}, line {other.line})."
            fields.proof.mark(mended, what, f"Write another, such as {fitting}_2.")
        self.taken.setdefault(fitting, part)
        return fitting

    def inner(self) -> "Scope":
        """Give the scope inside a group: it sees what is outside, and keeps its own to itself."""
        return replace(self, earlier=dict(self.earlier), in_group=True)


def identifier(fields: Fields, name: str, shape: re.Pattern[str] = _SNAKE) -> str:
    """Give an id of small letters, digits and _; "" after a mistake."""
    part = fields.need(name)
    if part is None:
        return ""
    if part.is_leaf and shape.fullmatch(part.written):
        return part.written
    what = "An id is made of small letters, digits and _, and begins with a letter."
    fields.proof.mark(part, what, f"Write {name}: {_mended(part) or fields.known[name]}.")
    return ""


def _mended(part: Part) -> str:
    mended = re.sub(r"[^a-z0-9]+", "_", part.written.lower()).strip("_") if part.is_leaf else ""
    return mended if _SNAKE.fullmatch(mended) else ""


def ids_of(part: Part) -> Mapping[str, Part]:
    """Give every id that the questions of a file have, groups and what is in them too."""
    found: dict[str, Part] = {}
    for step in part.members or ():
        inner = step.mapping or {}
        for name in ("id", "several", "stop", "fact"):
            if name in inner and inner[name].is_leaf:
                found[inner[name].written] = inner[name]
        if "questions" in inner:
            found |= ids_of(inner["questions"])
    return found
