"""What holds for every service and whatever a resident says."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub import interview
from hub.catalogue.definition import (
    Question,
    Service,
    Several,
)
from hub.interview import Interview, Problem, UnknownQuestion
from tests.builders.givens import ASKED_ON, anything, wrong_givens
from tests.builders.interviews import interviews, replies, stored
from tests.builders.questions import questions
from tests.builders.services import a_service, services
from tests.interview.retold import paths_that_apply

# Making a whole service takes some 20 ms, more on a machine that is busy: no reason to complain.
quick = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(interviews())
def test_a_question_is_never_asked_when_its_condition_does_not_hold(held: Interview) -> None:
    asked = {step.path for step in interview.steps(held)}

    assert asked <= paths_that_apply(held)


@quick
@given(interviews(to_the_end=True))
def test_at_the_end_just_what_applies_was_asked(held: Interview) -> None:
    asked = {step.path for step in interview.steps(held)}

    assert asked == set(interview.applicable(held)) or interview.stopped(held) is not None
    assert asked == paths_that_apply(held) or interview.stopped(held) is not None


@quick
@given(interviews(to_the_end=True))
def test_an_interview_always_ends(held: Interview) -> None:
    most = sum(
        step.most * (len(step.questions) + 1) if isinstance(step, Several) else 1
        for step in held.service.steps
    )

    assert len(held.answers) <= most
    assert interview.is_complete(held) or interview.stopped(held) is not None


@quick
@given(interviews(), st.data())
def test_changing_one_answer_keeps_the_rest(held: Interview, data: st.DataObject) -> None:
    if not held.answers:
        return
    asked = interview.step(held, data.draw(st.sampled_from(list(interview.applicable(held)))))

    changed = interview.answer(held, asked.path, data.draw(replies(asked)))

    assert {**held.answers, asked.path: changed.answers[asked.path]} == changed.answers


@quick
@given(interviews(to_the_end=True), st.data())
def test_answers_set_aside_come_back_when_the_old_answer_does(
    held: Interview, data: st.DataObject
) -> None:
    if not held.answers:
        return
    asked = interview.step(held, data.draw(st.sampled_from(list(interview.applicable(held)))))
    changed = interview.answer(held, asked.path, data.draw(replies(asked)))

    restored = interview.answer(changed, asked.path, interview.given(asked))

    assert restored == held
    assert interview.applicable(restored) == interview.applicable(held)
    assert interview.steps(restored) == interview.steps(held)


@quick
@given(interviews(), st.data())
def test_what_does_not_apply_never_reaches_the_case(held: Interview, data: st.DataObject) -> None:
    for _ in range(3):
        if not (paths := list(interview.applicable(held))):
            return
        asked = interview.step(held, data.draw(st.sampled_from(paths)))
        held = interview.answer(held, asked.path, data.draw(replies(asked)))

    applying = interview.applicable(held)

    assert applying.items() <= held.answers.items()
    assert applying.keys() <= paths_that_apply(held)
    assert set(interview.owed(held)) <= applying.keys()


@quick
@given(interviews())
def test_stored_and_resumed_at_any_point_it_is_the_same(held: Interview) -> None:
    kept = json.loads(json.dumps(stored(held)))

    resumed = interview.resume(held.service, kept, ASKED_ON)

    assert resumed == held
    assert interview.next_step(resumed) == interview.next_step(held)
    assert interview.applicable(resumed) == interview.applicable(held)


@quick
@given(interviews())
def test_a_newer_version_that_asks_the_same_keeps_every_answer(held: Interview) -> None:
    newer = replace(held.service, version="f" * 16)
    kept = json.loads(json.dumps(stored(held)))

    resumed = interview.resume(newer, kept, ASKED_ON)

    assert resumed.answers == held.answers


@settings(quick, max_examples=25)
@given(interviews(), services())
def test_a_newer_version_drops_what_is_not_valid_and_goes_on(
    held: Interview, newer: Service
) -> None:
    kept = json.loads(json.dumps(stored(held)))

    resumed = interview.resume(replace(newer, version="f" * 16), kept, ASKED_ON + timedelta(1))

    assert resumed.answers.items() <= held.answers.items()
    assert (
        interview.resume(
            replace(newer, version="e" * 16), stored(resumed), ASKED_ON + timedelta(1)
        ).answers
        == resumed.answers
    )


@quick
@given(interviews(), st.data())
def test_back_goes_through_the_steps_in_reverse(held: Interview, data: st.DataObject) -> None:
    steps = interview.steps(held)
    if not steps:
        return
    position = data.draw(st.integers(0, len(steps) - 1))

    before = interview.back(held, steps[position].path)

    assert before == (steps[position - 1] if position else None)


@settings(max_examples=300, deadline=None)
@given(questions("q").flatmap(lambda q: st.tuples(st.just(q), wrong_givens(q))))
def test_what_is_no_answer_is_a_problem(case: tuple[Question, object]) -> None:
    question, wrong = case
    held = interview.begin(a_service(question), ASKED_ON)

    with pytest.raises(Problem) as problem:
        interview.answer(held, "q", wrong)  # type: ignore[arg-type]  # what no honest door sends

    assert problem.value.path == "q"


@settings(max_examples=300, deadline=None)
@given(questions("q"), anything())
def test_whatever_is_given_is_an_answer_or_a_problem(question: Question, strange: object) -> None:
    held = interview.begin(a_service(question), ASKED_ON)

    try:
        answered = interview.answer(held, "q", strange)  # type: ignore[arg-type]  # as a stranger may
    except Problem:
        return

    json.dumps(answered.answers, allow_nan=False).encode()
    assert (
        interview.answer(answered, "q", interview.given(interview.step(answered, "q"))) == answered
    )


@quick
@given(interviews(), st.text(max_size=12))
def test_no_path_ever_breaks_an_interview(held: Interview, path: str) -> None:
    if path in held.way.places:
        return

    with pytest.raises(UnknownQuestion):
        interview.step(held, path)
    with pytest.raises(UnknownQuestion):
        interview.answer(held, path, "x")
