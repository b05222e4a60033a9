"""Coming back to a saved request: by its code and what was told then, never by the code alone."""

from collections.abc import Mapping
from http import HTTPStatus

from flask import Response, request

from channels.pages import forms, limits, visit
from channels.pages.fields import Wrong
from channels.pages.refusals import refusal
from channels.pages.rendering import page
from channels.web import addresses, tokens
from channels.web.asking import WRONG
from channels.web.door import web
from hub import drafts
from hub.drafts import Draft, DraftState, UnknownCode, UnknownDraft
from hub.store import Session
from hub.values import SaveCode, WrongValue

_CODE, _FACT = "code", "fact"
_LONGEST = 254
_FORM = "ask"


class _Withdrawn(Exception):
    """Say that a draft was found whose service the council offers no longer."""


@web.get("/come-back")
def lead_back() -> Response:
    """Lead from a letter or an e-mail to the page that asks for the code."""
    return addresses.onward(f"/{visit().language}/come-back")


@web.get("/<language:language>/come-back")
def ask_for_code() -> Response:
    """Ask for a code, and for what was told when it was made."""
    return _ask(_NOTHING_TYPED)


@web.post("/<language:language>/come-back")
def come_back() -> Response:
    """Move the draft to this browser; a wrong code and a wrong fact are answered alike."""
    typed = _typed()
    if forms.told(forms.TONGUE):
        return _ask(typed, form=_FORM)
    if wrong := _misshapen(typed):
        return _ask(typed, WRONG, wrong=wrong, form=_FORM)
    limits.demand(limits.CAME_BACK)
    try:
        service, token = _moved(typed)
    except _Withdrawn:
        return refusal(HTTPStatus.GONE, "withdrawn", phone=visit().council.phone.shown)
    if not service:
        both = Wrong(_CODE, visit().say("come_back.wrong"))
        return _ask(typed, WRONG, wrong={_CODE: both, _FACT: both}, form=_FORM)
    if not token:
        trouble = visit().say("come_back.other")
        return _ask(typed, HTTPStatus.CONFLICT, trouble=trouble, form=_FORM, is_sure=True)
    tokens.remember(service, token)
    return addresses.onward(addresses.own(service, addresses.GO_ON))


def ask_again(trouble: str, status: int) -> Response:
    """Show the page that asks, with what was typed."""
    return _ask(_typed(), status, trouble=trouble, form=_FORM, is_sure=bool(forms.told(forms.ANEW)))


_NOTHING_TYPED: Mapping[str, str] = {_CODE: "", _FACT: ""}


def _typed() -> Mapping[str, str]:
    return {name: request.form.get(name, "")[:_LONGEST] for name in _NOTHING_TYPED}


def _ask(
    typed: Mapping[str, str],
    status: int = HTTPStatus.OK,
    *,
    wrong: Mapping[str, Wrong] | None = None,
    trouble: str = "",
    form: str = "",
    is_sure: bool = False,
) -> Response:
    return page(
        "come_back.html",
        status,
        typed=typed,
        wrong=wrong or {},
        problems=list(dict.fromkeys((wrong or {}).values())),
        trouble=trouble,
        tongue_form=form,
        is_sure=is_sure,
    )


def _misshapen(typed: Mapping[str, str]) -> dict[str, Wrong]:
    """Say what is missing, or cannot be a code, before anything is looked for."""
    here, wrong = visit(), dict[str, Wrong]()
    try:
        SaveCode.parse(typed[_CODE])
    except WrongValue:
        key = "code_slip" if typed[_CODE].strip() else "no_code"
        wrong[_CODE] = Wrong(_CODE, here.say(f"come_back.{key}"))
    if not typed[_FACT].strip():
        wrong[_FACT] = Wrong(_FACT, here.say("come_back.no_fact"))
    return wrong


def _moved(typed: Mapping[str, str]) -> tuple[str, str]:
    """Give the service of the draft and its new word; no service if nothing was found.

    There is no word if this browser has other answers and nobody said yet that they may go. A
    wrong fact is counted, so the error ends inside the transaction.

    :raises _Withdrawn: if the service is not offered any more; the draft stays where it is.
    """
    here = visit()
    code, secret = SaveCode.parse(typed[_CODE]), here.house.settings.secret
    with here.session() as session:
        try:
            draft = drafts.prove(session, code=code, fact=typed[_FACT], secret=secret)
        except UnknownCode:
            return "", ""
        if draft.service not in _offered():
            raise _Withdrawn
        if _has_others(session, draft) and not forms.told(forms.ANEW):
            return draft.service, ""
        return draft.service, drafts.move(session, draft)


def _offered() -> frozenset[str]:
    here = visit()
    return frozenset(each.id for each in here.house.catalogue.services(here.council.id))


def _has_others(session: Session, draft: Draft) -> bool:
    """Say whether this browser has open answers to the same service that are not these."""
    if not tokens.has_open(draft.service):
        return False
    try:
        own = drafts.find(session, tokens.newest(draft.service))
    except UnknownDraft:
        return False
    return own.id != draft.id and own.state == DraftState.OPEN and bool(own.answers)
