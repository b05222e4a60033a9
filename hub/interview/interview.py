"""An interview as a value: begun, answered step by step, stored and resumed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from hub.catalogue.definition import Service
from hub.interview.answers import Value
from hub.interview.facts import NO_FACTS, Facts
from hub.interview.walk import Walk, walk


@dataclass(frozen=True)
class Interview:
    """Hold every valid answer ever given; which of them apply is derived.

    `asked_on` is the council's local day of asking: dates are judged by it. `changed` holds the
    paths of the questions that changed since they were answered, until they are answered again.
    `facts` are what the council knows and a question needs, handed in and kept nowhere.
    """

    service: Service
    asked_on: date
    answers: Mapping[str, Value] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()
    facts: Facts = NO_FACTS

    def __repr__(self) -> str:
        """Show which questions are answered and never what was said: this may end up in a log."""
        return f"Interview({self.service.id!r}, {self.asked_on}, {', '.join(self.answers)})"

    @cached_property
    def way(self) -> Walk:
        """Give the steps that apply; gone through once, as nothing here can change."""
        return walk(self.service, answers=self.answers, asked_on=self.asked_on, facts=self.facts)

    def having(self, answers: Mapping[str, Value]) -> "Interview":
        """Give the same interview with other answers."""
        return replace(self, answers=answers)

    def knowing(self, facts: Facts) -> "Interview":
        """Give the same interview with what the council knows."""
        return replace(self, facts=facts)


def begin(service: Service, asked_on: date) -> Interview:
    """Start an interview without answers."""
    return Interview(service, asked_on)
