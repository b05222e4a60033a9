"""A short form of the desk: its boxes, what is wrong with them, and what is said of it."""

from dataclasses import dataclass, field
from http import HTTPStatus

from flask import Response, request

from channels.pages import guard, refusals, rendering, signed_in, visit
from channels.pages.fields import Wrong
from hub.errors import HubError
from hub.staff import MustWait

PASSWORD, BEFORE, AGAIN = "password", "password_before", "password_again"
NAME, DIGITS, LETTERS, SHOWN = "name", "digits", "letters", "shown"


@dataclass(frozen=True, slots=True)
class Boxes:
    """Hold what is wrong with the boxes of a form, by their names."""

    wrongs: dict[str, Wrong] = field(default_factory=dict)

    def mark(self, name: str, said: str) -> "Boxes":
        """Say what is wrong with one box."""
        return Boxes({**self.wrongs, name: Wrong(name, said)})


def typed(name: str) -> str:
    """Give what was typed into a box, without what stands around it."""
    return request.form.get(name, "").strip()


def secret(name: str) -> str:
    """Give what was typed into a box, every sign of it."""
    return request.form.get(name, "")


def show(
    template: str, boxes: Boxes | None = None, *, status: int = HTTPStatus.OK, **values: object
) -> Response:
    """Show a page of the desk, with what is wrong with its boxes."""
    wrongs = boxes.wrongs if boxes else {}
    here = signed_in.present() if signed_in.is_known() else None
    code = HTTPStatus.UNPROCESSABLE_ENTITY if wrongs and status == HTTPStatus.OK else status
    plain = {"wrongs": wrongs, "problems": list(wrongs.values()), "present": here}
    return rendering.page(f"desk/{template}.html", code, **{**plain, **values})


def missing(*names: str) -> Boxes:
    """Mark every one of these boxes that was left empty."""
    boxes = Boxes()
    for name in names:
        if not secret(name).strip():
            boxes = boxes.mark(name, visit().spoken(f"desk.missing.{name}"))
    return boxes


def wrong(name: str, error: HubError) -> Boxes:
    """Say beside a box what the hub refused; a wait by the clock on the wall."""
    here = visit()
    if isinstance(error, MustWait):
        time = refusals.time_after(error.seconds)
        return Boxes().mark(name, here.spoken("desk.wait", time=time))
    return Boxes().mark(name, here.spoken(f"errors.{error.key}", **error.values))


def onward(endpoint: str) -> Response:
    """Lead on to another page of the desk."""
    return guard.onward(endpoint)
