"""One question a page: asked, answered, changed; rounds taken away."""

import re
from contextlib import suppress

from flask import Response, request

from channels.pages import forms
from channels.web import addresses, asking, enclosing, finding, locating, nearby, reading
from channels.web.door import web
from channels.web.hand import Hand, in_hand, in_sight
from channels.web.showing import asks_for_files, question_again
from hub import interview
from hub.catalogue.definition import Hint
from hub.interview import Interview, Problem

_REMOVE = "remove"
_ROUND = re.compile(r"[0-9]{1,3}")


@web.get("/<language:language>/report/<service>/<path>")
def question(service: str, path: str) -> Response:
    """Ask a question."""
    asked = addresses.path_of(path)
    with in_sight(service) as hand:
        if finding.may_find(hand, asked):
            return finding.ask_postcode(hand, asked)
        return asking.ask(hand, asked)


@web.post("/<language:language>/report/<service>/<path>")
def answer(service: str, path: str) -> Response:
    """Take an answer, and go on to the next question or to the answers read back."""
    asked, typed = addresses.path_of(path), forms.typed()
    if asks_for_files(service=service, path=path) and enclosing.is_told():
        return enclosing.change(service, asked)
    if forms.told(forms.TONGUE) or forms.told(forms.SAVE):
        return _instead(service, path)
    with in_hand(service, asked) as hand:
        try:
            if leads_to := _leads_to(hand, asked):
                return leads_to
            after = hand.knowing(_taken(hand, asked))
        except Problem as problem:
            return locating.ask_whether(hand, problem) or asking.ask_again(hand, problem, typed)
        except reading.OddForm as odd:
            trouble = hand.visit.say(f"trouble.{odd.key}")
            return asking.ask(hand, asked, typed=typed, trouble=trouble)
        hand.keep(after)
        is_like_others = nearby.is_offered(hand, asked, after)
    own = addresses.own(service, addresses.NEARBY)
    return addresses.onward(own if is_like_others else next_address(after))


@web.get(f"/<language:language>/report/<service>/{addresses.GO_ON}")
def go_on(service: str) -> Response:
    """Go on where this browser's draft stands."""
    with in_sight(service) as hand:
        return addresses.onward(next_address(hand.asked))


def next_address(asked: Interview) -> str:
    """Give the address of the next question, or of the answers read back."""
    following = interview.next_step(asked)
    if following is None:
        return addresses.own(asked.service.id, addresses.CHECK)
    return addresses.question(asked.service.id, following.path)


def _instead(service: str, path: str) -> Response:
    """Show the page in another language, or keep what is an answer already and save the draft.

    What was typed and is no answer is shown again, with a way to save without it.
    """
    if forms.told(forms.TONGUE):
        return question_again(service=service, path=path)
    asked = addresses.path_of(path)
    with in_hand(service, asked) as hand, suppress(reading.OddForm):
        try:
            if _asks_where(hand, asked) and (leads_to := locating.next_page(hand, asked)):
                return leads_to
            if _is_touched() or interview.step(hand.asked, asked).is_answered:
                hand.keep(_taken(hand, asked))  # untouched, a question is not yet left out
        except Problem as problem:
            if _is_touched():
                return asking.ask_again(hand, problem, forms.typed())
    return addresses.onward(addresses.own(service, addresses.SAVE))


def _leads_to(hand: Hand, path: str) -> Response | None:
    """Give the page that this one leads to on the way to its answer; None if it holds one."""
    if _asks_where(hand, path):
        return locating.next_page(hand, path)
    return finding.next_page(hand, path) if forms.told(forms.BY) else None


def _asks_where(hand: Hand, path: str) -> bool:
    return interview.step(hand.asked, path).hint is Hint.PLACE


def _is_touched() -> bool:
    return bool(forms.words_typed()) or finding.is_chosen()


def _taken(hand: Hand, path: str) -> Interview:
    asked = interview.step(hand.asked, path)
    if asked.hint is Hint.FILE and asking.sent_to(hand, path):
        return interview.answered_again(hand.asked, path)
    if _REMOVE in request.form and asked.group is not None:
        return interview.remove(hand.asked, asked.group, _number(request.form[_REMOVE]))
    if asked.hint is Hint.PLACE:
        return locating.taken(hand, path)
    given = finding.chosen() if finding.is_chosen() else None
    return interview.answer(hand.asked, path, given or reading.given(asked.hint, forms.typed()))


def _number(written: str) -> int:
    return int(written) if _ROUND.fullmatch(written) else 0
