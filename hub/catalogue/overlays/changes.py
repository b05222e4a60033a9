"""One thing that a council changes: what stood there in the library, and what stands there now."""

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

from hub.files import Part, Proof
from hub.store import canonical

_DIGITS = 8


class Verb(StrEnum):
    """Say what becomes of a thing."""

    CHANGED = "changed"
    ADDED = "added"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Change:
    """Hold one change: `name` is "bin.ask", "bin.options.garden", "deadline.answer".

    `at` is where the overlay says so, `where` the place of what was added ("after tag").
    """

    verb: Verb
    name: str
    at: Part
    old: Part | None = None
    new: Part | None = None
    where: str = ""

    @property
    def seen(self) -> str | None:
        """Give a mark of what the library says where this changes it; None if it says nothing."""
        if self.old is None:
            return None
        words = canonical(self.old.plain())
        return hashlib.sha256(words.encode()).hexdigest()[:_DIGITS]


@dataclass(slots=True)
class Changes:
    """Collect the changes of an overlay, and mark two that are about the same thing."""

    proof: Proof
    found: dict[str, Change] = field(default_factory=dict)

    def note(self, change: Change) -> None:
        """Take a change in; what changes nothing is none."""
        if change.old and change.new and change.old.plain() == change.new.plain():
            return
        if first := self.found.get(change.name):
            what = f"“{change.name}” is {first.verb} on line {first.at.line} already."
            self.proof.mark(change.at, what, "Keep one of the two.")
        self.found.setdefault(change.name, change)
