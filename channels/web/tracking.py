"""Looking up a request: by its reference and a second fact, never by the reference alone."""

from flask import Response, request

from channels.pages import forms, visit
from channels.pages.fields import Wrong
from channels.pages.rendering import page
from channels.web import addresses
from channels.web.asking import WRONG
from channels.web.door import web
from hub import cases, catalogue
from hub.cases import CaseSeen, UnknownCase
from hub.staff import Viewer
from hub.store import Session
from hub.values import Reference, WrongValue

_LONGEST = 254


@web.get("/<language:language>/track")
def track() -> Response:
    """Ask for a reference and a second fact."""
    return ask_reference(reference=request.args.get("reference", ""))


@web.get("/r/<reference>")
def from_letter(reference: str) -> Response:
    """Lead from the code on a letter to the page that asks for the second fact."""
    digits = _shown(reference).replace(" ", "")
    return addresses.onward(f"/{visit().language}/track?reference={digits}")


@web.post("/<language:language>/track")
def look_up() -> Response:
    """Show where a request stands; a wrong reference and a wrong fact are answered alike."""
    here, typed = visit(), forms.typed()
    reference, fact = (typed.get(name, [""])[0] for name in ("reference", "fact"))
    with here.session() as session:
        try:
            case = cases.look_up(session, reference=reference, fact=fact[:_LONGEST])
        except UnknownCase:
            return ask_reference(WRONG, reference=reference, fact=fact, is_wrong=True)
        return _found(session, case)


def ask_reference(
    status: int = 200, *, reference: str, fact: str = "", is_wrong: bool = False, trouble: str = ""
) -> Response:
    """Show the page that asks, with what was typed."""
    wrong = Wrong("reference", visit().say("track_wrong"))
    return page(
        "track.html",
        status,
        typed={"reference": _shown(reference) or reference, "fact": fact},
        problems=[wrong] if is_wrong else [],
        trouble=trouble,
    )


def _found(session: Session, case: CaseSeen) -> Response:
    here = visit()
    own = Viewer.resident(here.council.id, case.id)
    service = catalogue.of_version(session, case.version)
    return page(
        "found.html",
        case=case,
        service=service,
        asked_on=here.day(here.local_day(case.asked_at)),
        answer_by=here.day(case.answer_by),
        status=here.spoken(f"statuses.{case.status}.name"),
        status_means=here.spoken(f"statuses.{case.status}.about"),
        owes=bool(cases.owed_of(session, own, case.id)),
    )


def _shown(reference: str) -> str:
    try:
        return Reference.parse(reference).shown
    except WrongValue:
        return ""
