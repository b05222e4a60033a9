"""A form that was sent when the session had ended: kept sealed, and offered again after signing in.

It lies with the session that ended, so only a browser that was signed in once can have one kept;
and it is given back to the same account alone. What is secret in it, and files, are not kept.
"""

import json
from dataclasses import dataclass
from enum import Enum, auto

from flask import request

from channels.pages import forms, signed_in
from channels.pages.house import house
from channels.pages.visits import visit
from hub.staff import SealBroken, sessions

_MOST = 200_000  # characters; a form that is longer is shown, to be copied
_ABOUT = "kept form"


class Kept(Enum):
    """Say what became of a form."""

    WHOLE = auto()
    NOTHING_TYPED = auto()
    NOT = auto()


@dataclass(frozen=True, slots=True)
class Form:
    """Hold a form as it was sent: where to, and what stood in it."""

    address: str
    typed: tuple[tuple[str, str], ...]

    @property
    def words(self) -> list[str]:
        """Give what somebody can read of it."""
        return [said for _, said in self.typed if said.strip()]


def keep() -> Kept:
    """Keep the form of this request for whoever was signed in with this browser's token."""
    if any(name in forms.SECRETS for name in request.form):
        return Kept.NOTHING_TYPED
    if forms.files():
        return Kept.NOT
    typed = [pair for pair in request.form.items(multi=True) if pair[0] != forms.TOKEN]
    if not typed:
        return Kept.NOTHING_TYPED
    written = json.dumps({"address": request.path, "typed": typed})
    token = signed_in.token_of(request)
    if len(written) > _MOST or not token:
        return Kept.NOT
    with visit().session() as session:
        sealed = house().sealing.seal(
            written.encode("utf-8", "replace"),
            about=f"{_ABOUT} {session.council}",
            nonce=session.chance.salt(),
        )
        found = sessions.keep_form(session, token, sealed.hex())
    return Kept.NOT if found is None else Kept.WHOLE


def forget_sent() -> None:
    """Keep a form no longer that is being sent now."""
    here = signed_in.present()
    if not here.has_kept:
        return
    own = signed_in.own_viewer()
    with visit().session() as session:
        form = opened(sessions.kept_form(session, own, here.session_id) or "")
        if form is None or form.address == request.path:
            sessions.leave_form(session, own, here.session_id)


def opened(sealed: str) -> Form | None:
    """Give a form that was kept; None if it was sealed with another secret."""
    try:
        about = f"{_ABOUT} {visit().council.id}"
        read = json.loads(house().sealing.open(bytes.fromhex(sealed), about=about))
    except (SealBroken, ValueError):
        return None
    return Form(read["address"], tuple((name, said) for name, said in read["typed"]))
