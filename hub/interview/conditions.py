"""Whether a condition holds, given what is known so far.

A test about a question that was not asked, was left out, is unknown or is still to follow does not
hold, whatever its relation: "not garden" needs a bin that is not the garden bin.
"""

from collections.abc import Callable, Mapping

from hub.catalogue.definition import TODAY, Condition, Relation, Scalar, Test
from hub.interview.answers import Answer

Known = Mapping[str, tuple[Scalar, ...]]  # question's id → what was answered; several if ticked
Said = tuple[Scalar, ...]


def holds(condition: Condition | None, known: Known, today: str) -> bool:
    """Say whether a condition holds; no condition always does.

    `today` is the day asked as an ISO date, for tests against `TODAY`.
    """
    if condition is None:
        return True
    return any(all(_stands(test, known, today) for test in tests) for tests in condition.any_of)


def tell(answer: Answer) -> Said:
    """Give what a test can compare: the value, or each value ticked, or nothing."""
    if isinstance(answer, bool | int | str):
        return (answer,)
    return tuple(answer) if isinstance(answer, list) else ()


def _stands(test: Test, known: Known, today: str) -> bool:
    said = known.get(test.question, ())
    return bool(said) and _RELATIONS[test.relation](said, _dated(test, today))


def _dated(test: Test, today: str) -> Said:
    if test.relation in (Relation.BEFORE, Relation.AFTER):
        return tuple(today if value == TODAY else value for value in test.value)
    return test.value


def _is_any(said: Said, wanted: Said) -> bool:
    return any(one in wanted for one in said)


def _is_none(said: Said, wanted: Said) -> bool:
    return not _is_any(said, wanted)


def _is_at_least(said: Said, wanted: Said) -> bool:
    return any(_number(one) >= _number(wanted[0]) for one in said)


def _is_at_most(said: Said, wanted: Said) -> bool:
    return any(_number(one) <= _number(wanted[0]) for one in said)


def _is_before(said: Said, wanted: Said) -> bool:
    return any(str(one) < str(wanted[0]) for one in said)


def _is_after(said: Said, wanted: Said) -> bool:
    return any(str(one) > str(wanted[0]) for one in said)


def _number(scalar: Scalar) -> int:
    return int(scalar)


_RELATIONS: Mapping[Relation, Callable[[Said, Said], bool]] = {
    Relation.EQUAL: _is_any,
    Relation.ONE_OF: _is_any,
    Relation.NOT: _is_none,
    Relation.AT_LEAST: _is_at_least,
    Relation.AT_MOST: _is_at_most,
    Relation.BEFORE: _is_before,
    Relation.AFTER: _is_after,
}
