"""Somebody reported the same nearby: add me to it, or go on with a request of my own."""

from http import HTTPStatus
from uuid import UUID

from flask import Response

from channels.pages import forms, visit
from channels.pages.fields import ANSWER, Choice, Field, Wrong
from channels.pages.rendering import page
from channels.web import addresses
from channels.web.door import web
from channels.web.hand import Hand, Held, in_hand, in_sight, service_of
from hub import cases, drafts, interview, places
from hub.cases import Nearby
from hub.catalogue.definition import Kind, Question
from hub.interview import Interview

_ANOTHER = "another"


@web.get(f"/<language:language>/report/<service>/{addresses.NEARBY}")
def offer_nearby(service: str) -> Response:
    """Offer the open requests like this one, or lead on where there are none."""
    with in_sight(service) as hand:
        return _offer(hand)


@web.post(f"/<language:language>/report/<service>/{addresses.NEARBY}")
def choose_nearby(service: str) -> Response:
    """Let the draft join a request that was offered, or be one of its own."""
    if forms.told(forms.TONGUE):
        return show_again("", HTTPStatus.OK, service=service)
    chosen = forms.told(ANSWER)
    with in_hand(service, addresses.NEARBY) as hand:
        offered = {str(one.id): one.id for one in _found(hand)}
        if chosen != _ANOTHER and chosen not in offered:
            said = hand.visit.spoken("problems.choose_one", short="")
            return _offer(hand, HTTPStatus.UNPROCESSABLE_ENTITY, wrong=said)
        _settle(hand, offered.get(chosen))
    return addresses.onward(addresses.own(service, addresses.GO_ON))


def is_offered(hand: Held, path: str, after: Interview) -> bool:
    """Say whether the place was told just now, and something like it is open near there."""
    question = interview.step(hand.asked, path).question
    is_place = isinstance(question, Question) and question.kind is Kind.PLACE
    return is_place and bool(cases.nearby(hand.session, hand.visit.viewer, after))


def show_again(trouble: str, status: int, *, service: str) -> Response:
    """Show what is offered again."""
    with in_sight(service) as hand:
        return _offer(hand, status, trouble=trouble)


def _offer(
    hand: Hand, status: int = HTTPStatus.OK, *, wrong: str = "", trouble: str = ""
) -> Response:
    found = _found(hand)
    if not found:
        return addresses.onward(addresses.own(hand.service.id, addresses.GO_ON))
    wrongs = (Wrong(ANSWER, wrong),) if wrong else ()
    return page(
        "nearby.html",
        status,
        mark=hand.mark,
        service=hand.service,
        field=_field(hand, found, wrongs),
        problems=wrongs,
        trouble=trouble,
        tongue_form="ask",
    )


def _found(hand: Hand) -> tuple[Nearby, ...]:
    """Look by all that was answered, also where only the questions about a person are asked now."""
    asked = hand.asked
    whole = Interview(service_of(asked.service.id), asked.asked_on, asked.answers)
    with visit().reading() as session:
        return cases.nearby(session, hand.visit.viewer, whole)


def _field(hand: Hand, found: tuple[Nearby, ...], wrongs: tuple[Wrong, ...]) -> Field:
    here = hand.visit
    another = Choice(value=_ANOTHER, say=here.say("nearby.another"), is_apart=True)
    return Field(
        macro="choice",
        over=here.to(hand.service.title),
        ask=here.say("nearby.title"),
        help=here.say("nearby.lead"),
        is_optional=False,
        may_be_unknown=False,
        is_unknown=False,
        options=(*(_choice(hand, one) for one in found), another),
        wrongs=wrongs,
    )


def _choice(hand: Hand, one: Nearby) -> Choice:
    here = hand.visit
    day = here.day_after(here.local_day(one.asked_at))
    street = places.say_street(one.street)
    key = "nearby.on" if street else "nearby.here"
    return Choice(
        value=str(one.id),
        say=here.say(key, street=street, day=day),
        help=here.spoken(f"statuses.{one.status}.name"),
        is_chosen=one.id == hand.joins,
    )


def _settle(hand: Held, case_id: UUID | None) -> None:
    drafts.join(hand.session, hand.draft, case_id=case_id)
