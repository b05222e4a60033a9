"""Setting an account up: the first password, with the code that an administrator handed over."""

from flask import Response, request

from channels.desk import browsers, entering, forms
from channels.desk.door import desk
from channels.desk.forms import AGAIN, LETTERS, NAME, PASSWORD, Boxes
from channels.pages import limits, visit
from channels.pages.guard import Pass, may
from hub import staff
from hub.staff import (
    MustWait,
    PasswordEasilyGuessed,
    PasswordTooLong,
    PasswordTooShort,
    SetUp,
    WrongCode,
)

WEAK = (PasswordEasilyGuessed, PasswordTooLong, PasswordTooShort)


@desk.get("/<language:language>/desk/set-up")
@may(Pass.ANYBODY)
def set_up() -> Response:
    """Ask for the code, and for a password that is new."""
    return _ask()


@desk.post("/<language:language>/desk/set-up")
@may(Pass.ANYBODY)
def try_to_set_up() -> Response:
    """Set the password; the second step comes next."""
    boxes = twice(forms.missing(NAME, LETTERS, PASSWORD))
    if boxes.wrongs:
        return _ask(boxes)
    here = visit()
    told = SetUp(
        name=forms.typed(NAME),
        code=forms.typed(LETTERS),
        password=forms.secret(PASSWORD),
        network=limits.whose(),
        browser=browsers.named(request.user_agent.string),
    )
    try:
        token = staff.set_up(here.house.database, here.council, told, sealing=here.house.sealing)
    except (WrongCode, MustWait) as error:
        return _ask(forms.wrong(LETTERS, error))
    except WEAK as error:
        return _ask(forms.wrong(PASSWORD, error))
    return entering.enter(token)


def twice(boxes: Boxes) -> Boxes:
    """Mark a password that was typed a second time otherwise."""
    if PASSWORD not in boxes.wrongs and forms.secret(PASSWORD) != forms.secret(AGAIN):
        return boxes.mark(AGAIN, visit().spoken("desk.missing.password_again"))
    return boxes


def _ask(boxes: Boxes | None = None) -> Response:
    return forms.show("set_up", boxes, typed={NAME: forms.typed(NAME)}, present=None)
