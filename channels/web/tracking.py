"""Looking up a request: by its reference and a second fact, never by the reference alone."""

from collections.abc import Mapping
from http import HTTPStatus

from flask import Response, request

from channels.pages import forms, visit
from channels.pages.fields import Wrong
from channels.pages.rendering import page
from channels.web import addresses
from channels.web.asking import WRONG
from channels.web.door import web
from hub import cases, people
from hub.cases import Standing, Status, UnknownCase
from hub.values import EmailAddress, PhoneNumber, Postcode, Reference, WrongValue

_REFERENCE, _FACT = "reference", "fact"
_LONGEST = 254
_FORM = "ask"


@web.get("/<language:language>/track")
def track() -> Response:
    """Ask for a reference and a second fact."""
    return _ask({_REFERENCE: request.args.get(_REFERENCE, ""), _FACT: ""})


@web.get("/r/<reference>")
@web.get("/<language:language>/r/<reference>")
def from_letter(reference: str) -> Response:
    """Lead from the code on a letter to the page that asks for the second fact."""
    digits = _shown(reference).replace(" ", "")
    return addresses.onward(f"/{visit().language}/track?reference={digits}")


@web.post("/<language:language>/track")
def look_up() -> Response:
    """Show where a request stands; a wrong reference and a wrong fact are answered alike."""
    typed = _typed()
    if forms.told(forms.TONGUE):
        return _ask(typed, form=_FORM)
    if wrong := _misshapen(typed):
        return _ask(typed, WRONG, wrong=wrong, form=_FORM)
    found = _standing(typed)
    if found is None:
        both = Wrong(_REFERENCE, visit().say("track_wrong"))
        return _ask(typed, WRONG, wrong={_REFERENCE: both, _FACT: both}, form=_FORM)
    return _found(found)


def ask_again(trouble: str, status: int) -> Response:
    """Show the page that asks, with what was typed."""
    return _ask(_typed(), status, trouble=trouble, form=_FORM)


def _ask(
    typed: Mapping[str, str],
    status: int = HTTPStatus.OK,
    *,
    wrong: Mapping[str, Wrong] | None = None,
    trouble: str = "",
    form: str = "",
) -> Response:
    return page(
        "track.html",
        status,
        typed={**typed, _REFERENCE: _shown(typed[_REFERENCE]) or typed[_REFERENCE]},
        wrong=wrong or {},
        problems=list(dict.fromkeys((wrong or {}).values())),
        trouble=trouble,
        tongue_form=form,
    )


def _typed() -> Mapping[str, str]:
    return {name: request.form.get(name, "") for name in (_REFERENCE, _FACT)}


def _misshapen(typed: Mapping[str, str]) -> dict[str, Wrong]:
    """Say what is missing, or cannot be what it should be, before anything is looked for."""
    here, wrong = visit(), dict[str, Wrong]()
    try:
        Reference.parse(typed[_REFERENCE])
    except WrongValue as error:
        is_there = bool(typed[_REFERENCE].strip())
        said = here.spoken(f"problems.{error.key}") if is_there else here.say("track_no_reference")
        wrong[_REFERENCE] = Wrong(_REFERENCE, said)
    if not _may_be_a_fact(typed[_FACT]):
        wrong[_FACT] = Wrong(_FACT, here.say("track_no_fact"))
    return wrong


def _may_be_a_fact(words: str) -> bool:
    if people.may_be_surname(words):
        return True
    for kind in (Postcode, EmailAddress, PhoneNumber):
        try:
            kind.parse(words)
        except WrongValue:
            continue
        return True
    return False


def _standing(typed: Mapping[str, str]) -> Standing | None:
    """Look a case up; a wrong fact is counted, so the error ends inside the transaction."""
    fact = typed[_FACT][:_LONGEST]
    with visit().session() as session:
        try:
            return cases.standing(session, reference=typed[_REFERENCE], fact=fact)
        except UnknownCase:
            return None


def _found(found: Standing) -> Response:
    here, case = visit(), found.case
    return page(
        "found.html",
        case=case,
        service=found.service,
        asked_on=here.day(here.local_day(case.asked_at)),
        answer_by="" if case.status is Status.CLOSED else here.day(case.answer_by),
        status=here.spoken(f"statuses.{case.status}.name"),
        status_means=here.spoken(f"statuses.{case.status}.about"),
        owes=found.owes,
    )


def _shown(reference: str) -> str:
    try:
        return Reference.parse(reference).shown
    except WrongValue:
        return ""
