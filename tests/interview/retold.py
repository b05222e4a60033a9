"""What a definition means, told once more and differently: from the answers, path by path.

The interview walks the steps and finds what applies on its way. Here each path there could be is
asked by itself whether it applies; the properties compare the two.
"""

from collections.abc import Iterator, Mapping, Sequence

from hub import interview
from hub.catalogue.definition import (
    TODAY,
    Condition,
    Fact,
    Question,
    Relation,
    Scalar,
    Several,
    Step,
    Stop,
    Test,
)
from hub.interview import Interview, Value
from tests.builders.givens import ASKED_ON


def paths_that_apply(held: Interview) -> set[str]:
    """Give every path whose conditions hold for the answers that apply, stops included."""
    return {path for step in held.service.steps for path in _paths(step, held)}


def _paths(step: Step, held: Interview) -> Iterator[str]:
    if isinstance(step, Fact):
        return  # nobody is asked it: it has no path
    condition = step.when if isinstance(step, Stop) else step.only_if
    if not _holds(condition, held, ""):
        return
    if isinstance(step, Several):
        yield from _round(step, 1, held)
    else:
        yield step.id


def _round(group: Several, n: int, held: Interview) -> Iterator[str]:
    prefix = f"{group.id}.{n}."
    for question in group.questions:
        if _holds(question.only_if, held, prefix):
            yield f"{prefix}{question.id}"
    if n < group.most:
        yield f"{prefix}another"
        if interview.applicable(held).get(f"{prefix}another") is True:
            yield from _round(group, n + 1, held)


def _holds(condition: Condition | None, held: Interview, prefix: str) -> bool:
    if condition is None:
        return True
    return any(
        all(_stands(test, _told(held, test.question, prefix)) for test in tests)
        for tests in condition.any_of
    )


def _told(held: Interview, question: str, prefix: str) -> Value:
    outside = {step.id for step in held.service.steps if isinstance(step, Question)}
    path = question if question in outside else f"{prefix}{question}"
    return interview.applicable(held).get(path)


def _stands(test: Test, told: Value) -> bool:
    if told is None or isinstance(told, Mapping):
        return False
    values = told if isinstance(told, list) else [told]
    wanted = [ASKED_ON.isoformat() if value == TODAY else value for value in test.value]
    return _compare(test.relation, values, wanted)


def _compare(relation: Relation, values: Sequence[Scalar], wanted: Sequence[Scalar]) -> bool:
    match relation:
        case Relation.EQUAL | Relation.ONE_OF:
            return not set(values).isdisjoint(wanted)
        case Relation.NOT:
            return set(values).isdisjoint(wanted)
        case Relation.AT_LEAST:
            return int(values[0]) >= int(wanted[0])
        case Relation.AT_MOST:
            return int(values[0]) <= int(wanted[0])
        case Relation.BEFORE:
            return str(values[0]) < str(wanted[0])
        case Relation.AFTER:
            return str(values[0]) > str(wanted[0])
