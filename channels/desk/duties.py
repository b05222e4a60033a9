"""Choosing what somebody does now, where they have several roles or teams."""

from flask import Response

from channels.desk import forms
from channels.desk.door import desk
from channels.pages import guard, signed_in, visit
from channels.pages.guard import Pass, may
from channels.pages.visits import Visit
from hub.councils import UnknownTeam
from hub.staff import sessions
from hub.values import Duty

DUTY = "duty"


@desk.get("/<language:language>/desk/as")
@may(Pass.STAFF)
def choose_duty() -> Response:
    """Ask in which role, and for which team, somebody works now."""
    return _ask()


@desk.post("/<language:language>/desk/as")
@may(Pass.STAFF)
def take_duty() -> Response:
    """Work in the chosen role from now on."""
    here = signed_in.present()
    chosen = next((duty for duty in here.duties if duty.key == forms.typed(DUTY)), None)
    if chosen is None:
        return _ask(forms.Boxes().mark(DUTY, visit().spoken("desk.missing.duty")))
    with visit().session() as session:
        sessions.act_as(session, signed_in.own_viewer(), here.session_id, duty=chosen)
    return guard.lead_to(guard.then())


def said(here: Visit, duty: Duty) -> str:
    """Give a duty in words: "Officer, Highways"."""
    role = here.spoken(f"desk.roles.{duty.role.name.lower()}")
    if not duty.team:
        return role
    try:
        return f"{role}, {here.to(here.council.team(duty.team).name)}"
    except UnknownTeam:
        return f"{role}, {duty.team}"


def _ask(boxes: forms.Boxes | None = None) -> Response:
    here, present = visit(), signed_in.present()
    offered = [(duty.key, said(here, duty), duty == present.duty) for duty in present.duties]
    return forms.show("duties", boxes, offered=offered)
