"""Services for tests: one of which a test says only what matters, and any service there can be.

`services()` makes whole valid definitions: every kind of question, conditions of every relation,
groups, stops, fees, dangers. What residents then say stands in `givens`, whole interviews in
`interviews`.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from hub.catalogue.definition import (
    Condition,
    Danger,
    Deadline,
    Fee,
    FeeRule,
    Kind,
    Meaning,
    Option,
    Period,
    Question,
    Relation,
    Routing,
    Rule,
    Service,
    Several,
    Step,
    Stop,
    Test,
    Unit,
)
from hub.values import Language
from tests.builders.conditions import any_condition, when
from tests.builders.definitions import built
from tests.builders.picking import count, pick, seldom
from tests.builders.questions import a_question, a_text, any_question

MOST_ROUNDS = 3


def a_service(*steps: Step, **changed: Any) -> Service:  # noqa: ANN401 (any field of a service may be said)
    """Build a service that asks these steps."""
    service = Service(
        id="missed-bin",
        version="0" * 16,
        title=a_text("Report a missed bin"),
        about=a_text("Tell us that your bin was not emptied."),
        search={Language.EN: ("bin",), Language.CY: ("bin",)},
        steps=steps,
        routing=Routing(rules=(), otherwise="waste-collections"),
        deadline=Deadline(2, Unit.WORKING_DAYS),
        letters={"acknowledge": "received"},
        keep_after_closing=Period(2, Unit.YEARS),
        happens_next=a_text("We will come back."),
        languages=(Language.EN, Language.CY),
        source="{}",
    )
    return replace(service, **changed)


def a_group(*inner: Question, id_: str = "things", most: int = MOST_ROUNDS) -> Several:
    """Build a group that asks these questions in each round."""
    return Several(
        id=id_,
        title=a_text("Thing {n}"),
        another=a_text("Is there another?"),
        most=most,
        questions=inner,
    )


def a_stop(condition: Condition, *, id_: str = "not_yours", go_on: bool = True) -> Stop:
    """Build a stop that stands when a condition holds."""
    words = a_text("This service is not for you.")
    return Stop(id=id_, when=condition, why=words, instead=words, anyway=words, go_on=go_on)


def about_you(*, has_home: bool) -> tuple[Question, ...]:
    """Build the kind of questions that every service ends with: how shall we answer you."""
    ways = tuple(Option(id=way, say=a_text(way)) for way in ("letter", "e-mail", "counter"))
    by_letter = when("answer_by", "letter")
    elsewhere = Condition(((Test("write_here", Relation.EQUAL, (False,)),),))
    here = a_question("write_here", Kind.YES_NO, means=Meaning.WRITE_HERE, only_if=by_letter)
    post_to = a_question("post_to", Kind.ADDRESS, means=Meaning.POST_TO, only_if=by_letter)
    if has_home:
        here = replace(here, ask=a_text("Shall we write to {home}?"))
        post_to = replace(post_to, only_if=elsewhere)
    return (
        a_question("your_name", Kind.NAME, means=Meaning.NAME),
        a_question("answer_by", Kind.CHOICE, means=Meaning.WAY, options=ways),
        *((here,) if has_home else ()),
        post_to,
        a_question("email", Kind.EMAIL, means=Meaning.EMAIL, only_if=when("answer_by", "e-mail")),
    )


@st.composite
def services(draw: st.DrawFn, *, most_steps: int = 8) -> Service:
    """Build any service, read by the catalogue: it has a source, a version, and no mistakes."""
    steps: list[Step] = []
    for number in range(count(draw, 1, most_steps)):
        steps.append(_any_step(draw, number, _asked(steps)))
    if seldom(draw):
        steps.append(a_question("home", Kind.ADDRESS, means=Meaning.HOME))
    steps += about_you(has_home=steps[-1].id == "home")
    return built(
        a_service(
            *steps,
            routing=_any_routing(draw, _asked(steps)),
            fee=_any_fee(draw, steps),
            dangers=_any_dangers(draw, _asked(steps)),
        )
    )


def _asked(steps: Sequence[Step]) -> Sequence[Question]:
    """Give the questions that a later step's condition may be about: none inside a group."""
    return [step for step in steps if isinstance(step, Question)]


def _any_step(draw: st.DrawFn, number: int, earlier: Sequence[Question]) -> Step:
    condition = _perhaps(draw, earlier)
    sort = pick(draw, ("question", "question", "question", "several", "stop"))
    if sort == "several":
        return replace(_any_group(draw, f"g{number}", earlier), only_if=condition)
    if sort == "stop" and condition is not None:
        return a_stop(condition, id_=f"stop{number}", go_on=not seldom(draw))
    return replace(any_question(draw, f"q{number}"), only_if=condition)


def _any_group(draw: st.DrawFn, id_: str, earlier: Sequence[Question]) -> Several:
    inner: list[Question] = []
    for letter in "abc"[: count(draw, 1, 3)]:
        condition = _perhaps(draw, (*earlier, *inner))
        inner.append(replace(any_question(draw, f"{id_}{letter}"), only_if=condition))
    return a_group(*inner, id_=id_, most=count(draw, 2, MOST_ROUNDS))


def _perhaps(draw: st.DrawFn, earlier: Sequence[Question]) -> Condition | None:
    return any_condition(draw, earlier) if pick(draw, (False, True)) else None


def _any_routing(draw: st.DrawFn, earlier: Sequence[Question]) -> Routing:
    conditions = dict.fromkeys(_perhaps(draw, earlier) for _ in range(2))
    rules = [Rule(condition, "garden-waste") for condition in conditions if condition]
    return Routing(tuple(rules), otherwise="waste-collections")


def _any_fee(draw: st.DrawFn, steps: Sequence[Step]) -> Fee | None:
    """Draw prices of which each but the last has its condition, as a file must."""
    if seldom(draw):
        return None
    conditions = [_perhaps(draw, _asked(steps)) for _ in range(3)]
    conditions.sort(key=lambda condition: condition is None)
    last = 1 + next((n for n, one in enumerate(conditions) if one is None), 2)
    groups = (None, *(step.id for step in steps if isinstance(step, Several)))
    say = a_text("There is a fee.")
    return Fee(
        tuple(
            FeeRule(count(draw, 0, 10_000), say, when=condition, per=pick(draw, groups))
            for condition in conditions[:last]
        )
    )


def _any_dangers(draw: st.DrawFn, earlier: Sequence[Question]) -> tuple[Danger, ...]:
    condition = _perhaps(draw, earlier)
    say = a_text("Ring now.")
    return (Danger(id="danger", when=condition, say=say, ring="999"),) if condition else ()
