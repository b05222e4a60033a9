"""An interview that is put away is taken up again where it was."""

from dataclasses import replace
from datetime import timedelta

import pytest

from hub import interview
from hub.catalogue.definition import Kind, Limits, Service
from tests.builders.conditions import when
from tests.builders.givens import ASKED_ON
from tests.builders.interviews import an_interview, stored
from tests.builders.questions import a_question
from tests.builders.services import a_group, a_service, a_stop

BIN = a_question("bin", Kind.CHOICE)
SINCE = a_question("since", Kind.DATE, limits=Limits(latest="today"))
SAID = {"bin": "red", "since": ASKED_ON.isoformat()}


def newer(*steps: object) -> Service:
    return replace(a_service(*steps), version="f" * 16)  # type: ignore[arg-type]  # any steps


def test_what_is_set_aside_is_stored_too() -> None:
    permit = a_question("permit", Kind.DIGITS, only_if=when("bin", "green"))
    service = a_service(BIN, permit)
    held = an_interview(service, {"bin": "green", "permit": "12345678"})
    changed = interview.answer(held, "bin", "red")

    resumed = interview.resume(service, stored(changed), ASKED_ON)

    assert interview.answer(resumed, "bin", "green") == held


def test_under_a_newer_version_only_what_changed_is_asked_again() -> None:
    held = an_interview(a_service(BIN, SINCE), SAID)
    other_kind = a_question("bin", Kind.WORDS, limits=Limits(shortest=5))

    resumed = interview.resume(newer(other_kind, SINCE), stored(held), ASKED_ON)

    assert resumed.answers == {"since": ASKED_ON.isoformat()}
    assert interview.missing(resumed) == ("bin",)


def test_a_day_that_is_out_of_bounds_by_now_is_asked_again() -> None:
    held = an_interview(a_service(BIN, SINCE), SAID)

    resumed = interview.resume(held.service, stored(held), ASKED_ON - timedelta(days=1))

    assert interview.missing(resumed) == ("since",)


def test_rounds_beyond_a_newer_most_are_not_kept() -> None:
    what = a_question("what", Kind.WORDS)
    said = {"things.1.what": "a", "things.1.another": "yes", "things.2.what": "b"}
    more = {"things.2.another": "yes", "things.3.what": "c"}
    held = an_interview(a_service(a_group(what, most=4)), {**said, **more})

    resumed = interview.resume(newer(a_group(what, most=2)), stored(held), ASKED_ON)

    assert resumed.answers == {"things.1.what": "a", "things.1.another": True, "things.2.what": "b"}
    assert interview.is_complete(resumed)


def test_a_stop_that_lets_nobody_pass_any_more_stands_again() -> None:
    held = an_interview(
        a_service(BIN, a_stop(when("bin", "red"))), {"bin": "red", "not_yours": "yes"}
    )
    strict = newer(BIN, a_stop(when("bin", "red"), go_on=False))

    resumed = interview.resume(strict, stored(held), ASKED_ON)

    assert interview.stopped(resumed) is not None
    assert resumed.answers == {"bin": "red"}


@pytest.mark.parametrize(
    "kept",
    [
        {},
        {"answers": None},
        {"answers": ["bin"]},
        {"answers": {"bin": {"documents": 7}, "since": [1], "things.x.what": "a", "": ""}},
        {"answers": {"bin": True, "since": 7}, "version": "0" * 16, "asked_on": None},
    ],
)
def test_what_is_no_interview_is_begun_anew(kept: dict[str, object]) -> None:
    service = a_service(BIN, SINCE)

    assert interview.resume(service, kept, ASKED_ON) == interview.begin(service, ASKED_ON)
