"""Days with more bookings than places: a sheet was changed, and every booking stays."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from hub.bookings.days import rounds_on
from hub.bookings.free import question_of
from hub.bookings.rows import Booked
from hub.catalogue.definition import Booking, Service
from hub.councils import Council
from hub.store import Session


@dataclass(frozen=True, slots=True)
class Overbooked:
    """Be a day of a round that has more bookings than places."""

    service: str
    day: date
    round: str
    held: int
    places: int


def overbooked(
    session: Session, service: Service, *, today: date, council: Council
) -> Iterator[Overbooked]:
    """Give each day from today on that is booked beyond its places, in order.

    A day that is closed, and a round that no longer comes on it, have no places.
    """
    question = question_of(service)
    if question is None or question.booking is None:
        return
    counted = (
        select(Booked.day, Booked.round, func.count(Booked.slot))
        .where(Booked.service == service.id, Booked.day >= today, Booked.freed_at.is_(None))
        .group_by(Booked.day, Booked.round)
        .order_by(Booked.day, Booked.round)
    )
    for day, round_, held in session.sql.execute(counted).all():
        places = _places(day, round_, service.id, question.booking, council)
        if held > places:
            yield Overbooked(service.id, day, round_, held, places)


def _places(day: date, round_: str, service: str, booking: Booking, council: Council) -> int:
    coming = rounds_on(day, service, booking, council=council)
    return next((one.places for one in coming if one.id == round_), 0)
