"""Interviews for tests: any service, asked as far as a test wants."""

from collections.abc import Mapping
from datetime import date

from hypothesis import strategies as st

from hub import interview
from hub.catalogue.definition import Question, Service, Stop
from hub.interview import Asked, Given, Interview
from tests.builders.givens import ASKED_ON, givens
from tests.builders.services import services


def an_interview(service: Service, said: Mapping[str, Given], on: date = ASKED_ON) -> Interview:
    """Build an interview in which this was said, in this order."""
    held = interview.begin(service, on)
    for path, given in said.items():
        held = interview.answer(held, path, given)
    return held


def stored(held: Interview) -> dict[str, object]:
    """Put an interview away as a draft does: answers that do not apply now included."""
    return {
        "version": held.service.version,
        "asked_on": held.asked_on.isoformat(),
        "answers": dict(held.answers),
        "changed": sorted(held.changed),
    }


def replies(asked: Asked, asked_on: date = ASKED_ON) -> st.SearchStrategy[Given]:
    """Give any right answer to a step; past a stop one goes on where that is allowed."""
    step = asked.question
    if isinstance(step, Question):
        return givens(step, asked_on)
    return st.just("yes")


@st.composite
def interviews(
    draw: st.DrawFn,
    asked_of: st.SearchStrategy[Service] | None = None,
    *,
    to_the_end: bool = False,
    asked_on: date = ASKED_ON,
) -> Interview:
    """Build any interview under way, or one that is complete or stands at a stop."""
    held = interview.begin(draw(services() if asked_of is None else asked_of), asked_on)
    wanted = None if to_the_end else draw(st.integers(0, 12))
    while (asked := interview.next_step(held)) is not None and wanted != len(held.answers):
        if isinstance(asked.question, Stop) and not asked.question.go_on:
            break
        held = interview.answer(held, asked.path, draw(replies(asked, asked_on)))
    return held
