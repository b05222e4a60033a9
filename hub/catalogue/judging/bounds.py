"""Between which numbers and which days an answer must lie for its tests to hold."""

from collections.abc import Sequence
from datetime import date

from hub.catalogue.definition import TODAY, Question, Relation, Test

Bounds = tuple[float, float]
_EXACT = {Relation.EQUAL, Relation.ONE_OF}


def of_number(question: Question, tests: Sequence[Test]) -> Bounds:
    """Give the least and the most number that the limits and the tests leave."""
    exact = [[int(value) for value in test.value] for test in tests if test.relation in _EXACT]
    least = _said(tests, Relation.AT_LEAST) + [min(values) for values in exact]
    most = _said(tests, Relation.AT_MOST) + [max(values) for values in exact]
    if question.limits.least is not None:
        least.append(question.limits.least)
    if question.limits.most is not None:
        most.append(question.limits.most)
    return max(least, default=float("-inf")), min(most, default=float("inf"))


def is_sure(test: Test, bounds: Bounds) -> bool:
    """Say whether every number between the bounds fulfils a test."""
    least, most = bounds
    wanted = [int(value) for value in test.value]
    if test.relation is Relation.AT_LEAST:
        return least >= wanted[0]
    if test.relation is Relation.AT_MOST:
        return most <= wanted[0]
    if test.relation is Relation.NOT:
        return not any(least <= value <= most for value in wanted)
    return least == most and least in wanted


def is_no_day_left(question: Question, tests: Sequence[Test]) -> bool:
    """Say whether no day lies between the limits and the tests; `today` is only like itself."""
    after = [(str(test.value[0]), 1) for test in tests if test.relation is Relation.AFTER]
    before = [(str(test.value[0]), 1) for test in tests if test.relation is Relation.BEFORE]
    if question.limits.earliest:
        after.append((question.limits.earliest, 0))
    if question.limits.latest:
        before.append((question.limits.latest, 0))
    return any(
        _days_apart(first, last) < gap + other
        for first, gap in after
        for last, other in before
        if (first == TODAY) is (last == TODAY)
    )


def _days_apart(first: str, last: str) -> int:
    if first == last:
        return 0
    return date.fromisoformat(last).toordinal() - date.fromisoformat(first).toordinal()


def _said(tests: Sequence[Test], relation: Relation) -> list[int]:
    return [int(test.value[0]) for test in tests if test.relation is relation]
