"""What the council knows, handed to an interview: free days, its area, when bins were due.

Every door asks here before it asks the resident, so that all of them know the same.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from hub import bookings, cases, places
from hub.catalogue.definition import Due, Fact, Service
from hub.councils import Council
from hub.interview import Interview, LastDue
from hub.places import Collection
from hub.store import Session
from hub.values import Language, Text
from hub.values.nation import add_working_days
from hub.words import Words, say_date, say_time


def knowing(
    session: Session, asked: Interview, *, now: datetime, council: Council, words: Words
) -> Interview:
    """Give the interview with what the council knows at a moment, after each answer anew."""
    local = now.astimezone(council.timezone)
    free = bookings.with_free_days(session, asked, today=local.date(), council=council, words=words)
    held = cases.knowing_area(session, free)
    fact = fact_of(asked.service)
    if fact is None:
        return held
    known = _collected(session, fact, held, local=local, council=council, words=words)
    facts = replace(held.facts, collected=known, told=hours(council, words))
    return held.knowing(facts)


def fact_of(service: Service) -> Fact | None:
    """Give what the council knows of a service's bins; there is one such fact at most."""
    return next((step for step in service.steps if isinstance(step, Fact)), None)


def hours(council: Council, words: Words) -> Mapping[str, Text]:
    """Say by when a bin must be out and by when it is emptied, as the council has it."""
    own = {"out_by": council.collections.out_by, "done_by": council.collections.done_by}
    return {
        name: Text(dict.fromkeys(Language, say_time(hour)))
        if hour
        else words.text(f"collections.{name}")
        for name, hour in own.items()
    }


def judge(last: date, *, local: datetime, within: int, council: Council) -> Due:
    """Say how the day of a collection lies to now, by the council's clock.

    On a day on which the council is closed a crew may come on another: nothing is known then.
    """
    today, done_by = local.date(), council.collections.done_by
    if council.is_closed(last):
        return Due.UNKNOWN
    if last == today:
        has_been = done_by is not None and local.time() >= done_by
        return Due.IN_TIME if has_been else Due.NOT_YET
    nation, closures = council.nation, council.closures
    latest = add_working_days(last, count=within, nation=nation, closures=closures)
    return Due.IN_TIME if today <= latest else Due.TOO_LATE


def _collected(
    session: Session,
    fact: Fact,
    asked: Interview,
    *,
    local: datetime,
    council: Council,
    words: Words,
) -> Mapping[tuple[str, str], LastDue]:
    address = asked.answers.get(fact.address)
    uprn = str(address.get("uprn", "")) if isinstance(address, Mapping) else ""
    last = places.last_collections(session, uprn, until=local.date()) if uprn else ()
    judged = [
        (one, judge(one.day, local=local, within=fact.within, council=council)) for one in last
    ]
    return {
        (uprn, one.bin): LastDue(due, one.day, _said(one, council, words))
        for one, due in judged
        if due is not Due.UNKNOWN
    }


def _said(last: Collection, council: Council, words: Words) -> Mapping[str, Text]:
    following = last.day + timedelta(last.every_days)
    next_day = _day(following, words)
    if council.is_closed(following):
        next_day = words.text("collections.may_change", day=next_day)
    return {"last_day": _day(last.day, words), "next_day": next_day}


def _day(day: date, words: Words) -> Text:
    return Text({code: say_date(words, day, code) for code in Language})
