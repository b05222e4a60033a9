"""Saving a request for later, on another device: where the code goes, and the code itself."""

from collections.abc import Mapping
from http import HTTPStatus

from flask import Response, abort

from channels.pages import forms, limits, visit
from channels.pages.fields import Wrong
from channels.pages.rendering import page
from channels.web import addresses, save_boxes
from channels.web.asking import WRONG
from channels.web.door import web
from channels.web.hand import Hand, in_sight, to_save
from channels.web.save_boxes import WrongBoxes
from hub import drafts, interview, saved
from hub.drafts import CodeBy
from hub.interview import Interview

_FORM = "ask"


@web.get(f"/<language:language>/report/<service>/{addresses.SAVE}")
def choose_way(service: str) -> Response:
    """Ask how the resident wants to get the code."""
    with in_sight(service) as hand:
        return page(
            "save_choose.html",
            service=hand.service,
            ways=[(by.value, _where(service, by)) for by in _offered()],
            go_on=addresses.own(service, addresses.GO_ON),
            goes_on_at=_next_question(hand.asked),
        )


@web.get(f"/<language:language>/report/<service>/{addresses.SAVE}/<way>")
def ask_where(service: str, way: str) -> Response:
    """Ask where the code goes; what was answered before is there already."""
    by = _by(way)
    with in_sight(service) as hand:
        return _ask(hand, by, save_boxes.known(hand.asked))


@web.post(f"/<language:language>/report/<service>/{addresses.SAVE}/<way>")
def save_draft(service: str, way: str) -> Response:
    """Save the draft and have its code sent; pressed twice, it is one code and one letter."""
    by = _by(way)
    if forms.told(forms.TONGUE):
        return ask_again("", HTTPStatus.OK, service=service, way=way)
    limits.demand(limits.SAVED)
    here = visit()
    try:
        told = save_boxes.read(by, save_boxes.typed(), here)
    except WrongBoxes as wrong:
        with in_sight(service) as hand:
            return _ask(hand, by, save_boxes.typed(), wrong=wrong.by_name)
    with to_save(service) as held:
        saved.save(held.session, held.draft, told, secret=here.house.settings.secret)
    return addresses.onward(addresses.own(service, addresses.SAVED))


@web.get(f"/<language:language>/report/<service>/{addresses.SAVED}")
def show_code(service: str) -> Response:
    """Show the code, how to come back and until when; only to the browser that holds the draft."""
    here = visit()
    with in_sight(service) as hand:
        kept, secret = hand.kept_saving, here.house.settings.secret
        if kept is None or hand.kept_until is None or not drafts.opens(kept, secret=secret):
            return addresses.onward(addresses.own(service, addresses.SAVE))
        found = drafts.saved_of(kept, secret=secret)
        return page(
            "saved.html",
            service=hand.service,
            code=found.code.shown,
            told=found.told,
            kept_until=here.day(hand.kept_until),
            link=saved.come_back_link(here.house.settings.public_url).partition("://")[2],
            goes_on_at=_next_question(hand.asked),
            go_on=addresses.own(service, addresses.GO_ON),
            save=addresses.own(service, addresses.SAVE),
            delete=addresses.own(service, addresses.DELETE),
        )


def ask_again(trouble: str, status: int, *, service: str, way: str) -> Response:
    """Show the page that asks where the code goes, with what was typed."""
    with in_sight(service) as hand:
        return _ask(hand, _by(way), save_boxes.typed(), trouble=trouble, status=status, form=_FORM)


def _ask(
    hand: Hand,
    by: CodeBy,
    typed: Mapping[str, str],
    *,
    wrong: Mapping[str, Wrong] | None = None,
    trouble: str = "",
    status: int = HTTPStatus.OK,
    form: str = "",
) -> Response:
    return page(
        "save.html",
        WRONG if wrong else status,
        service=hand.service,
        by=by.value,
        boxes=save_boxes.boxes(by, typed, wrong or {}),
        sizes=save_boxes.sizes(by, typed),
        problems=list((wrong or {}).values()),
        trouble=trouble,
        mark=hand.mark,
        back=addresses.own(hand.service.id, addresses.SAVE),
        here=_where(hand.service.id, by),
        tongue_form=form or (_FORM if wrong else ""),
    )


def _where(service: str, by: CodeBy) -> str:
    return f"{addresses.own(service, addresses.SAVE)}/{by}"


def _by(way: str) -> CodeBy:
    if way not in _offered():
        abort(HTTPStatus.NOT_FOUND)
    return CodeBy(way)


def _offered() -> list[CodeBy]:
    """Give the ways a code may go; texts only where something carries them."""
    carried = visit().house.settings.sends_texts
    return [by for by in CodeBy if carried or by is not CodeBy.TEXT]


def _next_question(asked: Interview) -> str:
    following = interview.next_step(asked)
    here = visit()
    return here.to(following.ask) if following else here.say("check_title")
