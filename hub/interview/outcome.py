"""What an interview comes to: the answers of the case, what is owed, the fee, the dangers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hub.catalogue.definition import ON_BEHALF, Condition, Danger, FeeRule, Kind, Meaning, Question
from hub.interview import conditions
from hub.interview.answers import OWED, UNANSWERED, Value
from hub.interview.interview import Interview
from hub.values import Text

_NOT_ABOUT_YOU = frozenset({None, Meaning.PHONE, *ON_BEHALF})


@dataclass(frozen=True, slots=True)
class FeeDue:
    """Be what the resident owes the council, in pence, and the words for it."""

    pence: int
    say: Text


def applicable(interview: Interview) -> dict[str, Value]:
    """Give the answers that apply, by path in order, and what was learnt: what reaches the case."""
    answers = {
        path: asked.value
        for path, asked in interview.way.places.items()
        if asked.value is not UNANSWERED
    }
    return answers | {one.fact.id: one.value for one in interview.way.learnt}


def owed(interview: Interview) -> tuple[str, ...]:
    """Give the paths of the answers that are to follow later."""
    return tuple(path for path, value in applicable(interview).items() if value == OWED)


def documents(answers: Mapping[str, Value]) -> tuple[tuple[str, str], ...]:
    """Give every document that answers name: the path of its question, and its hash."""
    found: list[tuple[str, str]] = []
    for path, value in answers.items():
        sent = value.get("documents") if isinstance(value, Mapping) else None
        found += [(path, sha256) for sha256 in sent] if isinstance(sent, list) else []
    return tuple(found)


def meant(interview: Interview, meaning: Meaning) -> Value:
    """Give the answer that the hub understands as `meaning`; None if it was not told."""
    return interview.way.meanings.get(meaning)


def place(interview: Interview) -> Mapping[str, str | float] | None:
    """Give where it is: the first answer that is a place, in its parts; None if none was told."""
    for asked in interview.way.places.values():
        is_place = isinstance(asked.question, Question) and asked.question.kind is Kind.PLACE
        if is_place and isinstance(asked.value, Mapping) and "words" in asked.value:
            parts = asked.value.items()
            return {part: said for part, said in parts if isinstance(said, str | float)}
    return None


def about_you(interview: Interview) -> Interview:
    """Ask only who somebody is and how to answer them; what else they answered is kept aside.

    A phone number is asked to help with the matter itself, which is somebody else's here. Who joins
    a request joins it for themselves.
    """
    asked = [
        step
        for step in interview.service.steps
        if isinstance(step, Question) and step.means not in _NOT_ABOUT_YOU
    ]
    service = replace(interview.service, steps=tuple(asked), dangers=(), fee=None)
    return Interview(service, interview.asked_on, interview.answers)


def holds(interview: Interview, condition: Condition | None) -> bool:
    """Say whether a condition of the definition (of a route, a fee) holds."""
    return conditions.holds(condition, interview.way.known, interview.asked_on.isoformat())


def dangers(interview: Interview) -> tuple[Danger, ...]:
    """Give the signs of danger that show in the answers."""
    return tuple(danger for danger in interview.service.dangers if holds(interview, danger.when))


def fee(interview: Interview) -> FeeDue | None:
    """Give the fee by the first rule that holds, once per round where it says so."""
    rules = interview.service.fee.rules if interview.service.fee else ()
    rule = next((rule for rule in rules if holds(interview, rule.when)), None)
    return None if rule is None else FeeDue(rule.pence * _times(interview, rule), rule.say)


def _times(interview: Interview, rule: FeeRule) -> int:
    return 1 if rule.per is None else interview.way.rounds.get(rule.per, 0)
