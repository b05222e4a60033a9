"""What nobody can ever come to: a question, a price, a rule whose condition cannot hold there.

Conditions are seen with what stands before them: a stop without `go_on` ends the request for those
it stops, and a rule of routing or of a fee only counts where none above it holds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from hub.catalogue.definition import Condition, Fact, Question, Several, Step, Stop
from hub.catalogue.judging.contradictions import Tests, implies, ways
from hub.catalogue.judging.judged import Judged, alternatives, under
from hub.files import Mistake, Part

_ALWAYS = Condition(((),))


def judge(judged: Judged) -> Iterator[Mistake]:
    """Mark each condition that can never hold where it stands."""
    so_far = _SoFar()
    for step, part in judged.steps():
        yield from so_far.step(step, part)
    service = judged.service
    # A sign of danger shows where a stop ends the request.
    at_any_stop = replace(so_far, stops=[], is_closed=False)
    for danger, part in zip(service.dangers, _listed(judged, "urgent"), strict=True):
        yield from at_any_stop.condition(danger.when, under(part, "when"))
    rules = [rule.when for rule in service.routing.rules]
    yield from so_far.rules(rules, _listed(judged, "routing", "rules"))
    prices = [rule.when for rule in service.fee.rules] if service.fee else []
    yield from so_far.rules(prices, _listed(judged, "fee"))


def _listed(judged: Judged, *way: str) -> Sequence[Part]:
    return judged.at(*way).members or ()


@dataclass(slots=True)
class _SoFar:
    """Hold the questions and the stops before a place, and whether the stops let nobody by."""

    questions: dict[str, Question] = field(default_factory=dict)
    stops: list[Stop] = field(default_factory=list)
    is_closed: bool = False

    def step(self, step: Step, part: Part) -> Iterator[Mistake]:
        if isinstance(step, Stop):
            yield from self.condition(step.when, under(part, "when"))
            if not step.go_on:
                self.stops.append(step)
                self.is_closed = self._is_met([()], [stop.when for stop in self.stops])
            return
        if isinstance(step, Fact):
            self.questions[step.id] = step.compared
            return
        yield from self.condition(step.only_if, under(part, "only_if"))
        if isinstance(step, Question):
            self.questions[step.id] = step
        else:
            yield from self.group(step, part)

    def group(self, group: Several, part: Part) -> Iterator[Mistake]:
        inner = replace(self, questions=dict(self.questions))
        written = under(part, "questions").members or ()
        for question, at in zip(group.questions, written, strict=True):
            yield from inner.condition(question.only_if, under(at, "only_if"), group.only_if)
            both = _both(group.only_if or _ALWAYS, question.only_if or _ALWAYS)
            met = None if both == _ALWAYS else both
            inner.questions[question.id] = replace(question, only_if=met)

    def condition(
        self, condition: Condition | None, part: Part, outer: Condition | None = None
    ) -> Iterator[Mistake]:
        """Mark each alternative of a condition that can never hold; `outer` must hold as well."""
        if condition is None and outer is None and not self.is_closed:
            return
        written = [part] if condition is None else alternatives(part)
        asked = condition or _ALWAYS
        for tests, at in zip(asked.any_of, written, strict=True):
            yield from self._one(_both(outer or _ALWAYS, Condition((tests,))), at)

    def rules(self, whens: Sequence[Condition | None], parts: Sequence[Part]) -> Iterator[Mistake]:
        """Mark rules that cannot hold, or never come to be the first that does."""
        above: list[Condition] = []
        for when, part in zip(whens, parts, strict=True):
            found = list(self.condition(when, under(part, "when")))
            yield from found
            if not found and self._is_met(self._ways(when or _ALWAYS), above):
                what = "A rule above holds whenever this one does."
                yield Mistake.at(part, what, "Move it up, take it out, or mend its condition.")
            above += [when] if when else []

    def _one(self, condition: Condition, part: Part) -> Iterator[Mistake]:
        found = self._ways(condition)
        if not found:
            what = "This can never hold: the answers it wants cannot come together."
            yield Mistake.at(part, what, "Take one of its conditions out, or mend it.")
        elif self._is_met(found, [stop.when for stop in self.stops]):
            names = ", ".join(f"“{stop.id}”" for stop in self.stops)
            what = f"Nobody comes here: the request ends before, at {names}."
            yield Mistake.at(
                part, what, "Move it above, mend its condition, or let the stop go_on."
            )

    def _ways(self, condition: Condition) -> list[Tests]:
        return [way for tests in condition.any_of for way in ways(tests, self.questions)]

    def _is_met(self, found: Sequence[Tests], conditions: Sequence[Condition]) -> bool:
        return all(any(implies(way, one, self.questions) for one in conditions) for way in found)


def _both(first: Condition, second: Condition) -> Condition:
    return Condition(tuple((*one, *two) for one in first.any_of for two in second.any_of))
