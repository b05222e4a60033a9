"""Conditions that can never hold, and what always holds once they do, as far as one can see.

A question that is itself asked only under a condition brings that condition with it: who tests the
permit number of a brown bin cannot also want the bin to be grey. Each such chain is a *way*: tests
that must all hold together.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product

from hub.catalogue.definition import Condition, Kind, Question, Relation, Scalar, Test
from hub.catalogue.judging import bounds

_MOST_WAYS = 200  # with more ways than this to come to a question nobody can say
_FINITE = {Kind.YES_NO, Kind.DECLARATION, Kind.CHOICE}
_COUNTED = {Kind.NUMBER, Kind.MONEY}

Tests = tuple[Test, ...]
Questions = Mapping[str, Question]


def ways(tests: Tests, questions: Questions) -> list[Tests]:
    """Give every way to fulfil these tests; none at all if no answers could.

    Too many to look at count as one that demands nothing else.
    """
    found = list(islice(_ways(tests, questions, frozenset()), _MOST_WAYS + 1))
    if len(found) > _MOST_WAYS:
        return [()]
    return [way for way in found if not _is_impossible(way, questions)]


def contradicts(tests: Tests, questions: Questions) -> bool:
    """Say whether no answers could make all of these tests hold."""
    return not ways(tests, questions)


def implies(way: Tests, condition: Condition, questions: Questions) -> bool:
    """Say whether a condition holds whenever all tests of a way do."""
    if any(all(_is_sure(test, way, questions) for test in tests) for tests in condition.any_of):
        return True
    named = {test.question for tests in condition.any_of for test in tests} & questions.keys()
    return any(_is_covered(questions[name], way, condition) for name in named)


def _ways(tests: Tests, questions: Questions, seen: frozenset[str]) -> Iterator[Tests]:
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


def _is_impossible(tests: Tests, questions: Questions) -> bool:
    return any(
        _clash(questions[name], _about(tests, name))
        for name in {test.question for test in tests} & questions.keys()
    )


def _about(tests: Tests, name: str) -> Sequence[Test]:
    return [test for test in tests if test.question == name]


def _clash(question: Question, tests: Sequence[Test]) -> bool:
    if question.kind in _FINITE:
        return bool(_values(question)) and not _possible(question, tests)
    if question.kind in _COUNTED:
        least, most = bounds.of_number(question, tests)
        return least > most
    if question.kind is Kind.CHOICES:
        return _cannot_be_ticked(question, tests)
    return question.kind is Kind.DATE and bounds.is_no_day_left(question, tests)


def _values(question: Question) -> list[Scalar]:
    if question.kind is Kind.CHOICE:
        return [option.id for option in question.options]
    return [True] if question.kind is Kind.DECLARATION else [True, False]


def _possible(question: Question, tests: Sequence[Test]) -> list[Scalar]:
    return _left(_values(question), tests)


def _left(values: list[Scalar], tests: Sequence[Test]) -> list[Scalar]:
    for test in tests:
        is_wanted = test.relation is not Relation.NOT
        values = [value for value in values if (value in test.value) is is_wanted]
    return values


def _cannot_be_ticked(question: Question, tests: Sequence[Test]) -> bool:
    barred = {value for test in tests if test.relation is Relation.NOT for value in test.value}
    wanted = [set(test.value) for test in tests if test.relation is not Relation.NOT]
    every = {option.id for option in question.options}
    return any(values <= barred for values in wanted) or bool(every and every <= barred)


def _is_sure(test: Test, way: Tests, questions: Questions) -> bool:
    if test in way:
        return True
    question = questions.get(test.question)
    if question is None or not _is_answered(question, way):
        return False
    about = _about(way, question.id)
    if question.kind in _FINITE:
        possible = _possible(question, about)
        return _left(possible, [test]) == possible
    return question.kind in _COUNTED and bounds.is_sure(test, bounds.of_number(question, about))


def _is_covered(question: Question, way: Tests, condition: Condition) -> bool:
    """Say whether each answer that a way leaves to a question makes the condition hold."""
    if question.kind not in _FINITE or not _is_answered(question, way):
        return False
    alone = [
        tests for tests in condition.any_of if all(test.question == question.id for test in tests)
    ]
    left = set(_possible(question, _about(way, question.id)))
    for tests in alone:
        left.difference_update(_possible(question, tests))
    return not left


def _is_answered(question: Question, way: Tests) -> bool:
    may_be_left_out = question.only_if or question.optional or question.may_be_unknown
    return not may_be_left_out or any(test.question == question.id for test in way)
