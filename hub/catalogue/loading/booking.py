"""The days that a question of the kind `booking` offers."""

import re

from hub.catalogue.definition import Booking, BookingRound, Kind, Meaning, Period, Unit, Weekday
from hub.catalogue.loading.keys import BOOK, ROUND
from hub.catalogue.loading.periods import read_period, span
from hub.catalogue.loading.scope import Scope
from hub.files import Fields, Part
from hub.values.postcode import postcode_area

_ID = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*")
_MOST_PLACES = 500
_FARTHEST = 366  # days ahead: a longer list nobody reads, and a council plans no farther
_MONTH = Period(1, Unit.MONTHS)


def read_booking(fields: Fields, kind: Kind | None, scope: Scope) -> Booking | None:
    """Read which days can be booked; None for a question of another kind."""
    if kind is not Kind.BOOKING:
        if "book" in fields:
            what = f"“book” does not fit the kind “{kind}”."
            fields.proof.mark(fields.parts["book"], what, "Take it out, or write kind: booking.")
        return None
    under = fields.under("book", BOOK)
    _judge_place(fields, scope)
    if under is None:
        return None
    under.need("rounds")
    rounds = tuple(_round(part, under) for part in under.each("rounds"))
    _judge_rounds(under, rounds, scope)
    return Booking(_notice(under), _horizon(under), rounds)


def _notice(under: Fields) -> int:
    return under.parsed("notice", _working_days, stand_in=1)


def _working_days(written: str) -> int:
    return span(written, lambda unit: unit is Unit.WORKING_DAYS)[0]


def _horizon(under: Fields) -> Period:
    horizon = read_period(under, "horizon", stand_in=_MONTH)
    if horizon.about_days > _FARTHEST:
        remedy = "Write a year or less."
        under.proof.mark(under.parts["horizon"], "Nobody books so far ahead.", remedy)
    return horizon


def _round(part: Part, outer: Fields) -> BookingRound:
    fields = Fields(part, outer.proof, ROUND)
    fields.need("places")
    return BookingRound(
        id=fields.word("round", _ID),
        on=tuple(dict.fromkeys(fields.words("on", Weekday, least=1))),
        places=fields.number("places", least=1, most=_MOST_PLACES) or 1,
        postcodes=fields.words("postcodes", postcode_area),
    )


def _judge_place(fields: Fields, scope: Scope) -> None:
    mark = fields.proof.mark
    if scope.in_group:
        mark(fields.part, "A day is booked once, not in each round.", "Ask it outside the group.")
    if any(other.kind is Kind.BOOKING for other in scope.earlier.values()):
        mark(fields.part, "A day is booked in a question above.", "Keep one of the two.")


def _judge_rounds(under: Fields, rounds: tuple[BookingRound, ...], scope: Scope) -> None:
    ids = [one.id for one in rounds]
    for twice in {one for one in ids if one and ids.count(one) > 1}:
        what = f"The round “{twice}” stands here twice."
        under.proof.mark(under.parts["rounds"], what, "Write another name for one of them.")
    is_home_known = any(one.means is Meaning.HOME for one in scope.earlier.values())
    if any(one.postcodes for one in rounds) and not is_home_known and not scope.broken:
        what = "Which round comes to a home is not known before its address is."
        under.proof.mark(under.parts["rounds"], what, "Ask for the home (means: home) first.")
