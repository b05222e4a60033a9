"""A form that was kept while somebody signed in again: shown, to be sent or left."""

from flask import Response

from channels.desk import forms
from channels.desk.door import desk
from channels.pages import guard, keeping, signed_in, visit
from channels.pages.guard import Pass, may
from hub.staff import sessions


@desk.get("/<language:language>/desk/go-on")
@may(Pass.STAFF)
def go_on_with_form() -> Response:
    """Show what was typed, with a way to send it now."""
    here = signed_in.present()
    with visit().reading() as session:
        sealed = sessions.kept_form(session, signed_in.own_viewer(), here.session_id)
    form = keeping.opened(sealed) if sealed else None
    return forms.show("kept", form=form) if form else guard.lead_to(guard.then())


@desk.post("/<language:language>/desk/go-on")
@may(Pass.STAFF)
def leave_form() -> Response:
    """Keep it no longer."""
    here = signed_in.present()
    with visit().session() as session:
        sessions.leave_form(session, signed_in.own_viewer(), here.session_id)
    return guard.lead_to(guard.then())
