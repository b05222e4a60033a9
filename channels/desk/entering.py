"""What comes after the right words: a token for the browser, what was kept, and the way onward."""

from flask import Response, g, request

from channels.desk import known
from channels.pages import guard, signed_in, visit
from hub.staff import Present, Viewer, sessions


def enter(token: str) -> Response:
    """Let a browser hold the token of a session that began, and lead on.

    A form that was kept under the token it held before goes along to the same account.
    """
    here, before = visit(), signed_in.token_of(request)
    with here.session() as session:
        found = sessions.present(session, token, here.house.lasting)
        own = Viewer.staff(session.council, found.account_id)
        sessions.hand_over(session, own, found.session_id, before=before)
    with here.reading() as session:
        found = sessions.present(session, token, here.house.lasting)
    return admit(_onward(found), token, found)


def confirm() -> tuple[str, Present]:
    """Let the session of this request count from now on; give its new token and who it is."""
    here = visit()
    with here.session() as session:
        token = sessions.confirm(session, signed_in.own_viewer(), signed_in.present().session_id)
    with here.reading() as session:
        g.present = sessions.present(session, token, here.house.lasting)
    return token, signed_in.present()


def go_on(token: str, found: Present) -> Response:
    """Lead on whoever took the second step, with the session's new token."""
    return admit(_onward(found), token, found)


def admit(response: Response, token: str, found: Present) -> Response:
    """Let the browser hold the token, and know the name once both steps were taken in it."""
    if found.is_confirmed and not found.is_elsewhere:
        known.remember(response, found.name)
    return signed_in.give(response, token)


def _onward(found: Present) -> Response:
    if not found.is_confirmed:
        return guard.onward(
            "desk.second_step" if found.has_second_step else "desk.set_up_second_step"
        )
    if found.has_kept:
        return guard.onward("desk.go_on_with_form")
    if found.duty is None:
        return guard.onward("desk.choose_duty")
    return guard.lead_to(guard.then())
