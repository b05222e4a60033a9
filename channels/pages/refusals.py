"""What a resident sees when something is refused: what happened, what to do, what they typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

import structlog
from flask import Flask, Response, current_app, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge, TooManyRequests

from channels.pages import again, brand, forms
from channels.pages.house import house
from channels.pages.rendering import page
from channels.pages.visits import is_visited, visit
from hub.catalogue import UnknownService
from hub.councils import UnknownCouncil
from hub.errors import HubError, TryAgain
from hub.interview import UnknownQuestion
from hub.values import Language

_log = structlog.get_logger(__name__)
_KEYS: Mapping[int, str] = {
    HTTPStatus.NOT_FOUND: "not_found",
    HTTPStatus.METHOD_NOT_ALLOWED: "not_found",
    HTTPStatus.GONE: "expired",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "too_large",
    HTTPStatus.TOO_MANY_REQUESTS: "too_often",
    HTTPStatus.INTERNAL_SERVER_ERROR: "ours",
    HTTPStatus.SERVICE_UNAVAILABLE: "unavailable",
}
_UNREAD = frozenset({HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNSUPPORTED_MEDIA_TYPE})
_TOLD_TO_PROGRAMS = frozenset({"Allow", "Retry-After"})
_WORTH_REPEATING = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})


@dataclass(frozen=True, slots=True)
class TypedAgain:
    """Hold a form that may be sent once more, to where, and what stands in it."""

    address: str
    typed: tuple[tuple[str, str], ...]


def refuse_kindly(app: Flask) -> None:
    """Answer every error with a page in the resident's language."""
    app.register_error_handler(CSRFError, _wrong_token)
    app.register_error_handler(TooManyRequests, _too_often)
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(UnknownCouncil, _nowhere)
    app.register_error_handler(UnknownService, _not_found)
    app.register_error_handler(UnknownQuestion, _not_found)
    app.register_error_handler(TryAgain, _unavailable)
    app.register_error_handler(Exception, _our_fault)


def refusal(status: int, key: str = "") -> Response:
    """Show the page of a refusal, with what was typed and a way to send it once more."""
    if not is_visited():
        return _nowhere(UnknownCouncil())
    key = key or _KEYS.get(status, "unreadable")
    say = visit().say
    return page(
        "refusal.html",
        status,
        title=say(f"refused.{key}.title"),
        lead=say(f"refused.{key}.lead"),
        again=_once_more(status),
        kept=_kept(status),
    )


def _wrong_token(_: CSRFError) -> Response:
    trouble, status = visit().say("trouble.token"), HTTPStatus.BAD_REQUEST
    return again.show(trouble, status) or refusal(status, "token")


def _refused(error: HTTPException) -> ResponseReturnValue:
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    if status < HTTPStatus.BAD_REQUEST:
        return error.get_response()
    response = refusal(status)
    for name, value in error.get_headers():
        if name in _TOLD_TO_PROGRAMS:
            response.headers[name] = value
    return response


def _too_often(error: TooManyRequests) -> ResponseReturnValue:
    trouble = visit().say("trouble.often")
    return again.show(trouble, HTTPStatus.TOO_MANY_REQUESTS) or _refused(error)


def _not_found(_: HubError) -> Response:
    return refusal(HTTPStatus.NOT_FOUND)


def _unavailable(error: TryAgain) -> Response:
    _log.warning("could not be stored just now", key=error.key)
    return refusal(HTTPStatus.SERVICE_UNAVAILABLE)


def _our_fault(error: Exception) -> Response:
    _log.error("a view failed", exc_info=error)
    return refusal(HTTPStatus.INTERNAL_SERVER_ERROR)


def _nowhere(_: UnknownCouncil) -> Response:
    """Say it in every language: without a council we do not know which are spoken here."""
    html = current_app.jinja_env.get_template("nowhere.html").render(
        languages=list(Language),
        css_address=brand.css_address(),
        say_in=lambda language, key: house().words.say(f"pages.{key}", language),
    )
    return Response(html, HTTPStatus.NOT_FOUND, mimetype="text/html")


def _kept(status: int) -> list[str]:
    if request.method != "POST" or status in _UNREAD:
        return []
    try:
        return [said for values in forms.typed().values() for said in values if said.strip()]
    except RequestEntityTooLarge:
        return []


def _once_more(status: int) -> TypedAgain | None:
    if status not in _WORTH_REPEATING or request.method != "POST":
        return None
    typed = ((name, said) for name, values in forms.typed().items() for said in values)
    return TypedAgain(request.path, tuple(typed))
