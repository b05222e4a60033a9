"""The way through a service's steps for the answers there are: derived anew, never kept.

What applies follows from the definition and the answers alone, so an answer that no longer applies
is set aside simply by not being on the way, and is there again when the way leads past it. A step
without an answer does not end the walk (a paper form may leave one out): conditions about it just
do not hold. A stop that stands does end it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from hub.catalogue.definition import (
    Due,
    Fact,
    Kind,
    Meaning,
    Question,
    Scalar,
    Service,
    Several,
    Step,
    Stop,
)
from hub.interview import conditions
from hub.interview.answers import UNANSWERED, Value, is_real
from hub.interview.asked import Asked, Round, another
from hub.interview.facts import NO_FACTS, Facts
from hub.values import Text


@dataclass(frozen=True, slots=True)
class Learnt:
    """Be a fact that is known, as a case keeps it, and the path of the step it came after."""

    fact: Fact
    value: Value
    after: str


@dataclass(slots=True)
class Walk:
    """Hold what applies: every step in order, by path, and what is known from them.

    `known` is what conditions see, `rounds` how many rounds each group has, `meanings` the answers
    that the hub itself understands. `learnt` is what nobody was asked, `told` its words.
    """

    places: dict[str, Asked] = field(default_factory=dict)
    known: dict[str, tuple[Scalar, ...]] = field(default_factory=dict)
    rounds: dict[str, int] = field(default_factory=dict)
    meanings: dict[Meaning, Value] = field(default_factory=dict)
    learnt: list[Learnt] = field(default_factory=list)
    told: Mapping[str, Text] = field(default_factory=dict)
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
        self.way = Walk(told=facts.told)
        self.answers = answers
        self.today = today
        self.facts = facts

    def take(self, step: Step) -> None:
        if isinstance(step, Question):
            self.ask(step)
        elif isinstance(step, Stop):
            self.stop(step)
        elif isinstance(step, Fact):
            self.learn(step)
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

    def learn(self, fact: Fact) -> None:
        """Let the file say when the bin was due; a case keeps what it said at the time."""
        found = self.facts.collected.get((self.uprn(fact.address), self.chosen(fact.bin)))
        value = found.kept if found else self.answers.get(fact.id, None)
        due = value.get("due") if isinstance(value, Mapping) else None
        self.way.known[fact.id] = (str(due or Due.UNKNOWN),)
        if found:
            self.way.told = {**self.way.told, **found.said, "bin": self.said(fact.bin)}
        if due:
            self.way.learnt.append(Learnt(fact, value, list(self.way.places)[-1]))

    def uprn(self, path: str) -> str:
        address = self.way.places[path].value if path in self.way.places else None
        return str(address.get("uprn", "")) if isinstance(address, Mapping) else ""

    def chosen(self, path: str) -> str:
        return "".join(map(str, self.way.known.get(path, ())))

    def said(self, choice: str) -> Text:
        asked = self.way.places[choice]
        assert isinstance(asked.question, Question)  # noqa: S101 (a bin is asked for as a choice)
        return next(one.say for one in asked.question.options if one.id == asked.value)

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
        asked = Asked(
            path=path, question=step, value=value, round=round_, home=home, told=self.way.told
        )
        self.way.places[path] = asked
        return asked
