"""Signing in and out: a name and a password, and where to go when they are forgotten."""

from flask import Response, request

from channels.desk import browsers, elsewhere, entering, forms, known
from channels.desk.door import desk
from channels.desk.forms import NAME, PASSWORD, Boxes
from channels.pages import guard, limits, signed_in, visit
from channels.pages.guard import Pass, may
from hub import staff
from hub.staff import Attempt, MustWait, SessionEnded, WrongSignIn, sessions


@desk.get("/<language:language>/desk/sign-in")
@may(Pass.ANYBODY)
def sign_in() -> Response:
    """Ask for name and password; whoever is signed in goes on, and halfway anybody may begin."""
    if signed_in.is_known() and signed_in.present().is_confirmed:
        return forms.onward("desk.home")
    return _ask(note=guard.note())


@desk.post("/<language:language>/desk/sign-in")
@may(Pass.ANYBODY)
def try_to_sign_in() -> Response:
    """Sign in with name and password; the second step comes next."""
    boxes = forms.missing(NAME, PASSWORD)
    if boxes.wrongs:
        return _ask(boxes)
    here = visit()
    attempt = Attempt(
        name=forms.typed(NAME),
        password=forms.secret(PASSWORD),
        network=limits.whose(),
        browser=browsers.named(request.user_agent.string),
        known=known.browser(forms.typed(NAME)),
        samples=here.house.lasting.samples,
    )
    try:
        token = staff.sign_in(
            here.house.database, here.council.id, attempt, sealing=here.house.sealing
        )
    except (WrongSignIn, MustWait) as error:
        return _ask(forms.wrong(NAME, error))
    return entering.enter(token)


@desk.get("/<language:language>/desk/forgotten")
@may(Pass.ANYBODY)
def forgotten() -> Response:
    """Say who helps when a password or a phone is lost."""
    return forms.show("forgotten")


@desk.post("/<language:language>/desk/sign-out")
@may(Pass.ANYBODY)
def sign_out() -> Response:
    """End the session; done twice it is done once."""
    if signed_in.is_known():
        here = signed_in.present()
        if here.is_elsewhere:
            elsewhere.remember_out()
        try:
            with visit().session() as session:
                sessions.end(session, signed_in.own_viewer(), here.session_id)
        except SessionEnded:
            pass  # in another tab, a moment ago
    return signed_in.take_away(forms.onward("desk.signed_out"))


@desk.get("/<language:language>/desk/signed-out")
@may(Pass.ANYBODY)
def signed_out() -> Response:
    """Say that nobody is signed in here any more."""
    return forms.show("signed_out", present=None, address_out=elsewhere.address_out())


def _ask(boxes: Boxes | None = None, *, note: str = "") -> Response:
    return forms.show(
        "sign_in",
        boxes,
        typed={NAME: forms.typed(NAME)},
        told=visit().spoken(f"desk.note.{note}") if note else "",
        elsewhere=elsewhere.is_offered(),
        present=None,
    )
