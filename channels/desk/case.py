"""One case, to be read: its answers and what has happened; that it was read is history."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Response

from channels.desk import forms, home
from channels.desk.door import desk
from channels.pages import signed_in, visit
from channels.pages.guard import may
from channels.pages.refusals import refusal
from channels.pages.visits import Visit
from hub import cases, interview
from hub.cases import Step, StepKind, UnknownCase
from hub.staff import NotAllowed
from hub.values import Reference, Role, WrongValue


@dataclass(frozen=True, slots=True)
class Told:
    """Hold one step as the page tells it."""

    day: str
    said: str


@desk.get("/<language:language>/desk/cases/<reference>")
@may(Role.OFFICER, Role.SUPERVISOR)
def case(reference: str) -> Response:
    """Show a case of the viewer's teams; any other is not there."""
    here, viewer = visit(), signed_in.viewer()
    named = Reference.parse(reference)
    with here.session() as session:
        found = cases.with_reference(session, viewer, named)
        _, asked = cases.interview_of(session, viewer, found.id, timezone=here.council.timezone)
        steps = cases.every_step_of(session, viewer, found.id, team=found.team)
        owed = cases.owed_of(session, viewer, found.id)
    return forms.show(
        "case",
        case=found,
        service=here.to(asked.service.title),
        standing=home.standing(here, found.status),
        team=home.team_name(here, found.team or ""),
        asked_on=here.day(here.local_day(found.asked_at)),
        answer_by=here.day(found.answer_by),
        is_late=found.answer_by < here.today and found.status is not cases.Status.CLOSED,
        channel=here.spoken(f"desk.channels.{found.channel}"),
        spoken_in=here.spoken(f"desk.languages.in_{found.language}"),
        lines=interview.read_back(asked, here.house.words),
        owed=[interview.step(asked, path).short for path in owed],
        steps=[_told(here, step) for step in steps],
    )


@desk.errorhandler(UnknownCase)
@desk.errorhandler(NotAllowed)
@desk.errorhandler(WrongValue)
def not_there(_: Exception) -> Response:
    """Say the same of a case that is another team's as of one that there is not."""
    return refusal(HTTPStatus.NOT_FOUND)


def _told(here: Visit, step: Step) -> Told:
    team = home.team_name(here, step.team) if step.kind is StepKind.TEAM else ""
    return Told(
        here.day(here.local_day(step.at)), here.spoken(f"desk.steps.{step.kind}", team=team)
    )
