"""The page of one step: a question, the question for one more round, or a stop."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus
from itertools import groupby
from types import MappingProxyType

from flask import Response

from channels.pages import Visit, fields
from channels.pages.fields import Field, Typed, Wrong
from channels.pages.rendering import page
from channels.web import addresses, days, files, near, reading
from channels.web.files import Sent
from channels.web.hand import Hand
from hub import interview
from hub.catalogue.definition import Hint, Kind, Stop
from hub.interview import Another, Asked, Interview, Line, Problem
from hub.values import Text

WRONG = HTTPStatus.UNPROCESSABLE_ENTITY


_FORM = "ask"


@dataclass(frozen=True, slots=True)
class RoundSoFar:
    """Hold one round of a group as its list shows it."""

    number: int
    title: Text
    said: str
    address: str


def ask(
    hand: Hand,
    path: str,
    *,
    typed: Typed | None = None,
    trouble: str = "",
    wrongs: Sequence[Wrong] = (),
) -> Response:
    """Show a step, with what was typed or else what was answered before, and what is wrong.

    :raises UnknownQuestion: if no such step applies.
    """
    asked = interview.step(hand.asked, path)
    if isinstance(asked.question, Stop):
        return _stop(hand, asked, asked.question, trouble)
    shown = reading.so_far(asked) if typed is None else typed
    field = replace(_field(hand, asked, shown), wrongs=tuple(wrongs))
    return _question(hand, asked, field, trouble=trouble, form=_form(typed))


def ask_again(hand: Hand, problem: Problem, typed: Typed) -> Response:
    """Show a question again with what was typed and what is wrong with it, twice in one wording."""
    asked = interview.step(hand.asked, problem.path)
    said = hand.visit.to(problem.said(hand.visit.house.words))
    if isinstance(asked.question, Stop):
        return _stop(hand, asked, asked.question, said)
    field = _field(hand, asked, typed)
    wrong = Wrong(fields.wrong_box(field, problem.part), said)
    return _question(hand, asked, replace(field, wrongs=(wrong,)), form=_form(typed))


def field_of(hand: Hand, path: str, typed: Typed) -> Field:
    """Give the field of a question with what was typed.

    :raises UnknownQuestion: if no such step applies.
    """
    return _field(hand, interview.step(hand.asked, path), typed)


def show(hand: Hand, path: str, field: Field, *, note: str = "", finds: bool = False) -> Response:
    """Show a question with a field of its own: a way to its answer, not yet the answer.

    `finds` offers to look for an address by its postcode.

    :raises UnknownQuestion: if no such step applies.
    """
    asked = interview.step(hand.asked, path)
    return _question(hand, asked, field, form=_FORM, more={"note": note, "finds": finds})


def _field(hand: Hand, asked: Asked, typed: Typed) -> Field:
    assert not isinstance(asked.question, Stop)  # noqa: S101 (the callers have turned stops away)
    in_round = None if isinstance(asked.question, Another) else asked.round_title
    over = in_round or hand.service.title
    field = fields.field(hand.visit, asked, asked.question, over=hand.visit.to(over), typed=typed)
    if asked.hint is Hint.PLACE:
        return near.fitting(hand, field)
    return days.few(field) if asked.question.kind is Kind.BOOKING else field


def _form(typed: Typed | None) -> str:
    """Name the form that the language's button sends, so that what was typed goes along."""
    return _FORM if typed is not None else ""


def _question(
    hand: Hand,
    asked: Asked,
    field: Field,
    *,
    form: str,
    trouble: str = "",
    more: Mapping[str, object] = MappingProxyType({}),
) -> Response:
    return page(
        "question.html",
        WRONG if field.wrong or trouble else HTTPStatus.OK,
        tongue_form=form,
        field=field,
        problems=field.wrongs,
        trouble=trouble,
        **more,
        rounds=_rounds(hand, asked) if isinstance(asked.question, Another) else [],
        sent=sent_to(hand, asked.path) if asked.hint is Hint.FILE else [],
        **_around(hand, asked),
    )


def sent_to(hand: Hand, path: str) -> list[Sent]:
    """Give what was sent to a question so far, as its list shows it."""
    return [
        files.sent(hand.visit, hand.service.id, one) for one in hand.enclosed if one.path == path
    ]


def _stop(hand: Hand, asked: Asked, stop: Stop, trouble: str) -> Response:
    return page(
        "stop.html",
        WRONG if trouble else HTTPStatus.OK,
        asked=asked,
        stop=stop,
        service=hand.service,
        trouble=trouble,
        **_around(hand, asked),
    )


def _around(hand: Hand, asked: Asked) -> dict[str, object]:
    return {
        "here": addresses.question(hand.service.id, asked.path),
        "mark": hand.mark,
        "has_changed": asked.path in hand.asked.changed,
        "delete": addresses.own(hand.service.id, addresses.DELETE) if hand.mark else "",
        "save": addresses.own(hand.service.id, addresses.SAVE) if hand.mark else "",
        "back": back(hand.asked, asked.path),
        "dangers": interview.dangers(hand.asked),
    }


def back(asked: Interview, path: str) -> str:
    """Give the address of the page before a step."""
    before = interview.back(asked, path)
    service = asked.service.id
    return addresses.question(service, before.path) if before else addresses.start(service)


def _rounds(hand: Hand, asked: Asked) -> Sequence[RoundSoFar]:
    lines = interview.read_back(hand.asked, hand.visit.house.words)
    own = [line for line in lines if line.path.startswith(f"{asked.group}.")]
    return [
        _round(hand.visit, hand.service.id, number, list(said))
        for number, said in groupby(own, key=lambda line: int(line.path.split(".")[1]))
    ]


def _round(visit: Visit, service: str, number: int, lines: Sequence[Line]) -> RoundSoFar:
    first = lines[0]
    return RoundSoFar(
        number=number,
        title=first.round_title or first.short,
        said="\n".join(_said(visit, line, is_alone=len(lines) == 1) for line in lines),
        address=addresses.question(service, first.path),
    )


def _said(visit: Visit, line: Line, *, is_alone: bool) -> str:
    said = visit.to(line.said)
    return said if is_alone else f"{visit.to(line.short)}: {said}"
