"""Who of the staff is signed in by this browser, and the cookie that says so."""

from datetime import timedelta

from flask import Request, Response, current_app, g, request

from channels.pages.house import house
from channels.pages.visits import visit
from hub import staff
from hub.staff import Present, SessionEnded, Viewer, sessions
from hub.values import Role

_NAME = "desk"


def cookie_name(what: str = "") -> str:
    """Give the name of a cookie: where it is https no other site can set it (`__Host-`)."""
    name = f"{_NAME}-{what}" if what else _NAME
    return f"__Host-{name}" if _is_https() else name


def give(response: Response, token: str) -> Response:
    """Let this browser hold the token of a session, until it is closed."""
    return keep(response, "", token)


def keep(response: Response, what: str, said: str, *, lasts: timedelta | None = None) -> Response:
    """Let this browser hold something that no script reads and no other site is told."""
    response.set_cookie(
        cookie_name(what),
        said,
        max_age=lasts,
        secure=_is_https(),
        httponly=True,
        samesite="Lax",
        path="/",
    )
    return response


def take_away(response: Response) -> Response:
    """Let this browser hold no token any more."""
    response.delete_cookie(
        cookie_name(), secure=_is_https(), httponly=True, samesite="Lax", path="/"
    )
    return response


def token_of(asked: Request) -> str:
    """Give the token that this browser holds, of a session that lasts or is over."""
    return asked.cookies.get(cookie_name(), "")[:200]


def greet() -> None:
    """Find out who is signed in, and write down that they are still there.

    :raises SessionEnded: if nobody is.
    """
    here, token = visit(), token_of(request)
    if not token:
        raise SessionEnded
    with here.reading() as session:
        found = sessions.present(session, token, house().lasting)
    g.present = found
    if found.is_confirmed and found.is_stale(here.house.clock()):
        with here.session() as session:
            sessions.touch(session, own_viewer(), found.session_id)


def present() -> Present:
    """Give who is signed in.

    :raises AttributeError: if the page is for anybody.
    """
    found: Present = g.present
    return found


def is_known() -> bool:
    """Say whether it was found out who is signed in."""
    return "present" in g


def own_viewer() -> Viewer:
    """Give whoever is signed in as the one who looks at what is their own: no case is."""
    return Viewer.staff(visit().council.id, present().account_id)


def viewer() -> Viewer:
    """Give whoever is signed in as the one who looks, in the role and with the teams they chose."""
    here, duty = visit(), present().duty
    if duty is None:
        return own_viewer()
    teams = staff.teams_of(duty, here.council)
    return Viewer.staff(here.council.id, present().account_id, role=Role(duty.role), teams=teams)


def _is_https() -> bool:
    return bool(current_app.config["SESSION_COOKIE_SECURE"])
