"""A place in the street: its words, the nearest address looked up, and a point that is ours."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from flask import Response, request

from channels.pages import Visit, forms
from channels.pages.fields import ANSWER, NEAR, POINT, WAS, Choice, Field, Typed, Wrong
from channels.web import asking, reading
from channels.web.hand import Hand
from channels.web.reading import ANYWAY, MEANT, UPRN, OddForm
from hub import cases, interview, places
from hub.catalogue.definition import Hint
from hub.interview import Given, Interview, Problem
from hub.places import KnownAddress
from hub.values import Point, Postcode, WrongValue

CHOSEN, ANEW = "chosen", "anew"
NONE = "none"
_FINDER = "www.gov.uk/find-local-council"
_FORM = (ANSWER, NEAR, WAS, POINT)
_UPRN = re.compile(r"[0-9]{1,12}")
_LONGEST = 250


@dataclass(frozen=True, slots=True)
class _Found:
    """Hold the addresses that somebody may mean, and what is said with them or instead."""

    addresses: tuple[KnownAddress, ...]
    note: str


def next_page(hand: Hand, path: str) -> Response | None:
    """Show what a place's page leads to before it is an answer; None if it is one.

    :raises OddForm: if it holds what our pages do not offer.
    """
    by, near = forms.told(forms.BY), _near()
    if by not in {"", CHOSEN, ANEW}:
        raise OddForm
    if by == ANEW:
        return asking.show(hand, path, asking.field_of(hand, path, _typed()))
    if not near or _is_settled(hand.visit, near):
        return None
    found = _found(hand.visit, near)
    if not found.addresses:
        typed = {**_typed(), NEAR: [""]}
        return asking.show(hand, path, asking.field_of(hand, path, typed), note=found.note)
    return _offer(hand, path, found, is_left_open=by == CHOSEN or bool(forms.told(forms.SAVE)))


def taken(hand: Hand, path: str) -> Interview:
    """Take a place, with the address nearest to it as the gazetteer knows it.

    :raises Problem: if it cannot be taken.
    :raises OddForm: if it holds what our pages do not offer.
    """
    after = interview.answer(hand.asked, path, _given(hand.visit))
    with hand.visit.reading() as session:
        return cases.with_nearest(session, after, path)


def ask_whether(hand: Hand, problem: Problem) -> Response | None:
    """Ask whether another point was meant, or one outside the area; None for other problems."""
    here, path = hand.visit, problem.path
    if problem.key == "place_outside":
        title = here.say("place.outside", council=here.to(here.council.name))
        field = _asked_back(hand, path, ask=title, decides=(ANYWAY, "yes"))
        return asking.show(hand, path, replace(field, macro="outside"))
    if problem.key == "place_meant":
        meant = str(problem.values["meant"])
        title = here.say("place.meant", point=meant)
        field = _asked_back(hand, path, ask=title, decides=(MEANT, meant))
        return asking.show(hand, path, replace(field, macro="meant", help=_told_back(here, meant)))
    return None


def _asked_back(hand: Hand, path: str, *, ask: str, decides: tuple[str, str]) -> Field:
    """Make the field of a page that asks about what was typed; going on decides it."""
    return replace(
        asking.field_of(hand, path, _typed()),
        ask=ask,
        help="",
        boxes=(),
        is_optional=False,
        may_be_unknown=False,
        hidden=(*_settled(hand.visit).items(), decides),
    )


def _given(here: Visit) -> Given:
    """Give what the hub is handed for a place's form.

    :raises OddForm: if an address was chosen that the gazetteer does not have.
    """
    given = reading.given(Hint.PLACE, forms.typed())
    if not isinstance(given, Mapping) or POINT not in given:
        return given
    chosen = _chosen(here)
    if _is_of_another(here, chosen):
        given = {**given, POINT: ""}
    return {**given, NEAR: chosen.near, UPRN: chosen.uprn} if chosen else given


def _is_of_another(here: Visit, chosen: KnownAddress | None) -> bool:
    """Say whether the point in its box came with an address that is no longer the nearest."""
    before = _known(here, request.form.get(WAS, ""))
    if before is None or before.point is None or chosen == before:
        return False
    return before.point.shown == request.form.get(POINT, "").strip()


def _chosen(here: Visit) -> KnownAddress | None:
    """Give the address that was chosen just now, or before and still stands in its box."""
    uprn = request.form.get(UPRN, "")
    if uprn == NONE:
        return None
    if uprn:
        known = _known(here, uprn)
        if known is None:
            raise OddForm
        return known
    before = _known(here, request.form.get(WAS, ""))
    return before if before and before.near == _near() else None


def _is_settled(here: Visit, near: str) -> bool:
    """Say whether it is decided which address is meant, if any."""
    if UPRN in request.form:
        return bool(request.form[UPRN])
    before = _known(here, request.form.get(WAS, ""))
    return before is not None and before.near == near


def _known(here: Visit, uprn: str) -> KnownAddress | None:
    if not _UPRN.fullmatch(uprn):
        return None
    with here.reading() as session:
        return places.with_uprn(session, uprn)


def _found(here: Visit, near: str) -> _Found:
    try:
        postcode = Postcode.parse(near)
    except WrongValue:
        return _along(here, near)
    with here.reading() as session:
        known, is_ours = (
            places.at_postcode(session, postcode),
            places.has_district(session, postcode),
        )
    key = "place.none" if is_ours else "place.no_district"
    note = "" if known else here.say(key, near=postcode.shown, link=_FINDER)
    return _Found(known, note)


def _along(here: Visit, near: str) -> _Found:
    with here.reading() as session:
        along = places.along(session, near)
    if not along.addresses:
        return _Found((), here.say("place.none", near=near))
    most = len(along.addresses)
    return _Found(along.addresses, here.say("place.cut", most=most) if along.is_cut else "")


def _offer(hand: Hand, path: str, found: _Found, *, is_left_open: bool) -> Response:
    here = hand.visit
    offered = [Choice(name=UPRN, value=one.uprn, say=one.near) for one in found.addresses]
    none = Choice(name=UPRN, value=NONE, say=here.say("place.not_listed"), is_apart=True)
    field = replace(
        asking.field_of(hand, path, _typed()),
        macro="pick",
        ask=here.say("place.pick"),
        help=here.say("place.found", near=_near()),
        boxes=(),
        is_optional=False,
        may_be_unknown=False,
        options=(*offered, none),
        hidden=tuple(_hidden().items()),
    )
    if is_left_open:
        field = replace(
            field, wrongs=(Wrong(ANSWER, here.spoken("problems.choose_one", short="")),)
        )
    return asking.show(hand, path, field, note=found.note)


def _told_back(here: Visit, meant: str) -> str:
    lat, lon = map(float, meant.split(","))
    with here.reading() as session:
        known = places.nearest(session, Point(lat, lon))
    return here.say("place.is_near", near=known.near) if known else ""


def _near() -> str:
    return " ".join(request.form.get(NEAR, "")[:_LONGEST].split())


def _settled(here: Visit) -> Mapping[str, str]:
    """Give what was typed, with the address that was decided on before."""
    chosen = _chosen(here)
    if chosen is None:
        return {**_hidden(), NEAR: "", WAS: "", UPRN: NONE}
    return {**_hidden(), NEAR: chosen.near, WAS: chosen.uprn}


def _typed() -> Typed:
    typed: dict[str, Sequence[str]] = {name: [said] for name, said in _hidden().items()}
    return typed


def _hidden() -> Mapping[str, str]:
    return {name: request.form.get(name, "") for name in _FORM}
