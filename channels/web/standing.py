"""The page of a request that was looked up: where it stands, for the one who asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from uuid import UUID

from flask import Response, request

from channels.pages import Visit, rendering, visit
from channels.pages.fields import Wrong
from channels.pages.rendering import page
from channels.web.knowing import Known
from hub import cases, permits
from hub.cases import CaseSeen, Standing, Status, Step, StepKind
from hub.councils import UnknownTeam
from hub.interview import LONGEST_NOTE
from hub.permits import PermitSeen, UnknownPermit
from hub.staff import Viewer
from hub.store import Session

FORM = "add"
ADD = "track/request/add"


@dataclass(frozen=True, slots=True)
class Told:
    """Hold one step as the page tells it."""

    day: str
    said: str


def show(
    known: Known,
    status: int = HTTPStatus.OK,
    *,
    typed: str = "",
    wrongs: Sequence[Wrong] = (),
    trouble: str = "",
    note_of_page: str = "",
) -> Response:
    """Show where a request stands, with what was typed on the page and what is wrong with it."""
    here = visit()
    with here.session() as transaction:  # that they looked is history
        found = cases.standing(
            transaction,
            known.viewer(here),
            known.case_id,
            asker=known.asker,
            timezone=here.council.timezone,
        )
        permit = _permit(transaction, known.viewer(here), found.case, asker=known.asker)
        key = str(transaction.chance.uuid())
    return page(
        "found.html",
        status,
        mark=known.mark,
        key=key,
        typed=typed,
        wrongs={wrong.id: wrong for wrong in wrongs},
        problems=wrongs,
        trouble=trouble,
        note=here.say(note_of_page) if note_of_page else "",
        **_in_other_tongues(),
        longest=LONGEST_NOTE,
        permit=permit,
        permit_until=here.day(permit.until) if permit else "",
        **_standing(here, found, known.asker),
    )


def _permit(session: Session, viewer: Viewer, case: CaseSeen, *, asker: UUID) -> PermitSeen | None:
    """Give what was granted to whoever looks; who was added to a request was granted nothing."""
    if asker != case.resident_id:
        return None
    try:
        return permits.of_case(session, viewer, case.id)
    except UnknownPermit:
        return None


def _in_other_tongues() -> Mapping[str, object]:
    """Let what was typed go along into another language, wherever the page was sent from."""
    if request.method != "POST":
        return {}
    return {"tongue_form": FORM, "tongues": rendering.tongues(ADD)}


def _on_behalf(here: Visit, found: Standing, asker: UUID) -> str:
    """Say to one of the two for whom it is; nothing where it is for whoever asked."""
    if found.behalf is None:
        return ""
    return here.to(cases.say_behalf(found.behalf, here.house.words, to=asker))


def _standing(here: Visit, found: Standing, asker: UUID) -> Mapping[str, object]:
    case, waits = found.case, found.patience
    is_with_team = case.status is Status.WITH_TEAM
    service = found.service
    return {
        "case": case,
        "service": service,
        "asked_on": here.day(here.local_day(case.asked_at)),
        "answer_by": "" if case.status is Status.CLOSED else here.day(case.answer_by),
        "status": here.spoken(f"statuses.{case.status}.name"),
        "status_means": here.spoken(f"statuses.{case.status}.about"),
        "next": here.to(service.happens_next)
        if is_with_team
        else here.spoken(f"statuses.{case.status}.next"),
        "on_behalf": _on_behalf(here, found, asker),
        "steps": [_told(here, step) for step in found.steps],
        "owed": found.owed,
        "files_owed": found.files,
        "is_open": case.status is not Status.CLOSED,
        "waits": waits,
        "from_day": here.day_after(waits.from_day),
        "said_on": here.day_after(here.local_day(waits.said_at)) if waits.said_at else "",
    }


def _told(here: Visit, step: Step) -> Told:
    return Told(here.day(here.local_day(step.at)), _said(here, step))


def _said(here: Visit, step: Step) -> str:
    if step.kind is not StepKind.TEAM:
        return here.spoken(f"steps.{step.kind}")
    try:
        return here.spoken("steps.team", team=here.council.team(step.team).name)
    except UnknownTeam:
        return here.spoken("steps.team_unnamed")
