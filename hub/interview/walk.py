"""The way through a service's steps for the answers there are: derived anew, never kept.

What applies follows from the definition and the answers alone, so an answer that no longer applies
is set aside simply by not being on the way, and is there again when the way leads past it. A step
without an answer does not end the walk (a paper form may leave one out): conditions about it just
do not hold. A stop that stands does end it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from hub.catalogue.definition import Kind, Meaning, Question, Scalar, Service, Several, Step, Stop
from hub.interview import conditions
from hub.interview.answers import UNANSWERED, Value, is_real
from hub.interview.asked import Asked, Round, another
from hub.interview.facts import NO_FACTS, Facts


@dataclass(slots=True)
class Walk:
    """Hold what applies: every step in order, by path, and what is known from them.

    `known` is what conditions see, `rounds` how many rounds each group has, `meanings` the answers
    that the hub itself understands.
    """

    places: dict[str, Asked] = field(default_factory=dict)
    known: dict[str, tuple[Scalar, ...]] = field(default_factory=dict)
    rounds: dict[str, int] = field(default_factory=dict)
    meanings: dict[Meaning, Value] = field(default_factory=dict)
    stopped: Stop | None = None


def walk(
    service: Service, *, answers: Mapping[str, Value], asked_on: date, facts: Facts = NO_FACTS
) -> Walk:
    """Go through the steps once and find those that apply."""
    walker = _Walker(answers, asked_on.isoformat(), facts)
    for step in service.steps:
        walker.take(step)
        if walker.way.stopped is not None:
            break
    return walker.way


class _Walker:
    def __init__(self, answers: Mapping[str, Value], today: str, facts: Facts) -> None:
        self.way = Walk()
        self.answers = answers
        self.today = today
        self.facts = facts

    def take(self, step: Step) -> None:
        if isinstance(step, Question):
            self.ask(step)
        elif isinstance(step, Stop):
            self.stop(step)
        elif conditions.holds(step.only_if, self.way.known, self.today):
            self.go_round(step)

    def ask(self, question: Question, round_: Round | None = None) -> None:
        known = self.way.known
        known[question.id] = ()  # what was said in the round before is not known in this one
        if not conditions.holds(question.only_if, known, self.today):
            return
        if question.kind is Kind.BOOKING:
            question = replace(question, options=self.facts.free)
        answer = self.place(question, round_).value
        known[question.id] = conditions.tell(answer)
        if question.means and answer is not UNANSWERED and is_real(answer):
            self.way.meanings.setdefault(question.means, answer)

    def stop(self, stop: Stop) -> None:
        if conditions.holds(stop.when, self.way.known, self.today):
            self.way.stopped = None if self.place(stop).is_answered else stop

    def go_round(self, group: Several) -> None:
        for n in range(1, group.most + 1):
            self.way.rounds[group.id] = n
            round_ = Round(group, n)
            for question in group.questions:
                self.ask(question, round_)
            if n == group.most or self.place(another(group), round_).value is not True:
                return

    def place(self, step: Question | Stop, round_: Round | None = None) -> Asked:
        path = step.id if round_ is None else f"{round_.path}.{step.id}"
        value = self.answers.get(path, UNANSWERED)
        home = self.way.meanings.get(Meaning.HOME)
        asked = Asked(path=path, question=step, value=value, round=round_, home=home)
        self.way.places[path] = asked
        return asked
