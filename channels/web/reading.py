"""From the page's words to what the hub is given, and back; by hints alone."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from channels.pages.fields import (
    ADDRESS_PARTS,
    ANSWER,
    DATE_PARTS,
    LATER,
    NEAR,
    POINT,
    UNKNOWN,
    UNKNOWN_OPTION,
    WAS,
    Typed,
)
from hub import interview
from hub.catalogue.definition import Hint
from hub.interview import Asked, Given

UPRN, ANYWAY, MEANT = "uprn", "anyway", "meant"  # what is decided of a place on later pages
_NOT_SENT = "no"
_WORDS = "words"  # a place in words, as the hub hands it back
_NAMES: Mapping[Hint, Sequence[str]] = {
    Hint.WORDS: (ANSWER,),
    Hint.DIGITS: (ANSWER,),
    Hint.CHOICE: (ANSWER,),
    Hint.YES_NO: (ANSWER,),
    Hint.DATE: DATE_PARTS,
    Hint.ADDRESS: ADDRESS_PARTS,
    Hint.PLACE: (ANSWER, NEAR, WAS, UPRN, POINT, ANYWAY, MEANT),
    Hint.FILE: (LATER,),
}


class OddForm(ValueError):
    """Say that a form holds what our page does not ask; `key` stands in pages.yaml, trouble."""

    key: ClassVar[str] = "odd_form"


class BothGiven(OddForm):
    """Say that there is an answer and "I do not know" beside it."""

    key = "both_given"


def given(hint: Hint, typed: Typed) -> Given:
    """Give what the hub is handed for a form.

    :raises OddForm: if a field is not ours, or stands twice where once was asked.
    """
    names = _NAMES[hint]
    _demand_ours(typed, names, hint)
    answers = {name: next(iter(typed.get(name, ())), "") for name in names}
    if UNKNOWN in typed or UNKNOWN_OPTION in typed.get(ANSWER, ()):
        return _unknown(answers, typed)
    if hint is Hint.FILE:
        return "" if answers[LATER] in {"", _NOT_SENT} else answers
    if hint is Hint.PLACE and any(said.strip() for said in answers.values()):
        told = {_WORDS: answers[ANSWER], POINT: answers[MEANT] or answers[POINT]}
        return {**told, ANYWAY: "yes"} if answers[ANYWAY] == "yes" else told
    if len(names) > 1:
        return answers if any(said.strip() for said in answers.values()) else ""
    several = list(typed.get(ANSWER, ()))
    return several if len(several) > 1 else answers[ANSWER]


def so_far(asked: Asked) -> Typed:
    """Give what the boxes of a page show for a step; a file that was left out was chosen to be."""
    answer = interview.given(asked)
    if asked.hint is Hint.PLACE and isinstance(answer, Mapping):
        return _place(answer)
    if answer is None and asked.hint is Hint.FILE and asked.is_answered:
        return {LATER: [_NOT_SENT]}
    return typed_of(answer)


def _place(answer: Mapping[str, str | Sequence[str]]) -> Typed:
    """Give what the boxes show for a place; an address that nobody chose is no answer to a box."""
    chosen = {WAS: answer["uprn"], NEAR: answer["near"]} if {"uprn", "near"} <= set(answer) else {}
    told = {name: answer[name] for name in ("words", POINT, UNKNOWN) if name in answer}
    return typed_of({**told, **chosen})


def typed_of(answer: Given) -> Typed:
    """Give what the boxes of a page show for an answer that was given before."""
    if isinstance(answer, Mapping):
        named = {ANSWER if name == _WORDS else name: said for name, said in answer.items()}
        return {name: [said] if isinstance(said, str) else said for name, said in named.items()}
    if isinstance(answer, str):
        return {ANSWER: [answer]}
    return {ANSWER: [str(one) for one in answer]} if isinstance(answer, Sequence) else {}


def _demand_ours(typed: Typed, names: Sequence[str], hint: Hint) -> None:
    for name, said in typed.items():
        may_repeat = hint is Hint.CHOICE and name == ANSWER
        if name not in {*names, UNKNOWN} or (len(said) > 1 and not may_repeat):
            raise OddForm


def _unknown(answers: Mapping[str, str], typed: Typed) -> Given:
    others = [said for said in (*answers.values(), *typed.get(ANSWER, ())) if said.strip()]
    if any(said != UNKNOWN_OPTION for said in others):
        raise BothGiven
    return {UNKNOWN: "yes"}
