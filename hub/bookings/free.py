"""The days that are free, handed to an interview as a fact: it never looks them up itself."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy import func, select

from hub import interview
from hub.bookings.days import offered
from hub.bookings.rows import Booked
from hub.catalogue.definition import Booking, Kind, Meaning, Option, Question, Service
from hub.councils import Council
from hub.interview import Interview, Line
from hub.store import Session
from hub.values import Language, Text
from hub.words import Words, say_date

_Taken = Mapping[tuple[date, str], int]  # day and round → places that are held


def with_free_days(
    session: Session, asked: Interview, *, today: date, council: Council, words: Words
) -> Interview:
    """Give the interview with the days that have a free place just now, if it books any."""
    question = question_of(asked.service)
    if question is None or question.booking is None:
        return asked
    taken = _taken(session, asked.service.id, since=today)
    days = _free(question.booking, asked, today=today, council=council, taken=taken)
    return asked.knowing(replace(asked.facts, free=tuple(_option(day, words) for day in days)))


def with_all_days(asked: Interview, *, council: Council, words: Words) -> Interview:
    """Give the interview with the days it offers where nobody has booked yet: for trying it out."""
    question = question_of(asked.service)
    if question is None or question.booking is None:
        return asked
    days = _free(question.booking, asked, today=asked.asked_on, council=council, taken=Counter())
    return asked.knowing(replace(asked.facts, free=tuple(_option(day, words) for day in days)))


def question_of(service: Service) -> Question | None:
    """Give the question of a service that books a day; there is one at most."""
    asked = (step for step in service.steps if isinstance(step, Question))
    return next((question for question in asked if question.kind is Kind.BOOKING), None)


def booked_day(asked: Interview, words: Words) -> Line | None:
    """Give the day that was booked, or "please arrange one", read back; None if none was asked."""
    question = question_of(asked.service)
    lines = interview.read_back(asked, words) if question else ()
    return next((line for line in lines if question and line.path == question.id), None)


def postcode_of(asked: Interview) -> str:
    """Give the postcode of the home, by which rounds come; "" where it is not known."""
    home = interview.meant(asked, Meaning.HOME)
    return str(home.get("postcode", "")) if isinstance(home, Mapping) else ""


def _free(
    booking: Booking, asked: Interview, *, today: date, council: Council, taken: _Taken
) -> Iterator[date]:
    postcode = postcode_of(asked)
    days = offered(asked.service.id, booking, today=today, council=council, postcode=postcode)
    for day, rounds in days:
        if any(taken.get((day, one.id), 0) < one.places for one in rounds):
            yield day


def _taken(session: Session, service: str, *, since: date) -> _Taken:
    counted = (
        select(Booked.day, Booked.round, func.count(Booked.slot))
        .where(Booked.service == service, Booked.day >= since, Booked.freed_at.is_(None))
        .group_by(Booked.day, Booked.round)
    )
    return {(day, round_): count for day, round_, count in session.sql.execute(counted)}


def _option(day: date, words: Words) -> Option:
    said = {code: say_date(words, day, code) for code in Language}
    return Option(day.isoformat(), Text({code: _begun(one) for code, one in said.items()}))


def _begun(said: str) -> str:
    """Begin with a capital, as an option stands alone: "Dydd Iau 26 Tachwedd"."""
    return said[:1].upper() + said[1:]
