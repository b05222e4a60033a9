"""Questions that are asked round after round, and stops."""

from dataclasses import replace

import pytest

from hub import interview
from hub.catalogue.definition import Condition, Kind, Relation, Test
from hub.interview import Another, Interview, Problem, UnknownQuestion
from hub.values import Language
from tests.builders.conditions import when
from tests.builders.givens import ASKED_ON
from tests.builders.interviews import an_interview
from tests.builders.questions import a_question
from tests.builders.services import a_group, a_service, a_stop

WHAT = a_question("what", Kind.CHOICE)
SIZE = a_question("size", Kind.WORDS, only_if=when("what", "green"))
IS_HEAVY = Test("heavy", Relation.EQUAL, (True,))
SERVICE = a_service(a_group(WHAT, SIZE), a_question("when", Kind.WORDS))


def three_rounds() -> Interview:
    return an_interview(
        SERVICE,
        {
            "things.1.what": "red",
            "things.1.another": "yes",
            "things.2.what": "green",
            "things.2.size": "large",
            "things.2.another": "yes",
            "things.3.what": "blue",
            "when": "Monday",
        },
    )


def test_after_each_round_there_may_be_another_up_to_the_most() -> None:
    held = three_rounds()

    assert [step.path for step in interview.steps(held)] == [
        "things.1.what",
        "things.1.another",
        "things.2.what",
        "things.2.size",
        "things.2.another",
        "things.3.what",
        "when",
    ]
    assert interview.is_complete(held)


def test_a_round_says_its_number_and_group() -> None:
    asked = interview.step(three_rounds(), "things.2.another")

    assert isinstance(asked.question, Another)
    assert (asked.group, asked.n) == ("things", 2)
    assert asked.round_title is not None
    assert asked.round_title.to(Language.EN) == "Thing 2"
    assert interview.step(three_rounds(), "when").round_title is None


def test_a_condition_in_a_round_is_about_the_same_round() -> None:
    with pytest.raises(UnknownQuestion):
        interview.step(three_rounds(), "things.3.size")


def test_what_was_said_in_one_round_decides_nothing_in_the_next() -> None:
    heavy = a_question("heavy", Kind.YES_NO, only_if=when("what", "green"))
    lift = a_question("lift", Kind.WORDS, only_if=Condition(((IS_HEAVY,),)))
    held = an_interview(
        a_service(a_group(WHAT, heavy, lift)),
        {
            "things.1.what": "green",
            "things.1.heavy": "yes",
            "things.1.lift": "two of us",
            "things.1.another": "yes",
            "things.2.what": "red",
        },
    )

    asked = interview.next_step(held)

    assert asked is not None
    assert asked.path == "things.2.another"


def test_a_group_whose_condition_does_not_hold_is_passed_over() -> None:
    group = replace(a_group(a_question("thing", Kind.WORDS)), only_if=when("what", "red"))
    held = an_interview(
        a_service(WHAT, group), {"what": "red", "things.1.thing": "sofa", "things.1.another": "no"}
    )

    changed = interview.answer(held, "what", "blue")

    assert interview.is_complete(held)
    assert interview.applicable(changed) == {"what": "blue"}
    with pytest.raises(UnknownQuestion):
        interview.remove(changed, "things", 1)


def test_no_more_rounds_sets_the_later_ones_aside_until_there_are() -> None:
    held = three_rounds()

    fewer = interview.answer(held, "things.1.another", "no")
    again = interview.answer(fewer, "things.1.another", "yes")

    assert list(interview.applicable(fewer)) == ["things.1.what", "things.1.another", "when"]
    assert again == held


@pytest.mark.parametrize(
    ("gone", "left"),
    [(1, ["green", "blue"]), (2, ["red", "blue"]), (3, ["red", "green"])],
)
def test_a_round_is_taken_away_and_the_later_ones_move_up(gone: int, left: list[str]) -> None:
    held = interview.remove(three_rounds(), "things", gone)

    applying = interview.applicable(held)
    assert [applying[f"things.{n}.what"] for n in (1, 2)] == left
    assert applying["things.2.another"] is False
    assert "things.3.what" not in applying
    assert interview.is_complete(held)


def test_a_round_taken_away_while_another_is_open_leaves_it_open() -> None:
    held = an_interview(
        SERVICE, {"things.1.what": "red", "things.1.another": "yes", "things.2.what": "blue"}
    )

    fewer = interview.remove(held, "things", 1)

    assert interview.applicable(fewer) == {"things.1.what": "blue"}
    asked = interview.next_step(fewer)
    assert asked is not None
    assert asked.path == "things.1.another"


def test_without_its_only_round_a_group_begins_again() -> None:
    held = an_interview(SERVICE, {"things.1.what": "red", "things.1.another": "no"})

    empty = interview.remove(held, "things", 1)

    assert empty == interview.begin(SERVICE, ASKED_ON)


def test_rounds_that_are_set_aside_do_not_come_back_by_taking_one_away() -> None:
    fewer = interview.answer(three_rounds(), "things.1.another", "no")

    empty = interview.remove(fewer, "things", 1)

    assert interview.applicable(empty) == {"when": "Monday"}


@pytest.mark.parametrize(("group", "n"), [("things", 0), ("things", 4), ("others", 1), ("when", 1)])
def test_a_round_that_is_not_there_cannot_be_taken_away(group: str, n: int) -> None:
    with pytest.raises(UnknownQuestion):
        interview.remove(three_rounds(), group, n)


def test_a_stop_stands_until_the_resident_asks_all_the_same() -> None:
    stop = a_stop(when("what", "red"))
    held = an_interview(a_service(WHAT, stop, a_question("when", Kind.WORDS)), {"what": "red"})

    gone_on = interview.answer(held, "not_yours", "yes")

    asked = interview.next_step(held)
    assert interview.stopped(held) == stop
    assert asked is not None
    assert asked.question == stop
    assert interview.stopped(gone_on) is None
    assert interview.missing(gone_on) == ("when",)
    assert interview.applicable(gone_on) == {"what": "red", "not_yours": True}


@pytest.mark.parametrize("given", ["no", "", None, ["yes"], False])
def test_whoever_does_not_ask_all_the_same_stays_at_the_stop(given: object) -> None:
    held = an_interview(a_service(WHAT, a_stop(when("what", "red"))), {"what": "red"})

    with pytest.raises(Problem, match="ask_anyway"):
        interview.answer(held, "not_yours", given)  # type: ignore[arg-type]  # as a stranger may


def test_a_stop_without_a_way_on_can_only_be_left_by_another_answer() -> None:
    service = a_service(WHAT, a_stop(when("what", "red"), go_on=False))
    held = an_interview(service, {"what": "red"})

    with pytest.raises(Problem, match="not_eligible"):
        interview.answer(held, "not_yours", "yes")

    assert not interview.is_complete(held)
    assert interview.is_complete(interview.answer(held, "what", "blue"))


def test_nothing_behind_a_stop_applies() -> None:
    later = a_question("when", Kind.WORDS)
    service = a_service(WHAT, a_stop(when("what", "red")), later)
    held = an_interview(service, {"what": "blue", "when": "Monday"})

    stopped = interview.answer(held, "what", "red")

    assert interview.applicable(stopped) == {"what": "red"}
