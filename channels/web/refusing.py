"""When a draft cannot go on: it lapsed, it was sent, it is another one, or its form turned back."""

from collections.abc import Mapping
from http import HTTPStatus

from flask import Response, request
from werkzeug.exceptions import RequestEntityTooLarge

from channels.pages import visit
from channels.pages.again import Way
from channels.pages.forms import TakesFiles
from channels.pages.refusals import away, refusal, turned_back
from channels.web import (
    addresses,
    asking,
    bins,
    coming_back,
    deleting,
    following,
    knowing,
    nearby,
    saving,
    searching,
    sending,
    services,
    tokens,
    tracking,
)
from channels.web.door import web
from channels.web.hand import in_sight, service_of
from channels.web.showing import asks_for_files, is_typed, question_again
from channels.web.tokens import OtherDraft
from hub.cases import UnknownCase
from hub.drafts import AlreadySent, UnknownDraft
from hub.errors import HubError, TryAgain
from hub.interview import UnknownQuestion
from hub.store import UnknownDocument


@web.errorhandler(UnknownDraft)
def lapsed(_: UnknownDraft) -> Response:
    """Show the question again with what was typed, if it is asked at the beginning too."""
    if request.method != "POST":
        return addresses.onward(addresses.start(_service()))
    return turned_back(visit().say("trouble.lapsed"), HTTPStatus.GONE)


@web.errorhandler(UnknownCase)
def not_theirs_any_more(_: UnknownCase) -> Response:
    """Ask as of anybody: a person took back that another asks for them."""
    knowing.forget()
    return addresses.onward(f"/{visit().language}/track")


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
        return addresses.onward(following.address())  # it joined a request
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


@web.errorhandler(UnknownDocument)
def not_sent(_: UnknownDocument) -> Response:
    """Say that there is no such picture, whoever's it may be."""
    return refusal(HTTPStatus.NOT_FOUND)


@web.errorhandler(RequestEntityTooLarge)
def too_large(_: RequestEntityTooLarge) -> Response:
    """Show the question again to which too much was sent at once; nothing of it could be read."""
    takes_files = TAKES_FILES.get(request.endpoint or "")
    if takes_files is None or not takes_files(**(request.view_args or {})):
        return refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    try:
        if request.endpoint == "web.add":
            return following.too_much_at_once()
        return _too_much_at_once(_service(), str((request.view_args or {})["path"]))
    except HubError:
        return refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


def _too_much_at_once(service: str, path: str) -> Response:
    trouble = visit().say("trouble.files_large")
    with in_sight(service) as hand:
        response = asking.ask(hand, addresses.path_of(path), trouble=trouble)
    response.status_code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    return response


def _service() -> str:
    return str((request.view_args or {}).get("service", ""))


def _check_again(trouble: str, status: int, *, service: str) -> Response:
    with in_sight(service) as hand:
        return sending.read_over(hand, status=status, trouble=trouble)


def _start_again(trouble: str, status: int, *, service: str) -> Response:
    return services.introduce(service_of(service), status=status, trouble=trouble)


def _delete_again(trouble: str, status: int, *, service: str) -> Response:
    return deleting.ask(service, status=status, trouble=trouble)


def _takes_files(*, service: str, path: str) -> bool:
    """Say whether a form may send files: only one of this browser's own draft may."""
    return tokens.has_open(service) and asks_for_files(service=service, path=path)


TAKES_FILES: Mapping[str, TakesFiles] = {
    "web.answer": _takes_files,
    "web.add": following.takes_files,
}
SHOWN_AGAIN: Mapping[str, Way] = {
    "web.answer": Way(question_again, is_typed),
    "web.choose_nearby": Way(nearby.show_again),
    "web.send": Way(_check_again),
    "web.delete": Way(_delete_again),
    "web.start_draft": Way(_start_again),
    "web.look_up": Way(tracking.ask_again),
    "web.save_draft": Way(saving.ask_again),
    "web.come_back": Way(coming_back.ask_again),
    "web.find": Way(searching.ask_again),
    "web.show_bin_days": Way(bins.ask_again),
    "web.add": Way(following.shown_again),
    "web.still_waiting": Way(following.shown_again),
}
