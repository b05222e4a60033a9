"""What a resident does in an interview: answers, changes an answer, takes a round away."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from hub.catalogue.definition import Several, Stop
from hub.interview import progress, reading
from hub.interview.answers import Given, Value
from hub.interview.asked import ANOTHER, Asked
from hub.interview.asking import Asking
from hub.interview.interview import Interview
from hub.interview.problem import Problem, UnknownQuestion


def answer(interview: Interview, path: str, given: Given) -> Interview:
    """Take an answer, the first or a changed one; all other answers stay.

    Whatever a stranger sends as `given` is judged, also what has not the shape of `Given`.

    :raises Problem: if the answer cannot be taken; its words say what to do.
    :raises UnknownQuestion: if no question that applies stands at `path`.
    """
    asked = progress.step(interview, path)
    value = _read(asked, given, interview)
    return answered_again(interview.having({**interview.answers, path: value}), path)


def answered_again(interview: Interview, path: str) -> Interview:
    """Take the mark off a question that changed: what is said to it now was said to its new form.

    :raises UnknownQuestion: if no question that applies stands at `path`.
    """
    progress.step(interview, path)
    return replace(interview, changed=interview.changed - {path})


def take_back(interview: Interview, path: str) -> Interview:
    """Leave a question without an answer, as if it had not been asked yet; all others stay.

    :raises UnknownQuestion: if no question that applies stands at `path`.
    """
    progress.step(interview, path)
    others = {other: value for other, value in interview.answers.items() if other != path}
    return interview.having(others)


def remove(interview: Interview, group: str, n: int) -> Interview:
    """Take a round away and let the later ones move up; their answers stay.

    Without its only round a group begins again. Rounds that are set aside stay where they are.

    :raises UnknownQuestion: if this round does not apply.
    """
    count = interview.way.rounds.get(group, 0)
    if not 1 <= n <= count:
        raise UnknownQuestion
    kept = dict(_moved_up(interview.answers, group=group, gone=n, last=count))
    marks = dict.fromkeys(interview.changed)
    moved = frozenset(path for path, _ in _moved_up(marks, group=group, gone=n, last=count))
    if count > 1:
        last = f"{group}.{count - 1}.{ANOTHER}"
        kept.pop(last, None)
        if count == _most(interview, group):
            kept[last] = False
        elif (closing := f"{group}.{count}.{ANOTHER}") in interview.answers:
            kept[last] = interview.answers[closing]
    return replace(interview, answers=kept, changed=moved)


def given(asked: Asked) -> Given:
    """Give the answer so far in the shape that a door hands over; None if there is none.

    Given again, it is the same answer: for filling in a page that is asked again.
    """
    if isinstance(asked.question, Stop):
        return "yes" if asked.is_answered else None
    return reading.write(asked.question, asked.value) if asked.is_answered else None


def _read(asked: Asked, given: Given, interview: Interview) -> Value:
    question = asked.question
    if not isinstance(question, Stop):
        asking = Asking(asked.path, question, asked.short, interview.asked_on, interview.facts)
        return reading.read(given, asking)
    if question.go_on and (given is True or given == "yes"):
        return True
    key = "ask_anyway" if question.go_on else "not_eligible"
    raise Problem(asked.path, key, values={"short": asked.short})


def _moved_up(
    answers: Mapping[str, Value], *, group: str, gone: int, last: int
) -> Iterator[tuple[str, Value]]:
    for path, value in answers.items():
        owner, _, rest = path.partition(".")
        n, _, question = rest.partition(".")
        if owner != group or not question or not gone <= int(n) <= last:
            yield path, value
        elif int(n) > gone:
            yield f"{group}.{int(n) - 1}.{question}", value


def _most(interview: Interview, group: str) -> int:
    groups = (step for step in interview.service.steps if isinstance(step, Several))
    return next(step.most for step in groups if step.id == group)
