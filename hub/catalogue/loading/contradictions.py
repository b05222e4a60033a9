"""Conditions that can never hold, as far as one sees at a glance.

A question that is itself asked only under a condition brings that condition with it: who tests the
permit number of a brown bin cannot also want the bin to be grey.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product

from hub.catalogue.definition import Kind, Question, Relation, Scalar, Test

_MOST_WAYS = 200  # with more ways than this to come to a question nobody can say
_FINITE = {Kind.YES_NO, Kind.DECLARATION, Kind.CHOICE}
_COUNTED = {Kind.NUMBER, Kind.MONEY}

_Tests = tuple[Test, ...]


def contradicts(tests: _Tests, questions: Mapping[str, Question]) -> bool:
    """Say whether no answers could make all of these tests hold."""
    ways = list(islice(_ways(tests, questions, frozenset()), _MOST_WAYS + 1))
    return len(ways) <= _MOST_WAYS and all(_is_impossible(way, questions) for way in ways)


def _ways(
    tests: _Tests, questions: Mapping[str, Question], seen: frozenset[str]
) -> Iterator[_Tests]:
    named = {test.question for test in tests} - seen
    conditions = [questions[name].only_if for name in sorted(named) if name in questions]
    needed = [condition.any_of for condition in conditions if condition]
    if not needed:
        yield tests
        return
    for choice in product(*needed):
        brought = tuple(test for alternative in choice for test in alternative)
        for way in _ways(brought, questions, seen | named):
            yield tests + way


def _is_impossible(tests: _Tests, questions: Mapping[str, Question]) -> bool:
    return any(
        _clash(questions[name], [test for test in tests if test.question == name])
        for name in {test.question for test in tests} & questions.keys()
    )


def _clash(question: Question, tests: Sequence[Test]) -> bool:
    if question.kind in _FINITE:
        values = _values(question)
        return bool(values) and not any(all(_fits(v, test) for test in tests) for v in values)
    if question.kind in _COUNTED:
        return _bound(question, tests, Relation.AT_LEAST) > _bound(
            question, tests, Relation.AT_MOST
        )
    return False


def _values(question: Question) -> list[Scalar]:
    if question.kind is Kind.CHOICE:
        return [option.id for option in question.options]
    return [True] if question.kind is Kind.DECLARATION else [True, False]


def _fits(value: Scalar, test: Test) -> bool:
    return (value in test.value) is (test.relation is not Relation.NOT)


def _bound(question: Question, tests: Sequence[Test], side: Relation) -> float:
    values = [int(test.value[0]) for test in tests if test.relation is side]
    exact = [test.value for test in tests if test.relation in {Relation.EQUAL, Relation.ONE_OF}]
    if side is Relation.AT_LEAST:
        values += [min(map(int, some)) for some in exact]
        least = question.limits.least
        return max(values + ([least] if least is not None else []), default=float("-inf"))
    values += [max(map(int, some)) for some in exact]
    most = question.limits.most
    return min(values + ([most] if most is not None else []), default=float("inf"))
