"""Who may open a page of staff: each view says so, and whoever may not is led on or turned away.

A view that says nothing is open to nobody.
"""

from collections.abc import Callable
from enum import StrEnum
from http import HTTPStatus
from typing import TypeVar
from urllib.parse import quote, urlsplit

from flask import Blueprint, Response, abort, current_app, request, session
from flask.typing import ResponseReturnValue

from channels.pages import forms, keeping, rendering, signed_in
from channels.pages.refusals import refusal
from hub.staff import SessionEnded
from hub.values import Role

_View = TypeVar("_View", bound=Callable[..., ResponseReturnValue])
_MAY = "_who_may"
_THEN = "desk_then"
_NOTE = "desk_note"
_MOST = 500
_AS_SENT = "%=&+;:@/?!$'()*,"  # what a query may have in it besides letters and digits


class Pass(StrEnum):
    """Name who may open a page besides those in a role."""

    ANYBODY = "anybody"
    HALFWAY = "halfway"
    STAFF = "staff"


def may(*who: Role | Pass) -> Callable[[_View], _View]:
    """Say of a view who may open it: staff in one of these roles, or a `Pass`."""

    def said(view: _View) -> _View:
        setattr(view, _MAY, frozenset(who))
        return view

    return said


def who_may(view: object) -> frozenset[Role | Pass]:
    """Give who may open a view; nobody where it does not say."""
    found: frozenset[Role | Pass] = getattr(view, _MAY, frozenset())
    return found


def stand_before(door: Blueprint) -> None:
    """Let nobody into the pages of a door who may not."""
    door.before_request(_demand)


def onward(endpoint: str) -> Response:
    """Lead the browser on to another page of staff."""
    return lead_to(rendering.address(endpoint))


def lead_to(address: str) -> Response:
    """Lead the browser on to an address of our own."""
    return Response(status=HTTPStatus.SEE_OTHER, headers={"Location": address})


def then() -> str:
    """Give where somebody wanted to go before they signed in, once; else the first page."""
    wanted = str(session.pop(_THEN, ""))
    return wanted if _is_ours(wanted) else rendering.address("desk.home")


def note() -> str:
    """Give what is to be said on the next page, once."""
    return str(session.pop(_NOTE, ""))


def say_next(key: str) -> None:
    """Have something said on the next page: of signing in, or of my account."""
    session[_NOTE] = key


def _demand() -> ResponseReturnValue | None:
    who = who_may(current_app.view_functions[request.endpoint or ""])
    if not who:
        abort(HTTPStatus.NOT_FOUND)
    try:
        signed_in.greet()
    except SessionEnded:
        return None if Pass.ANYBODY in who else _sign_in_first()
    if Pass.ANYBODY in who:
        return None
    turned = _judge(who)
    if turned is None and request.method == "POST" and Pass.HALFWAY not in who:
        keeping.forget_sent()
    return turned


def _judge(who: frozenset[Role | Pass]) -> ResponseReturnValue | None:
    here = signed_in.present()
    if not here.is_confirmed:
        return None if Pass.HALFWAY in who else onward("desk.second_step")
    if Pass.HALFWAY in who:
        return onward("desk.home")
    if Pass.STAFF in who:
        return None
    if here.duty is None:
        return onward("desk.choose_duty")
    return None if here.duty.role in who else refusal(HTTPStatus.FORBIDDEN, "not_yours")


def _sign_in_first() -> Response:
    """Lead to the page of signing in, and keep where they were going and what they typed."""
    if request.method == "POST":
        return _with_the_form_kept()
    session[_THEN] = _address_asked()
    say_next("ended" if signed_in.token_of(request) else "")
    return onward("desk.sign_in")


def _address_asked() -> str:
    """Give the address of this request as a header may say it; "" where it is too long to keep."""
    asked = quote(request.path)
    if request.query_string:
        asked += f"?{quote(request.query_string, safe=_AS_SENT)}"
    return asked if len(asked) <= _MOST else ""


def _with_the_form_kept() -> Response:
    match keeping.keep():
        case keeping.Kept.WHOLE:
            say_next("kept")
        case keeping.Kept.NOTHING_TYPED:
            say_next("ended")
        case keeping.Kept.NOT:
            return rendering.page(
                "desk/not_kept.html", HTTPStatus.FORBIDDEN, kept=forms.words_typed()
            )
    return onward("desk.sign_in")


def _is_ours(address: str) -> bool:
    """Believe an address that stays here and is one of the staff's pages."""
    if not address.startswith("/") or address.startswith("//") or "\\" in address:
        return False
    found = urlsplit(address)
    return not found.netloc and "/desk" in found.path
