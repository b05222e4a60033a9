"""Questions for tests: one of which a test says only what matters, and any there can be."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from hub.catalogue.definition import TODAY, Kind, Limits, Option, Question, YesNo
from hub.values import Text
from tests.builders.picking import count, pick, seldom

_COMPARED = (Kind.CHOICE, Kind.YES_NO, Kind.CHOICES, Kind.NUMBER, Kind.DATE)
# Conditions are about these, so they come more often. A day is booked once in a service, and by
# facts: tests/bookings has it.
_KINDS = (*_COMPARED, *(kind for kind in Kind if kind is not Kind.BOOKING), *_COMPARED)
_PATTERNS = (
    Limits(pattern=r"[A-Z]{2}[0-9]{6}", example="AB123456"),
    Limits(pattern=r"[0-9]{2}-[A-Z]{3}", example="12-ABC"),
)
_EPOCH = date(2000, 1, 1)
OES = YesNo(Text({"en": "Yes", "cy": "Oes"}), Text({"en": "No", "cy": "Nac oes"}))


def a_text(words: str) -> Text:
    """Build the same words in both languages, told apart by their end."""
    return Text({"en": words, "cy": f"{words} (cy)"})


def a_question(id_: str = "story", kind: Kind = Kind.STORY, **changed: Any) -> Question:  # noqa: ANN401 (any field of a question may be said)
    """Build a question; a choice has the options "red", "green" and "blue"."""
    options = ("red", "green", "blue") if kind in (Kind.CHOICE, Kind.CHOICES) else ()
    question = Question(
        id=id_,
        kind=kind,
        ask=a_text(f"What about {id_}?"),
        short=a_text(id_),
        options=tuple(Option(id=option, say=a_text(option)) for option in options),
    )
    return replace(question, **changed)


@st.composite
def questions(draw: st.DrawFn, id_: str) -> Question:
    """Build any question of any kind, without a condition."""
    return any_question(draw, id_)


def any_question(draw: st.DrawFn, id_: str) -> Question:
    """Draw what `questions` builds."""
    kind = pick(draw, _KINDS)
    return a_question(
        id_,
        kind,
        limits=_LIMITS[kind](draw) if kind in _LIMITS else Limits(),
        says=OES if kind is Kind.YES_NO and seldom(draw) else None,
        optional=seldom(draw) and kind is not Kind.DECLARATION,
        may_be_unknown=seldom(draw) and kind is not Kind.DECLARATION,
        owed=seldom(draw) and kind is Kind.FILE,
    )


def _digits(draw: st.DrawFn) -> Limits:
    if seldom(draw):
        shortest = count(draw, 1, 6)
        return Limits(shortest=shortest, longest=count(draw, shortest, 20))
    return Limits(length=count(draw, 1, 12))


def _words(draw: st.DrawFn) -> Limits:
    return Limits(
        shortest=count(draw, 1, 5) if seldom(draw) else None,
        longest=count(draw, 10, 300) if seldom(draw) else None,
    )


def _numbers(draw: st.DrawFn) -> Limits:
    least = count(draw, 0, 50) if seldom(draw) else None
    most = count(draw, (least or 0) + 1, 10_000) if seldom(draw) else None
    return Limits(least=least, most=most)


def _days(draw: st.DrawFn) -> Limits:
    first = _EPOCH + timedelta(days=count(draw, 0, 3000))
    last = first + timedelta(days=count(draw, 0, 3000))
    between = Limits(earliest=first.isoformat(), latest=last.isoformat())
    return pick(draw, (Limits(), Limits(latest=TODAY), Limits(earliest=TODAY), between))


def _pattern(draw: st.DrawFn) -> Limits:
    return pick(draw, _PATTERNS)


_LIMITS: Mapping[Kind, Callable[[st.DrawFn], Limits]] = {
    Kind.WORDS: _words,
    Kind.STORY: _words,
    Kind.DIGITS: _digits,
    Kind.PATTERN: _pattern,
    Kind.NUMBER: _numbers,
    Kind.MONEY: _numbers,
    Kind.DATE: _days,
}
