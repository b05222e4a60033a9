"""A draft that is open while the service's file changes moves to the new version."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub import interview
from hub.catalogue.definition import Kind, Limits, Question, Service, Stop
from hub.interview import Interview, Problem
from tests.builders.givens import ASKED_ON
from tests.builders.interviews import an_interview, replies, stored
from tests.builders.newer import Moved, moves
from tests.builders.questions import a_question, a_text
from tests.builders.services import a_group, a_service

BIN = a_question("bin", Kind.CHOICE)
WHY = a_question("why", Kind.WORDS)


def newer(*steps: object) -> Service:
    return replace(a_service(*steps), version="f" * 16)  # type: ignore[arg-type]  # any steps


def moved(held: Interview, now: Service) -> Interview:
    return interview.resume(now, stored(held), ASKED_ON, before=held.service)


def finished(held: Interview, draw: st.DataObject) -> tuple[Interview, list[str]]:
    """Answer all that is still asked, and give what that was."""
    asked_for: list[str] = []
    while (asked := interview.next_step(held)) is not None:
        if isinstance(asked.question, Stop) and not asked.question.go_on:
            break
        asked_for.append(asked.path)
        held = interview.answer(held, asked.path, draw.draw(replies(asked)))
    return held, asked_for


def told_anew(held: Interview) -> Interview:
    """Say the same again to a fresh interview, question by question."""
    fresh = interview.begin(held.service, held.asked_on)
    while (asked := interview.next_step(fresh)) is not None and asked.path in held.answers:
        answered = interview.step(held, asked.path)
        fresh = interview.answer(fresh, asked.path, interview.given(answered))
    return fresh


@settings(max_examples=30)
@given(pair=moves())
def test_no_answer_that_is_still_valid_is_lost_and_no_other_is_kept(pair: Moved) -> None:
    there = moved(pair.answered, pair.now)
    before = pair.answered.way.places

    for path, asked in there.way.places.items():
        if path not in before or not before[path].is_answered or isinstance(asked.question, Stop):
            continue
        then = before[path].question
        if isinstance(then, Question) and then.kind is not asked.question.kind:
            assert path not in there.answers or {then.kind, asked.question.kind} == {
                Kind.WORDS,
                Kind.STORY,
            }
            continue
        try:
            judged = interview.answer(there, path, interview.given(before[path]))
        except Problem:
            assert path not in there.answers
        else:
            assert there.answers[path] == judged.answers[path]


@settings(max_examples=30)
@given(pair=moves(), draw=st.data())
def test_what_is_asked_after_the_move_is_asked_once_and_then_bears_no_mark(
    pair: Moved, draw: st.DataObject
) -> None:
    there = moved(pair.answered, pair.now)

    done, asked_for = finished(there, draw)

    assert len(asked_for) == len(set(asked_for))
    assert not set(asked_for) & there.answers.keys()
    assert not set(asked_for) & done.changed
    assert moved(done, pair.now) == done


@settings(max_examples=30)
@given(pair=moves(), draw=st.data())
def test_a_moved_interview_comes_to_the_same_as_a_fresh_one_with_its_answers(
    pair: Moved, draw: st.DataObject
) -> None:
    done, _ = finished(moved(pair.answered, pair.now), draw)

    fresh = told_anew(done)

    assert interview.applicable(done) == interview.applicable(fresh)
    assert interview.owed(done) == interview.owed(fresh)
    assert interview.missing(done) == interview.missing(fresh)


@pytest.mark.parametrize(
    "now",
    [
        a_question("bin", Kind.DIGITS),
        replace(BIN, options=BIN.options[1:]),
        replace(BIN, options=BIN.options[1:], ask=a_text("Which of these?")),
    ],
    ids=["another kind", "its option is gone", "both"],
)
def test_what_cannot_stay_is_asked_again_and_marked(now: Question) -> None:
    held = an_interview(a_service(BIN, WHY), {"bin": BIN.options[0].id, "why": "It was out"})

    there = moved(held, newer(now, WHY))

    assert interview.missing(there) == ("bin",)
    assert there.changed == {"bin"}


def test_an_answer_to_a_question_in_other_words_stays_and_is_marked_until_it_is_given_again() -> (
    None
):
    held = an_interview(a_service(BIN, WHY), {"bin": BIN.options[0].id, "why": "It was out"})

    there = moved(held, newer(BIN, replace(WHY, ask=a_text("Why not?"))))
    again = interview.answer(there, "why", "It was out")

    assert there.answers == held.answers
    assert there.changed == {"why"}
    assert again.changed == frozenset()


def test_without_the_older_version_what_is_asked_again_is_marked_all_the_same() -> None:
    held = an_interview(a_service(BIN), {"bin": BIN.options[0].id})
    strict = newer(replace(BIN, options=BIN.options[1:]))

    there = interview.resume(strict, stored(held), ASKED_ON)

    assert there.changed == {"bin"}


def test_a_limit_that_the_answer_keeps_within_changes_nothing() -> None:
    held = an_interview(a_service(WHY), {"why": "It was out"})

    there = moved(held, newer(replace(WHY, limits=Limits(longest=20))))

    assert (there.answers, there.changed) == (held.answers, frozenset())


def test_options_in_another_order_keep_what_was_chosen() -> None:
    bins = a_question("bins", Kind.CHOICES)
    both = [option.id for option in bins.options[:2]]
    held = an_interview(a_service(bins), {"bins": both})

    there = moved(held, newer(replace(bins, options=bins.options[::-1])))

    assert there.answers == {"bins": both[::-1]}


def test_what_was_chosen_is_no_answer_in_own_words() -> None:
    held = an_interview(a_service(BIN), {"bin": BIN.options[0].id})

    there = moved(held, newer(a_question("bin", Kind.WORDS)))

    assert there.answers == {}


def test_own_words_stay_where_there_is_room_for_more() -> None:
    held = an_interview(a_service(WHY), {"why": "It was out"})

    there = moved(held, newer(a_question("why", Kind.STORY)))

    assert there.answers == held.answers
    assert there.changed == {"why"}


def test_a_mark_moves_up_with_its_round() -> None:
    what = a_question("what", Kind.WORDS)
    said = {"things.1.what": "a", "things.1.another": "yes", "things.2.what": "b"}
    held = an_interview(a_service(a_group(what)), {**said, "things.2.another": "no"})
    there = moved(held, newer(a_group(replace(what, ask=a_text("Which thing?")))))

    fewer = interview.remove(there, "things", 1)

    assert there.changed == {"things.1.what", "things.2.what"}
    assert fewer.changed == {"things.1.what"}
