"""My account: my name, my password, my recovery codes, and where else I am signed in."""

from datetime import datetime
from uuid import UUID

from flask import Response

from channels.desk import forms
from channels.desk.door import desk
from channels.desk.forms import BEFORE, PASSWORD, SHOWN, Boxes
from channels.desk.setting_up import WEAK, twice
from channels.pages import guard, signed_in, visit
from channels.pages.guard import Pass, may
from channels.pages.visits import Visit
from hub import staff
from hub.staff import Change, MustWait, NotAName, SessionEnded, WrongSignIn, second_step, sessions

SESSION = "session"
_RENAMED, _CHANGED = "renamed", "password_changed"


@desk.get("/<language:language>/desk/account")
@may(Pass.STAFF)
def account() -> Response:
    """Show what somebody may change of their own."""
    note = guard.note()
    return _show(told=visit().spoken(f"desk.note.{note}") if note in {_RENAMED, _CHANGED} else "")


@desk.post("/<language:language>/desk/account/name")
@may(Pass.STAFF)
def rename() -> Response:
    """Change what colleagues read."""
    try:
        with visit().session() as session:
            staff.rename(
                session,
                signed_in.own_viewer(),
                signed_in.present().account_id,
                shown=forms.typed(SHOWN),
            )
    except NotAName:
        return _show(forms.Boxes().mark(SHOWN, visit().spoken("desk.missing.shown")))
    guard.say_next(_RENAMED)
    return forms.onward("desk.account")


@desk.post("/<language:language>/desk/account/password")
@may(Pass.STAFF)
def change_password() -> Response:
    """Change the password; wherever else somebody is signed in, it ends."""
    here, present = visit(), signed_in.present()
    boxes = twice(forms.missing(BEFORE, PASSWORD))
    if boxes.wrongs:
        return _show(boxes)
    change = Change(present, forms.secret(BEFORE), forms.secret(PASSWORD))
    try:
        staff.change(here.house.database, change, council=here.council, sealing=here.house.sealing)
    except (WrongSignIn, MustWait) as error:
        return _show(_before(error))
    except WEAK as error:
        return _show(forms.wrong(PASSWORD, error))
    guard.say_next(_CHANGED)
    return forms.onward("desk.account")


@desk.post("/<language:language>/desk/account/codes")
@may(Pass.STAFF)
def new_codes() -> Response:
    """Draw new recovery codes, and show them this once."""
    if not signed_in.present().has_second_step:
        return forms.onward("desk.account")
    with visit().session() as session:
        codes = second_step.renew_recovery(
            session, signed_in.own_viewer(), signed_in.present().account_id
        )
    return forms.show("codes", codes=codes)


@desk.post("/<language:language>/desk/account/end")
@may(Pass.STAFF)
def end_session() -> Response:
    """End one of the other places where somebody is signed in."""
    try:
        with visit().session() as session:
            sessions.end(session, signed_in.own_viewer(), UUID(forms.typed(SESSION)[:50]))
    except (SessionEnded, ValueError):
        pass  # it has ended already
    return forms.onward("desk.account")


@desk.get("/<language:language>/desk/account/name")
@desk.get("/<language:language>/desk/account/password")
@desk.get("/<language:language>/desk/account/codes")
@desk.get("/<language:language>/desk/account/end")
@may(Pass.STAFF)
def back_to_account() -> Response:
    """Lead somebody who reloads or shares the address of a form to the page that it is on."""
    return forms.onward("desk.account")


def _before(error: WrongSignIn | MustWait) -> Boxes:
    if isinstance(error, MustWait):
        return forms.wrong(BEFORE, error)
    return Boxes().mark(BEFORE, visit().spoken("desk.missing.wrong_password"))


def _show(boxes: Boxes | None = None, *, told: str = "") -> Response:
    here, present = visit(), signed_in.present()
    with here.reading() as session:
        found = sessions.elsewhere(
            session,
            signed_in.own_viewer(),
            here.house.lasting,
            here=present.session_id,
        )
    some = here.spoken("desk.account.some_browser")
    places = [(place, place.browser or some, _when(here, place.seen_at)) for place in found]
    return forms.show(
        "account",
        boxes,
        places=places,
        told=told,
        typed={SHOWN: forms.typed(SHOWN) or present.shown},
    )


def _when(here: Visit, moment: datetime) -> str:
    time = moment.astimezone(here.council.timezone)
    return f"{here.day(time.date())}, {time:%H:%M}"
