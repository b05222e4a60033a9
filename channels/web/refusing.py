"""When a draft cannot go on: it lapsed, it was sent, or the form was turned back at the gate."""

from collections.abc import Mapping

from flask import Response, request

from channels.pages import forms, visit
from channels.pages.again import ShowAgain
from channels.pages.refusals import refusal
from channels.pages.rendering import page
from channels.web import addresses, asking, sending, services, tokens, tracking
from channels.web.door import web
from channels.web.hand import begin, in_sight, service_of
from hub import cases, drafts
from hub.drafts import AlreadySent, UnknownDraft
from hub.interview import UnknownQuestion
from hub.staff import Viewer

_GONE = 410
_CONFLICT = 409


@web.errorhandler(UnknownDraft)
def lapsed(_: UnknownDraft) -> Response:
    """Begin anew, with what was typed on the page if its question is asked at the beginning too."""
    service, path = _asked_for()
    tokens.forget(service)
    if request.method != "POST":
        return addresses.onward(addresses.start(service))
    try:
        return _anew(_GONE, service=service, path=path)
    except UnknownQuestion:
        return refusal(_GONE)


@web.errorhandler(AlreadySent)
def sent_before(_: AlreadySent) -> Response:
    """Show the reference of the request that was sent, and what has not been added to it."""
    service, _path = _asked_for()
    if request.method != "POST":
        return addresses.onward(addresses.own(service, addresses.DONE))
    here = visit()
    with here.reading() as session:
        draft = drafts.find(session, tokens.token_of(service))
        if draft.case_id is None:
            raise UnknownDraft
        own = Viewer.resident(here.council.id, draft.case_id)
        reference, _day = cases.receipt_of(session, own, draft.case_id)
    typed = [said for values in forms.typed().values() for said in values if said.strip()]
    return page(
        "sent_before.html",
        _CONFLICT,
        service=service_of(service),
        reference=reference,
        kept=typed,
        done=addresses.own(service, addresses.DONE),
    )


def _asked_for() -> tuple[str, str]:
    inside = request.view_args or {}
    return inside.get("service", ""), inside.get("path", addresses.CHECK)


def _question_again(trouble: str, status: int, *, service: str, path: str) -> Response:
    try:
        return _question(trouble, status, service=service, path=path)
    except UnknownDraft:
        return _anew(status, service=service, path=path)


def _anew(status: int, *, service: str, path: str) -> Response:
    begin(service)
    return _question(visit().say("trouble.lapsed"), status, service=service, path=path)


def _question(trouble: str, status: int, *, service: str, path: str) -> Response:
    with in_sight(service) as hand:
        asked = addresses.path_of(path)
        response = asking.ask(hand, asked, typed=forms.typed(), trouble=trouble)
    response.status_code = status
    return response


def _check_again(trouble: str, status: int, *, service: str) -> Response:
    with in_sight(service) as hand:
        return sending.read_over(hand, status=status, trouble=trouble)


def _start_again(trouble: str, status: int, *, service: str) -> Response:
    return services.introduce(service_of(service), status=status, trouble=trouble)


def _track_again(trouble: str, status: int) -> Response:
    reference, fact = (request.form.get(name, "") for name in ("reference", "fact"))
    return tracking.ask_reference(status, reference=reference, fact=fact, trouble=trouble)


SHOWN_AGAIN: Mapping[str, ShowAgain] = {
    "web.answer": _question_again,
    "web.send": _check_again,
    "web.start_draft": _start_again,
    "web.look_up": _track_again,
}
