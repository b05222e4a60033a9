"""From one version of a service to a newer one: which answers stay, and what is marked as changed.

An answer stays if the question at its place takes it and is of the kind that it was given to: what
was chosen from a list, or said in figures, is no answer in somebody's own words.
"""

from collections.abc import Mapping
from datetime import date

from hub.catalogue.definition import Fact, Kind, Question, Service, Several, Stop
from hub.interview import reading
from hub.interview.answers import UNANSWERED, Answer, Value
from hub.interview.asked import Another, Asked, Round, another
from hub.interview.asking import Asking
from hub.interview.problem import Problem

_OWN_WORDS = frozenset({Kind.WORDS, Kind.STORY})


class Move:
    """Judge answers that were given to an older version of a service, or on an earlier day."""

    def __init__(self, service: Service, before: Service | None, asked_on: date) -> None:
        """Begin; `before` is None where the older version is unknown, or is the same."""
        self.now = places(service)
        self._before = {} if before is None else places(before)
        self._asked_on = asked_on

    def staying(self, answers: Mapping[str, Value]) -> dict[str, Value]:
        """Give the answers that are still valid, as they are kept now."""
        judged = {path: self._judged(path, value) for path, value in answers.items()}
        return {path: value for path, value in judged.items() if value is not UNANSWERED}

    def changed(self, answers: Mapping[str, Value], stay: Mapping[str, Value]) -> frozenset[str]:
        """Give the paths of the answered questions that are others now than they were."""
        return frozenset(
            path
            for path, value in answers.items()
            if path in self.now
            and (self._looks_new(path) if path in stay else self._was_valid(path, value))
        )

    def _judged(self, path: str, value: Value) -> Answer:
        asked = self.now.get(path)
        if asked is None or not self._is_alike(asked, self._before.get(path, asked)):
            return UNANSWERED
        return judge(asked, value, self._asked_on)

    def _is_alike(self, now: Asked, then: Asked) -> bool:
        if not (isinstance(now.question, Question) and isinstance(then.question, Question)):
            return type(now.question) is type(then.question)
        kinds = {now.question.kind, then.question.kind}
        return len(kinds) == 1 or kinds <= _OWN_WORDS

    def _looks_new(self, path: str) -> bool:
        """Say whether a resident would see that it is asked otherwise than it was."""
        then = self._before.get(path)
        return then is not None and _look(self.now[path]) != _look(then)

    def _was_valid(self, path: str, value: Value) -> bool:
        """Say whether today the older version would still take it: then not the day is to blame."""
        if isinstance(self.now[path].question, Stop):
            return False
        then = self._before.get(path)
        return then is None or judge(then, value, self._asked_on) is not UNANSWERED


def judge(asked: Asked, value: Value, asked_on: date) -> Answer:
    """Give a kept answer as this step keeps it, and none if it is no answer to it."""
    step = asked.question
    if isinstance(step, Stop):
        return value if value is True and step.go_on else UNANSWERED
    asking = Asking(asked.path, step, step.short, asked_on)
    try:
        anew = reading.read(reading.write(step, value), asking)
    except Problem:
        return UNANSWERED
    return anew if anew == value or _in_another_order(anew, value) else UNANSWERED


def places(service: Service) -> Mapping[str, Asked]:
    """Give every step that could ever apply, by path."""
    found: dict[str, Asked] = {}
    for step in service.steps:
        if isinstance(step, Several):
            found |= _rounds(step)
        elif not isinstance(step, Fact):
            found[step.id] = Asked(path=step.id, question=step)
    return found


def _rounds(group: Several) -> Mapping[str, Asked]:
    found: dict[str, Asked] = {}
    for n in range(1, group.most + 1):
        round_ = Round(group, n)
        more = (another(group),) if n < group.most else ()
        for question in (*group.questions, *more):
            path = f"{round_.path}.{question.id}"
            found[path] = Asked(path=path, question=question, round=round_)
    return found


def _in_another_order(anew: Value, value: Value) -> bool:
    """Say whether the same was chosen from a list whose order has changed."""
    return isinstance(anew, list) and isinstance(value, list) and set(anew) == set(map(str, value))


def _look(asked: Asked) -> tuple[object, ...]:
    step = asked.question
    if not isinstance(step, Question) or isinstance(step, Another):
        return ()
    return (step.kind, step.ask, step.help, step.options, step.says)
