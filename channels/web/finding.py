"""An address found by its postcode in the council's gazetteer, or typed: whichever is easier."""

import re
from collections.abc import Sequence
from dataclasses import replace

from flask import Response, request

from channels.pages import Visit, forms, visit
from channels.pages.fields import ANSWER, Choice, Field, Wrong
from channels.web import asking
from channels.web.hand import Hand
from channels.web.reading import OddForm
from hub import interview, places
from hub.catalogue.definition import Hint
from hub.interview import Given
from hub.places import KnownAddress
from hub.values import Postcode, WrongValue

FIND, CHOSEN, TYPED, ANEW = "find", "chosen", "typed", "anew"
NOT_LISTED = "none"
_POSTCODE = "postcode"
_UPRN = re.compile(r"[0-9]{1,12}")


def may_find(hand: Hand, path: str) -> bool:
    """Say whether a step asks for an address that was not given yet, and there are any to find."""
    asked = interview.step(hand.asked, path)
    return asked.hint is Hint.ADDRESS and not asked.is_answered and _are_any(hand.visit)


def ask_postcode(hand: Hand, path: str) -> Response:
    """Ask for a postcode, with a way to type the whole address instead."""
    return asking.show(hand, path, _finder(hand, path))


def next_page(hand: Hand, path: str) -> Response | None:
    """Show what an address page leads to before there is an answer; None if it holds one.

    :raises OddForm: if it holds what our pages do not offer.
    """
    if interview.step(hand.asked, path).hint is not Hint.ADDRESS:
        raise OddForm
    by, answer = forms.told(forms.BY), request.form.get(ANSWER, "")
    if by == FIND:
        return _found(hand, path)
    if by == ANEW:
        return ask_postcode(hand, path)
    if by == TYPED or (by == CHOSEN and answer == NOT_LISTED):
        return _typed(hand, path)
    if by == CHOSEN and not answer:
        return _choose_one(hand, path)
    if by in {"", CHOSEN}:
        return None
    raise OddForm


def is_chosen() -> bool:
    """Say whether an address was chosen from the list, to go on or to save."""
    by_saving = forms.told(forms.SAVE) and _POSTCODE in request.form and forms.told(ANSWER)
    return forms.told(forms.BY) == CHOSEN or bool(by_saving and forms.told(ANSWER) != NOT_LISTED)


def chosen() -> Given:
    """Give the address that was chosen from the list.

    :raises OddForm: if the gazetteer has no such address.
    """
    uprn = request.form.get(ANSWER, "")
    if not _UPRN.fullmatch(uprn):
        raise OddForm
    with visit().reading() as session:
        known = places.with_uprn(session, uprn)
    if known is None:
        raise OddForm
    return {**known.address.parts(), "uprn": known.uprn}


def _are_any(here: Visit) -> bool:
    with here.reading() as session:
        return places.has_addresses(session)


def _finder(hand: Hand, path: str) -> Field:
    typed = {_POSTCODE: [request.form.get(_POSTCODE, "")]}
    whole = asking.field_of(hand, path, typed)
    postcode = tuple(box for box in whole.boxes if box.name == _POSTCODE)
    return replace(whole, macro="finder", boxes=postcode, may_be_unknown=False)


def _found(hand: Hand, path: str) -> Response:
    try:
        postcode = Postcode.parse(request.form.get(_POSTCODE, ""))
    except WrongValue as wrong:
        said = hand.visit.spoken(f"problems.{wrong.key}")
        field = replace(_finder(hand, path), wrongs=(Wrong(_POSTCODE, said),))
        return asking.show(hand, path, field)
    known = _at(hand.visit, postcode)
    if not known:
        return _typed(hand, path, note=hand.visit.say("find.nothing", postcode=postcode.shown))
    return asking.show(hand, path, _list(hand, path, known))


def _choose_one(hand: Hand, path: str) -> Response:
    """Show the list again to one who chose nothing from it.

    :raises OddForm: if its postcode is none.
    """
    try:
        known = _at(hand.visit, Postcode.parse(request.form.get(_POSTCODE, "")))
    except WrongValue as wrong:
        raise OddForm from wrong
    said = hand.visit.spoken("problems.choose_one", short="")
    field = replace(_list(hand, path, known), wrongs=(Wrong(ANSWER, said),))
    return asking.show(hand, path, field)


def _at(here: Visit, postcode: Postcode) -> Sequence[KnownAddress]:
    with here.reading() as session:
        return places.at_postcode(session, postcode)


def _list(hand: Hand, path: str, known: Sequence[KnownAddress]) -> Field:
    offered = [Choice(value=one.uprn, say=", ".join(one.address.lines)) for one in known]
    none = Choice(value=NOT_LISTED, say=hand.visit.say("find.not_listed"), is_apart=True)
    return replace(_finder(hand, path), macro="found", options=(*offered, none))


def _typed(hand: Hand, path: str, *, note: str = "") -> Response:
    typed = {_POSTCODE: [request.form.get(_POSTCODE, "")]}
    return asking.show(hand, path, asking.field_of(hand, path, typed), note=note, finds=True)
