"""One question as it is being answered: what a reader needs to judge what was given."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hub.catalogue.definition import Limits, Question
from hub.interview.facts import NO_FACTS, Facts
from hub.interview.problem import Filling, Problem
from hub.values import Text


@dataclass(frozen=True, slots=True)
class Asking:
    """Tell a reader the question, where it stands, the day it is asked, and what is known."""

    path: str
    question: Question
    short: Text
    asked_on: date
    facts: Facts = NO_FACTS

    @property
    def limits(self) -> Limits:
        """Give the bounds of the answer."""
        return self.question.limits

    def problem(self, key: str, *, part: str | None = None, **values: Filling) -> Problem:
        """Make the problem to raise about this question."""
        filling: Mapping[str, Filling] = {"short": self.short, **values}
        return Problem(self.path, key, values=filling, part=part)
