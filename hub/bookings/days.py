"""Which days a question offers, by its definition and the council's calendar: pure."""

from collections.abc import Iterator
from datetime import date, timedelta

from hub.catalogue.definition import Booking, BookingRound, Weekday
from hub.councils import Council
from hub.values.nation import add_working_days, working_day_from


def offered(
    booking: Booking, *, today: date, council: Council, postcode: str
) -> Iterator[tuple[date, tuple[BookingRound, ...]]]:
    """Give each day that is offered to a postcode, with the rounds that come on it, in order.

    Today is day 0 of the notice, as it is of a promise; asked when the council is closed, the next
    working day is. On bank holidays and the council's own closures nobody comes.
    """
    zero = working_day_from(today, council.nation, council.closures)
    first = add_working_days(
        zero, count=booking.notice, nation=council.nation, closures=council.closures
    )
    rounds = [one for one in booking.rounds if one.serves(postcode)]
    for ahead in range((first - today).days, booking.horizon.about_days + 1):
        day = today + timedelta(ahead)
        coming = tuple(one for one in rounds if Weekday.of(day) in one.on)
        if coming and not council.is_closed(day):
            yield day, coming
