"""Conditions for tests: one written as short as in a file, and any condition there can be."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from hub.catalogue.definition import TODAY, Condition, Kind, Question, Relation, Scalar, Test
from hub.catalogue.judging.contradictions import contradicts
from tests.builders.picking import count, pick, seldom

_EPOCH = date(2010, 1, 1)
_TRIES = 3


def when(question: str, *values: Scalar, relation: Relation = Relation.EQUAL) -> Condition:
    """Build a condition of one test: `when("bin", "garden")`; several values mean one of them."""
    several = relation is Relation.EQUAL and len(values) > 1
    return Condition(((Test(question, Relation.ONE_OF if several else relation, values),),))


def any_condition(draw: st.DrawFn, earlier: Sequence[Question]) -> Condition | None:
    """Draw any condition about questions asked earlier that can hold; None if there is none."""
    known = {question.id: question for question in earlier}
    testable = [question for question in earlier if question.kind in _TESTS]
    alternatives = []
    for _ in range(_TRIES if testable else 0):
        about = {pick(draw, testable).id for _ in range(count(draw, 1, 2))}
        tests = tuple(_TESTS[known[id_].kind](draw, known[id_]) for id_ in sorted(about))
        if not contradicts(tests, known):
            alternatives.append(tests)
            if not seldom(draw):
                break
    return Condition(tuple(alternatives)) if alternatives else None


def _claim(draw: st.DrawFn, question: Question) -> Test:
    relation = pick(draw, (Relation.EQUAL, Relation.NOT))
    return Test(question.id, relation, (pick(draw, (True, False)),))


def _choice(draw: st.DrawFn, question: Question) -> Test:
    ids = tuple(option.id for option in question.options)
    relation = pick(draw, (Relation.EQUAL, Relation.ONE_OF, Relation.NOT))
    most = 1 if relation is Relation.EQUAL else 2
    return Test(question.id, relation, ids[: count(draw, 1, most)])


def _number(draw: st.DrawFn, question: Question) -> Test:
    relation = pick(
        draw,
        (
            Relation.AT_LEAST,
            Relation.AT_MOST,
            Relation.EQUAL,
            Relation.ONE_OF,
            Relation.NOT,
        ),
    )
    least = question.limits.least or 0
    most = 500 if question.limits.most is None else question.limits.most
    return Test(question.id, relation, (count(draw, least, max(least, most)),))


def _day(draw: st.DrawFn, question: Question) -> Test:
    relation = pick(draw, (Relation.BEFORE, Relation.AFTER))
    day = (_EPOCH + timedelta(days=count(draw, 0, 7000))).isoformat()
    return Test(question.id, relation, (pick(draw, (TODAY, day)),))


_TESTS: Mapping[Kind, Callable[[st.DrawFn, Question], Test]] = {
    Kind.YES_NO: _claim,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choice,
    Kind.NUMBER: _number,
    Kind.MONEY: _number,
    Kind.DATE: _day,
}
