"""The same service a year later: questions removed, added, of another kind, in other words.

What a council may do to a file while drafts are open is done here, one step at a time.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from hub.catalogue.definition import (
    Condition,
    Fact,
    Question,
    Routing,
    Service,
    Several,
    Step,
    Stop,
)
from hub.interview import Interview
from tests.builders.interviews import interviews
from tests.builders.picking import count, pick, seldom
from tests.builders.questions import a_text, any_question

_SAME = ("as it was", "as it was")
_QUESTION = (*_SAME, "gone", "of another kind", "in other words", "fewer options", "tighter")
_OTHERS = (*_SAME, "gone", "always", "fewer rounds", "strict")


@dataclass(frozen=True)
class Moved:
    """A service as it was answered, how far that came, and the service as it is now."""

    answered: Interview
    now: Service


@st.composite
def moves(draw: st.DrawFn) -> Moved:
    """Build an interview under way, and the next version of its service."""
    answered = draw(interviews())
    return Moved(answered, _newer(draw, answered.service))


def _newer(draw: st.DrawFn, service: Service) -> Service:
    """Change some steps; how to answer the person stays, what is about a lost question goes."""
    about_you = [step for step in service.steps if isinstance(step, Question) and step.means]
    asked = [step for step in service.steps if step not in about_you]
    steps: list[Step] = []
    for number, step in enumerate(asked):
        if seldom(draw):
            steps.append(any_question(draw, f"new{number}"))
        steps += _changed(draw, step)
    return replace(
        service,
        version="f" * 16,
        steps=tuple(_without_lost_conditions([*steps, *about_you], service)),
        routing=Routing((), otherwise="waste-collections"),
        fee=None,
        dangers=(),
    )


def _changed(draw: st.DrawFn, step: Step) -> Sequence[Step]:
    how = pick(draw, _QUESTION if isinstance(step, Question) else _OTHERS)
    if how == "gone":
        return ()
    if isinstance(step, Question):
        return (_question(draw, step, how),)
    if how == "always" and isinstance(step, Several):
        return (replace(step, only_if=None),)
    if how == "fewer rounds" and isinstance(step, Several):
        inner = tuple(_question(draw, one, pick(draw, _QUESTION)) for one in step.questions)
        return (replace(step, most=count(draw, 2, step.most), questions=inner),)
    if how == "strict" and isinstance(step, Stop):
        return (replace(step, go_on=False),)
    return (step,)


def _question(draw: st.DrawFn, question: Question, how: str) -> Question:
    if how == "of another kind":
        return replace(any_question(draw, question.id), only_if=question.only_if)
    if how == "in other words":
        return replace(question, ask=a_text("Asked in other words?"))
    if how == "fewer options" and len(question.options) > 1:
        return replace(question, options=question.options[::-1][:-1])
    if how == "tighter":
        return replace(question, optional=False, may_be_unknown=False, owed=False)
    return question


def _without_lost_conditions(steps: Sequence[Step], before: Service) -> Sequence[Step]:
    kinds = {one.id: one.kind for one in before.steps if isinstance(one, Question)}
    kept: list[Step] = []
    for step in steps:
        known = {
            one.id
            for one in kept
            if isinstance(one, Question) and kinds.get(one.id, one.kind) is one.kind
        }
        if isinstance(step, Stop):
            kept += [step] if _is_known(step.when, known) else []
        elif isinstance(step, Fact):
            kept += [step] if {step.bin, step.address} <= known else []
        elif isinstance(step, Several):
            inner = tuple(replace(one, only_if=None) for one in step.questions)
            open_to_all = replace(step, questions=inner)
            kept.append(_bare(open_to_all, known))
        else:
            kept.append(step if step.means else _bare(step, known))
    return kept


def _bare(step: Step, known: set[str]) -> Step:
    if isinstance(step, Stop | Fact) or _is_known(step.only_if, known):
        return step
    return replace(step, only_if=None)


def _is_known(condition: Condition | None, known: set[str]) -> bool:
    tests = [test for tests in condition.any_of for test in tests] if condition else []
    return all(test.question in known for test in tests)
