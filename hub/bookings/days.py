"""Which days a question offers, by its definition and the council's calendar: pure."""

from collections.abc import Iterator
from datetime import date, timedelta

from hub.catalogue.definition import Booking, BookingRound, Weekday
from hub.councils import Council
from hub.values.nation import add_working_days, working_day_from


def offered(
    service: str, booking: Booking, *, today: date, council: Council, postcode: str
) -> Iterator[tuple[date, tuple[BookingRound, ...]]]:
    """Give each day that is offered to a postcode, with the rounds that come on it, in order.

    Today is day 0 of the notice, as it is of a promise; asked when the council is closed, the next
    working day is. On bank holidays and the council's own closures nobody comes.
    """
    zero = working_day_from(today, council.nation, council.closures)
    first = add_working_days(
        zero, count=booking.notice, nation=council.nation, closures=council.closures
    )
    for ahead in range((first - today).days, booking.horizon.about_days + 1):
        day = today + timedelta(ahead)
        coming = rounds_on(day, service, booking, council=council)
        serving = tuple(one for one in coming if one.serves(postcode))
        if serving:
            yield day, serving


def rounds_on(
    day: date, service: str, booking: Booking, *, council: Council
) -> tuple[BookingRound, ...]:
    """Give the rounds of a day by the council's own sheet; without one, by the definition."""
    if council.is_closed(day):
        return ()
    roster = council.rosters.get(service)
    weekday = Weekday.of(day)
    if roster is None:
        return tuple(one for one in booking.rounds if weekday in one.on)
    return tuple(
        BookingRound(line.round, (weekday,), line.places, line.areas) for line in roster.on(day)
    )
