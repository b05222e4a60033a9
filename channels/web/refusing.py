"""When a draft cannot go on: it lapsed, it was sent, it is another one, or its form turned back."""

from collections.abc import Mapping
from http import HTTPStatus

from flask import Response, request

from channels.pages import visit
from channels.pages.again import Way
from channels.pages.refusals import away, refusal, turned_back
from channels.web import addresses, deleting, sending, services, tokens, tracking
from channels.web.door import web
from channels.web.hand import in_sight, service_of
from channels.web.showing import is_typed, question_again
from channels.web.tokens import OtherDraft
from hub.drafts import AlreadySent, UnknownDraft
from hub.errors import TryAgain
from hub.interview import UnknownQuestion


@web.errorhandler(UnknownDraft)
def lapsed(_: UnknownDraft) -> Response:
    """Show the question again with what was typed, if it is asked at the beginning too."""
    if request.method != "POST":
        return addresses.onward(addresses.start(_service()))
    return turned_back(visit().say("trouble.lapsed"), HTTPStatus.GONE)


@web.errorhandler(OtherDraft)
def other_draft(_: OtherDraft) -> Response:
    """Show the page again, of the draft that is open now, and take nothing yet."""
    return turned_back(visit().say("trouble.other_draft"), HTTPStatus.CONFLICT, "not_asked")


@web.errorhandler(AlreadySent)
def sent_before(_: AlreadySent) -> Response:
    """Show the reference of the request that was sent, and what has not been added to it."""
    if request.method != "POST":
        return addresses.onward(addresses.own(_service(), addresses.DONE))
    try:
        return sending.nothing_added(_service())
    except UnknownDraft:
        return refusal(HTTPStatus.GONE)
    except TryAgain as error:
        return away(error)


@web.errorhandler(UnknownQuestion)
def not_asked(_: UnknownQuestion) -> Response:
    """Say that a question is not asked, and lead back to the answers that are kept."""
    service = _service()
    if not tokens.has_open(service):
        return refusal(HTTPStatus.NOT_FOUND)
    go_on = addresses.own(service, addresses.GO_ON)
    return refusal(HTTPStatus.NOT_FOUND, "not_asked", onward=go_on)


def _service() -> str:
    return str((request.view_args or {}).get("service", ""))


def _check_again(trouble: str, status: int, *, service: str) -> Response:
    with in_sight(service) as hand:
        return sending.read_over(hand, status=status, trouble=trouble)


def _start_again(trouble: str, status: int, *, service: str) -> Response:
    return services.introduce(service_of(service), status=status, trouble=trouble)


def _delete_again(trouble: str, status: int, *, service: str) -> Response:
    return deleting.ask(service, status=status, trouble=trouble)


SHOWN_AGAIN: Mapping[str, Way] = {
    "web.answer": Way(question_again, is_typed),
    "web.send": Way(_check_again),
    "web.delete": Way(_delete_again),
    "web.start_draft": Way(_start_again),
    "web.look_up": Way(tracking.ask_again),
}
