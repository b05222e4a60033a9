"""Days by a council's own sheet: held once, closed is closed, and nothing is cancelled."""

from datetime import date

import pytest

from hub import bookings
from hub.bookings import DayGone, Overbooked
from hub.catalogue.definition import Service
from hub.councils import Council
from hub.councils.rosters import Roster, RosterLine
from hub.store import Database
from tests.bookings.booking import ANY_DAY, a_booking, free_days, send, wants
from tests.builders.councils import a_council

TODAY = date(2026, 11, 23)
TUESDAY = date(2026, 12, 1)


def _council(*lines: RosterLine, closures: frozenset[date] = frozenset()) -> Council:
    return a_council(closures, rosters={"missed-bin": Roster(lines)})


def _free(database: Database, council: Council) -> list[str]:
    with database.reading("aberwen") as session:
        asked = wants(a_booking(), ANY_DAY)
        return free_days(session, asked, today=TODAY, council=council)


def _over(database: Database, service: Service, council: Council) -> list[Overbooked]:
    with database.reading("aberwen") as session:
        return list(bookings.overbooked(session, service, today=TODAY, council=council))


def test_the_sheet_stands_instead_of_the_days_of_the_definition(database: Database) -> None:
    council = _council(
        RosterLine("van", 1, weekday=1),
        RosterLine("far", 1, weekday=4, areas=("SA1",)),
        RosterLine("van", 0, day=date(2026, 12, 8)),
    )

    assert _free(database, council) == ["2026-12-01"]


def test_a_day_on_which_the_council_is_closed_has_no_places(database: Database) -> None:
    council = _council(RosterLine("van", 5, day=TUESDAY), closures=frozenset({TUESDAY}))

    assert _free(database, council) == []


def test_the_places_of_the_sheet_are_held_once(database: Database) -> None:
    council, asked = _council(RosterLine("van", 2, day=TUESDAY)), wants(a_booking(), "2026-12-01")
    with database.session("aberwen") as session:
        for name in ("first", "second"):
            send(session, asked, name, council=council)

    with pytest.raises(DayGone), database.session("aberwen") as session:
        send(session, asked, "third", council=council)
    assert _free(database, council) == []
    assert _over(database, a_booking(), council) == []


def test_fewer_places_than_are_booked_cancel_nothing_and_are_listed(database: Database) -> None:
    asked = wants(a_booking(), "2026-12-01")
    with database.session("aberwen") as session:
        for name in ("first", "second"):
            send(session, asked, name, council=_council(RosterLine("van", 2, day=TUESDAY)))

    fewer, renamed = RosterLine("van", 1, day=TUESDAY), RosterLine("lorry", 5, day=TUESDAY)
    told = [_over(database, a_booking(), _council(line)) for line in (fewer, renamed)]

    assert told == [
        [Overbooked("missed-bin", TUESDAY, "van", 2, 1)],
        [Overbooked("missed-bin", TUESDAY, "van", 2, 0)],
    ]
    with pytest.raises(DayGone), database.session("aberwen") as session:
        send(session, asked, "third", council=_council(fewer))


def test_a_day_that_is_closed_after_it_was_booked_is_listed(database: Database) -> None:
    line = RosterLine("van", 2, day=TUESDAY)
    with database.session("aberwen") as session:
        send(session, wants(a_booking(), "2026-12-01"), "first", council=_council(line))

    closed = _council(line, closures=frozenset({TUESDAY}))

    assert _over(database, a_booking(), closed) == [Overbooked("missed-bin", TUESDAY, "van", 1, 0)]
