"""The page that asks for a reference and a second fact: never is a reference alone enough."""

from collections.abc import Mapping
from http import HTTPStatus

from flask import Response, request, session

from channels.pages import rendering, visit
from channels.pages.fields import Wrong
from channels.pages.rendering import page
from channels.web import addresses
from channels.web.asking import WRONG
from channels.web.door import web
from hub import people
from hub.values import EmailAddress, PhoneNumber, Postcode, Reference, WrongValue

REFERENCE, FACT, KEPT = "reference", "fact", "kept"
FORM = "ask"
LEFT = "left"  # that somebody closed their request here just now


@web.get("/<language:language>/track")
def track() -> Response:
    """Ask for a reference and a second fact."""
    note = visit().say("found.left") if session.pop(LEFT, None) else ""
    return ask({REFERENCE: request.args.get(REFERENCE, ""), FACT: ""}, note=note)


@web.get("/r/<reference>")
@web.get("/<language:language>/r/<reference>")
def from_letter(reference: str) -> Response:
    """Lead from the code on a letter to the page that asks for the second fact."""
    digits = _shown(reference).replace(" ", "")
    return addresses.onward(f"/{visit().language}/track?reference={digits}")


def ask_again(trouble: str, status: int) -> Response:
    """Show the page that asks, with what was typed."""
    return ask(typed_so_far(), status, trouble=trouble, form=FORM)


def ask_who(*, note: str, has_files: bool) -> Response:
    """Ask for the second fact again, and keep the note that somebody wrote meanwhile."""
    here = visit()
    said = here.say("found.over")
    trouble = f"{said} {here.say('found.over_files')}" if has_files else said
    return ask({REFERENCE: "", FACT: "", KEPT: note}, WRONG, trouble=trouble, form=FORM)


def ask(
    typed: Mapping[str, str],
    status: int = HTTPStatus.OK,
    *,
    wrong: Mapping[str, Wrong] | None = None,
    trouble: str = "",
    note: str = "",
    form: str = "",
) -> Response:
    """Show the page that asks for both, with what was typed and what is wrong with it."""
    return page(
        "track.html",
        status,
        typed={**typed, REFERENCE: _shown(typed[REFERENCE]) or typed[REFERENCE]},
        wrong=wrong or {},
        problems=list(dict.fromkeys((wrong or {}).values())),
        trouble=trouble,
        note=note,
        tongue_form=form,
        tongues=rendering.tongues("track"),
    )


def typed_so_far() -> Mapping[str, str]:
    """Give what was typed into the boxes, and a note that is kept meanwhile."""
    return {name: request.form.get(name, "") for name in (REFERENCE, FACT, KEPT)}


def misshapen(typed: Mapping[str, str]) -> dict[str, Wrong]:
    """Say what is missing, or cannot be what it should be, before anything is looked for."""
    here, wrong = visit(), dict[str, Wrong]()
    try:
        Reference.parse(typed[REFERENCE])
    except WrongValue as error:
        is_there = bool(typed[REFERENCE].strip())
        said = here.spoken(f"problems.{error.key}") if is_there else here.say("track_no_reference")
        wrong[REFERENCE] = Wrong(REFERENCE, said)
    if not _may_be_a_fact(typed[FACT]):
        wrong[FACT] = Wrong(FACT, here.say("track_no_fact"))
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


def _shown(reference: str) -> str:
    try:
        return Reference.parse(reference).shown
    except WrongValue:
        return ""
