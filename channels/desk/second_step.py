"""The second step: six digits from an app, a recovery code, and setting both up."""

from flask import Response

from channels.desk import entering, forms
from channels.desk.door import desk
from channels.desk.forms import DIGITS, LETTERS, Boxes
from channels.pages import signed_in, visit
from channels.pages.guard import Pass, may
from hub.paper import qr
from hub.staff import MustWait, SealBroken, SecondStepSet, WrongCode
from hub.staff import second_step as steps

_REFUSED = (MustWait, SealBroken, WrongCode)
_GROUP = 4


@desk.get("/<language:language>/desk/second-step")
@may(Pass.HALFWAY)
def second_step() -> Response:
    """Ask for the digits that the app shows."""
    if not signed_in.present().has_second_step:
        return forms.onward("desk.set_up_second_step")
    return forms.show("second_step")


@desk.post("/<language:language>/desk/second-step")
@may(Pass.HALFWAY)
def take_second_step() -> Response:
    """Let in whoever has the app."""
    boxes = forms.missing(DIGITS)
    if boxes.wrongs:
        return forms.show("second_step", boxes)
    here, own = visit(), signed_in.own_viewer()
    try:
        steps.check(
            here.house.database,
            own,
            signed_in.present().account_id,
            code=forms.typed(DIGITS),
            sealing=here.house.sealing,
        )
    except _REFUSED as error:
        return forms.show("second_step", forms.wrong(DIGITS, error))
    return entering.go_on(*entering.confirm())


@desk.get("/<language:language>/desk/second-step/recover")
@may(Pass.HALFWAY)
def recover() -> Response:
    """Ask for a recovery code."""
    return forms.show("recover")


@desk.post("/<language:language>/desk/second-step/recover")
@may(Pass.HALFWAY)
def try_to_recover() -> Response:
    """Let in whoever has a recovery code, which is used up by it."""
    boxes = forms.missing(LETTERS)
    if boxes.wrongs:
        return forms.show("recover", boxes)
    here, own = visit(), signed_in.own_viewer()
    try:
        steps.recover(
            here.house.database,
            own,
            signed_in.present().account_id,
            code=forms.typed(LETTERS),
            sealing=here.house.sealing,
        )
    except _REFUSED as error:
        return forms.show("recover", forms.wrong(LETTERS, error))
    return entering.go_on(*entering.confirm())


@desk.get("/<language:language>/desk/second-step/set-up")
@may(Pass.HALFWAY)
def set_up_second_step() -> Response:
    """Show what an app needs to know: as a picture, and in letters to be typed."""
    return _show_secret()


@desk.post("/<language:language>/desk/second-step/set-up")
@may(Pass.HALFWAY)
def confirm_second_step() -> Response:
    """Let the app count once it shows the right digits; show the recovery codes, this once."""
    boxes = forms.missing(DIGITS)
    if boxes.wrongs:
        return _show_secret(boxes)
    here, own = visit(), signed_in.own_viewer()
    try:
        codes = steps.confirm(
            here.house.database,
            own,
            signed_in.present().account_id,
            code=forms.typed(DIGITS),
            sealing=here.house.sealing,
        )
    except SecondStepSet:
        return forms.onward("desk.second_step")
    except _REFUSED as error:
        return _show_secret(forms.wrong(DIGITS, error))
    token, found = entering.confirm()
    shown = forms.show("codes", codes=codes, present=found)
    return entering.admit(shown, token, found)


def _show_secret(boxes: Boxes | None = None) -> Response:
    here, present = visit(), signed_in.present()
    try:
        with here.session() as session:
            secret = steps.begin(
                session, signed_in.own_viewer(), present.account_id, sealing=here.house.sealing
            )
    except SecondStepSet:
        return forms.onward("desk.second_step")
    council = here.to(here.council.name)
    size, dark = qr.runs(steps.address(secret, account=present.name, issuer=council))
    groups = [secret[start : start + _GROUP] for start in range(0, len(secret), _GROUP)]
    return forms.show("set_up_second_step", boxes, size=size, dark=dark, secret=" ".join(groups))
