"""Showing a page again that was sent: its question or its boxes, with what was typed on it."""

from http import HTTPStatus

from flask import Response

from channels.pages import forms
from channels.web import addresses, asking
from channels.web.hand import Hand, in_sight, service_of, unkept
from hub.catalogue.definition import Hint, Question, Service, Several
from hub.drafts import UnknownDraft

_CHOSEN = frozenset({Hint.CHOICE, Hint.YES_NO, Hint.FILE})


def question_again(
    trouble: str = "", status: int = HTTPStatus.OK, *, service: str, path: str
) -> Response:
    """Show a question with what was typed, of this browser's draft or else of none.

    :raises UnknownQuestion: if it is not asked there.
    """
    try:
        with in_sight(service) as hand:
            return _shown(hand, trouble, status, path=path)
    except UnknownDraft:
        return _shown(unkept(service), trouble, status, path=path)


def is_typed(*, service: str, path: str) -> bool:
    """Say whether a question is answered in the resident's own words: a choice has only an id."""
    asked = addresses.path_of(path).rpartition(".")[2]
    return any(
        question.id == asked and question.kind.hint not in _CHOSEN
        for question in _questions(service_of(service))
    )


def _shown(hand: Hand, trouble: str, status: int, *, path: str) -> Response:
    asked = addresses.path_of(path)
    response = asking.ask(hand, asked, typed=forms.typed(), trouble=trouble)
    response.status_code = status
    return response


def _questions(service: Service) -> list[Question]:
    """Give every question there is; that a group has one more round is none of them."""
    inside = (step.questions if isinstance(step, Several) else (step,) for step in service.steps)
    return [one for steps in inside for one in steps if isinstance(one, Question)]
