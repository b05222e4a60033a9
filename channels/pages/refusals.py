"""What a resident sees when something is refused: what happened, what to do, what they typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
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
    HTTPStatus.FORBIDDEN: "elsewhere",
    HTTPStatus.GONE: "expired",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "too_large",
    HTTPStatus.TOO_MANY_REQUESTS: "too_often",
    HTTPStatus.INTERNAL_SERVER_ERROR: "ours",
    HTTPStatus.SERVICE_UNAVAILABLE: "unavailable",
}
_UNREAD = frozenset(
    {
        HTTPStatus.FORBIDDEN,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    }
)
_TOLD_TO_PROGRAMS = frozenset({"Allow", "Retry-After"})
_WORTH_REPEATING = frozenset(
    {
        HTTPStatus.TOO_MANY_REQUESTS,
        HTTPStatus.INTERNAL_SERVER_ERROR,  # whatever was kept before it, sent again it counts once
        HTTPStatus.SERVICE_UNAVAILABLE,
    }
)


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
    app.register_error_handler(TryAgain, away)
    app.register_error_handler(Exception, _our_fault)


def refusal(status: int, key: str = "", *, onward: str = "", **values: str) -> Response:
    """Show the page of a refusal, with what was typed and a way to send it once more.

    `onward` is the address at which the resident's answers go on, if there are any.
    """
    if not is_visited():
        return _nowhere(UnknownCouncil())
    key = key or _KEYS.get(status, "unreadable")
    say = visit().say
    return page(
        "refusal.html",
        status,
        title=say(f"refused.{key}.title"),
        lead=say(f"refused.{key}.lead", **values),
        again=_once_more(status),
        kept=_kept(status),
        onward=onward,
    )


def turned_back(trouble: str, status: int, key: str = "", **values: str) -> Response:
    """Show the page again that was sent, or a refusal where that page cannot be made."""
    try:
        return again.show(trouble, status) or refusal(status, key, **values)
    except TryAgain as error:
        return away(error)
    except (HubError, HTTPException):
        return refusal(status, key, **values)


def away(error: TryAgain) -> Response:
    """Say that nothing can be stored just now; a form may be sent again."""
    _log.warning("could not be stored just now", key=error.key)
    is_sent = request.method == "POST"
    return refusal(HTTPStatus.SERVICE_UNAVAILABLE, "unavailable" if is_sent else "away")


def _wrong_token(_: CSRFError) -> Response:
    phone = visit().council.phone.shown
    trouble = visit().say("trouble.token", phone=phone)
    return turned_back(trouble, HTTPStatus.BAD_REQUEST, "token", phone=phone)


def _refused(error: HTTPException) -> ResponseReturnValue:
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    if status < HTTPStatus.BAD_REQUEST:
        return error.get_response()
    response = refusal(status)
    for name, value in error.get_headers():
        if name in _TOLD_TO_PROGRAMS:
            response.headers[name] = value
    return response


def _too_often(error: TooManyRequests) -> Response:
    seconds = error.retry_after if isinstance(error.retry_after, int) else 0
    time = time_after(seconds)
    trouble = visit().say("trouble.often", time=time)
    response = turned_back(trouble, HTTPStatus.TOO_MANY_REQUESTS, "too_often", time=time)
    response.headers["Retry-After"] = str(seconds)
    return response


def time_after(seconds: int) -> str:
    """Give the time on the council's clocks when so many seconds are over, in whole minutes."""
    here = visit()
    ends = here.house.clock() + timedelta(seconds=seconds)
    if ends.second or ends.microsecond:
        ends += timedelta(minutes=1)
    return f"{ends.astimezone(here.council.timezone):%H:%M}"


def _not_found(_: HubError) -> Response:
    return refusal(HTTPStatus.NOT_FOUND)


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
        return again.words_typed()
    except (HubError, RequestEntityTooLarge):
        return []


def _once_more(status: int) -> TypedAgain | None:
    if status not in _WORTH_REPEATING or request.method != "POST":
        return None
    left_out = forms.SECRETS | {forms.TOKEN}
    typed = (pair for pair in request.form.items(multi=True) if pair[0] not in left_out)
    return TypedAgain(request.path, tuple(typed))
