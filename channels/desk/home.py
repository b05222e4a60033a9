"""My work: in which role somebody is here, and the open cases of their teams."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from flask import Response, request

from channels.desk import duties, forms
from channels.desk.door import desk
from channels.pages import rendering, signed_in, visit
from channels.pages.guard import Pass, may
from channels.pages.visits import Visit
from hub import cases, words
from hub.cases import InQueue, Mark, Status
from hub.cases.queue import MOST_COUNTED
from hub.catalogue import UnknownService
from hub.councils import UnknownTeam

AFTER = "after"


@dataclass(frozen=True, slots=True)
class Line:
    """Hold one case as the list shows it."""

    reference: str
    address: str
    service: str
    team: str
    asked: str
    promised: str
    standing: str
    is_late: bool
    urgent: bool


@desk.get("/<language:language>/desk")
@may(Pass.STAFF)
def home() -> Response:
    """Show the open cases of the viewer's teams, oldest asked first."""
    here, viewer, present = visit(), signed_in.viewer(), signed_in.present()
    after = Mark.parse(request.args.get(AFTER, "")[:100])
    with here.reading() as session:
        found, more = cases.queue(session, viewer, after=after)
        count = cases.open_cases(session, viewer)
    own = rendering.address("desk.home")
    return forms.show(
        "home",
        duty=duties.said(here, present.duty) if present.duty else "",
        has_teams=bool(viewer.teams),
        has_several=len(present.duties) > 1,
        shows_teams=len(viewer.teams) > 1,
        lines=lines_of(here, found),
        count=_counted(here, count),
        is_first=after is None,
        more=f"{own}?{AFTER}={quote(str(more))}" if more else "",
    )


def standing(here: Visit, status: Status) -> str:
    """Give where a case stands, in words for staff."""
    return here.spoken(f"desk.statuses.{status}")


def team_name(here: Visit, team: str) -> str:
    """Give a team's name, or its id where the council has it no longer."""
    try:
        return here.to(here.council.team(team).name)
    except UnknownTeam:
        return team


def service_name(here: Visit, service: str) -> str:
    """Give a service's name, or its id where the council offers it no longer."""
    try:
        return here.to(here.house.catalogue.service(here.council.id, service).title)
    except UnknownService:
        return service


def lines_of(here: Visit, found: Sequence[InQueue]) -> list[Line]:
    """Give these cases as a list shows them."""
    own = rendering.address("desk.home")
    return [
        Line(
            reference=case.reference.shown,
            address=f"{own}/cases/{case.reference.digits}",
            service=service_name(here, case.service),
            team=team_name(here, case.team),
            asked=_day(here, here.local_day(case.asked_at)),
            promised=_day(here, case.answer_by),
            standing=standing(here, case.status),
            is_late=case.is_late(here.today),
            urgent=case.urgent,
        )
        for case in found
    ]


def _day(here: Visit, day: date) -> str:
    return words.say_date(here.house.words, day, here.language, with_weekday=False)


def _counted(here: Visit, count: int) -> str:
    if count > MOST_COUNTED:
        return here.spoken("desk.home.many", count=f"{MOST_COUNTED:,}")
    return here.spoken(f"desk.home.{'one' if count == 1 else 'count'}", count=count)
