"""A resident is asked one question after the other."""

import pytest

from hub import interview
from hub.catalogue.definition import Condition, Kind, Relation, Test
from hub.interview import UNANSWERED, Problem, UnknownQuestion
from tests.builders.conditions import when
from tests.builders.givens import ASKED_ON
from tests.builders.interviews import an_interview
from tests.builders.questions import a_question
from tests.builders.services import a_service

BIN = a_question("bin", Kind.CHOICE)
PERMIT = a_question("permit", Kind.DIGITS, only_if=when("bin", "green"))
WHEN = a_question("when", Kind.WORDS)
SERVICE = a_service(BIN, PERMIT, WHEN)


def test_the_first_question_is_asked_first() -> None:
    begun = interview.begin(SERVICE, ASKED_ON)

    asked = interview.next_step(begun)

    assert asked is not None
    assert (asked.path, asked.value, asked.is_answered) == ("bin", UNANSWERED, False)
    assert not interview.is_complete(begun)


def test_a_question_whose_condition_does_not_hold_is_passed_over() -> None:
    held = an_interview(SERVICE, {"bin": "red"})

    assert [step.path for step in interview.steps(held)] == ["bin", "when"]
    with pytest.raises(UnknownQuestion):
        interview.answer(held, "permit", "12345678")


def test_an_answer_that_no_longer_applies_is_set_aside_and_comes_back() -> None:
    held = an_interview(SERVICE, {"bin": "green", "permit": "12345678", "when": "Monday"})

    changed = interview.answer(held, "bin", "red")
    restored = interview.answer(changed, "bin", "green")

    assert interview.applicable(changed) == {"bin": "red", "when": "Monday"}
    assert interview.is_complete(changed)
    assert interview.applicable(restored) == interview.applicable(held)


def test_a_change_that_needs_a_further_answer_asks_for_it_and_keeps_the_later_ones() -> None:
    held = an_interview(SERVICE, {"bin": "red", "when": "Monday"})

    changed = interview.answer(held, "bin", "green")

    asked = interview.next_step(changed)
    assert asked is not None
    assert asked.path == "permit"
    assert [step.path for step in interview.steps(changed)] == ["bin", "permit"]
    assert interview.missing(changed) == ("permit",)
    assert interview.applicable(changed) == {"bin": "green", "when": "Monday"}


def test_back_leads_to_the_step_before() -> None:
    held = an_interview(SERVICE, {"bin": "red"})

    before = interview.back(held, "when")

    assert before is not None
    assert before.path == "bin"
    assert interview.back(held, "bin") is None


def test_an_answer_that_cannot_be_taken_changes_nothing() -> None:
    held = an_interview(SERVICE, {"bin": "red"})

    with pytest.raises(Problem, match="choose_one"):
        interview.answer(held, "bin", "mauve")

    assert held == an_interview(SERVICE, {"bin": "red"})


def test_a_condition_about_what_was_left_out_or_is_unknown_does_not_hold() -> None:
    bin_ = a_question("bin", Kind.CHOICE, optional=True, may_be_unknown=True)
    other = a_question("other", Kind.WORDS, only_if=when("bin", "red", relation=Relation.NOT))
    service = a_service(bin_, other)

    left_out = an_interview(service, {"bin": ""})
    unknown = an_interview(service, {"bin": {"unknown": "yes"}})
    green = an_interview(service, {"bin": "green"})

    assert interview.is_complete(left_out)
    assert interview.is_complete(unknown)
    assert not interview.is_complete(green)
    assert interview.applicable(left_out) == {"bin": None}
    assert interview.applicable(unknown) == {"bin": {"unknown": True}}


@pytest.mark.parametrize(
    ("relation", "values", "holds"),
    [
        (Relation.EQUAL, ("red",), True),
        (Relation.EQUAL, ("blue",), False),
        (Relation.ONE_OF, ("blue", "green"), True),
        (Relation.NOT, ("red",), False),
        (Relation.NOT, ("blue",), True),
        (Relation.NOT, ("blue", "green"), False),
    ],
)
def test_a_condition_about_ticks_holds_by_any_of_them(
    relation: Relation, values: tuple[str, ...], *, holds: bool
) -> None:
    ticks = a_question("ticks", Kind.CHOICES)
    held = an_interview(a_service(ticks), {"ticks": ["red", "green"]})

    condition = Condition(((Test("ticks", relation, values),),))

    assert interview.holds(held, condition) is holds


@pytest.mark.parametrize(
    ("relation", "value", "holds"),
    [
        (Relation.AT_LEAST, 3, True),
        (Relation.AT_LEAST, 4, False),
        (Relation.AT_MOST, 3, True),
        (Relation.AT_MOST, 2, False),
    ],
)
def test_a_condition_about_a_number_holds_at_its_bound(
    relation: Relation, value: int, *, holds: bool
) -> None:
    held = an_interview(a_service(a_question("n", Kind.NUMBER)), {"n": "3"})

    assert interview.holds(held, when("n", value, relation=relation)) is holds


@pytest.mark.parametrize(
    ("relation", "value", "holds"),
    [
        (Relation.BEFORE, "today", False),
        (Relation.AFTER, "today", False),
        (Relation.BEFORE, "2026-11-25", True),
        (Relation.AFTER, "2026-11-23", True),
    ],
)
def test_a_condition_about_a_day_does_not_hold_on_that_day(
    relation: Relation, value: str, *, holds: bool
) -> None:
    held = an_interview(a_service(a_question("day", Kind.DATE)), {"day": ASKED_ON.isoformat()})

    assert interview.holds(held, when("day", value, relation=relation)) is holds


def test_a_condition_holds_when_all_tests_of_one_alternative_do() -> None:
    red, three = Test("bin", Relation.EQUAL, ("red",)), Test("n", Relation.EQUAL, (3,))
    blue = Test("bin", Relation.EQUAL, ("blue",))
    service = a_service(BIN, a_question("n", Kind.NUMBER))
    held = an_interview(service, {"bin": "red", "n": "3"})

    assert interview.holds(held, Condition(((red, three),)))
    assert interview.holds(held, Condition(((blue, three), (red,))))
    assert not interview.holds(held, Condition(((blue, three),)))
    assert not interview.holds(held, Condition(()))
