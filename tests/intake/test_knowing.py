"""When a bin was last due at a property: by the council's own file, its clock and its closures."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from hub import intake, interview, places
from hub.catalogue.definition import Service
from hub.councils.council import CollectionHours
from hub.interview import Interview
from hub.store import Database
from hub.values import Language
from tests.bookings.booking import WORDS
from tests.builders.councils import a_council
from tests.builders.requests import HOME, a_choice, a_question, a_service, text

COUNCIL = "aberwen"
_HOURS = CollectionHours(time(7), time(16))
_FACT = {
    "fact": "collected",
    "bin": "bin",
    "address": "home",
    "within": "2 working days",
    "short": text("Day due"),
}


def _service() -> Service:
    bins = a_choice("bin", "refuse", "food", "garden")
    return a_service(
        questions=[bins, a_question("home", "address", means="home"), _FACT],
        routing={"otherwise": "waste-collections"},
        fee=[{"pence": 100, "say": text("Each")}],
        urgent=[{"id": "all", "when": {"bin": "garden"}, "say": text("Ring"), "ring": "999"}],
    )


@pytest.fixture
def listed(database: Database, tmp_path: Path) -> Database:
    """Give a store whose council has bin days: refuse on Tuesdays of every second week."""
    file = tmp_path / "collections.csv"
    file.write_text(
        "uprn,bin,first,every_days\n"
        "7,refuse,2026-11-10,14\n7,food,2026-11-04,7\n7,garden,2027-01-05,14\n"
    )
    places.load_collections(database, COUNCIL, file)
    return database


def _asked(bin_: str = "refuse", uprn: str = "7") -> Interview:
    held = interview.begin(_service(), date(2026, 11, 25))
    home = {**HOME, "uprn": uprn} if uprn else HOME
    return interview.answer(interview.answer(held, "bin", bin_), "home", home)


def _known(
    database: Database,
    now: datetime,
    bin_: str = "refuse",
    *,
    uprn: str = "7",
    hours: CollectionHours = _HOURS,
    closures: frozenset[date] = frozenset(),
) -> object:
    council = a_council(closures, collections=hours)
    with database.session(COUNCIL) as session:
        asked = intake.knowing(session, _asked(bin_, uprn), now=now, council=council, words=WORDS)
    return interview.applicable(asked).get("collected")


@pytest.mark.parametrize(
    ("now", "due", "day"),
    [
        (datetime(2026, 11, 24, 15, 59, tzinfo=UTC), "not_yet", "2026-11-24"),
        (datetime(2026, 11, 24, 16, 0, tzinfo=UTC), "in_time", "2026-11-24"),
        (datetime(2026, 11, 26, 9, 0, tzinfo=UTC), "in_time", "2026-11-24"),
        (datetime(2026, 11, 27, 0, 0, tzinfo=UTC), "too_late", "2026-11-24"),
        (datetime(2026, 11, 23, 23, 59, tzinfo=UTC), "too_late", "2026-11-10"),
    ],
)
def test_a_bin_is_not_due_yet_or_in_time_or_due_too_long_ago(
    listed: Database, now: datetime, due: str, day: str
) -> None:
    assert _known(listed, now) == {"due": due, "day": day}


def test_the_hour_is_of_the_councils_clock_in_summer_too(listed: Database) -> None:
    on_the_day = [datetime(2027, 6, 8, hour, 30, tzinfo=UTC) for hour in (14, 15)]

    assert [_known(listed, now) for now in on_the_day] == [
        {"due": "not_yet", "day": "2027-06-08"},
        {"due": "in_time", "day": "2027-06-08"},
    ]


def test_a_council_that_names_no_hour_has_until_the_end_of_the_day(listed: Database) -> None:
    late = datetime(2026, 11, 24, 23, 59, tzinfo=UTC)

    assert _known(listed, late, hours=CollectionHours()) == {"due": "not_yet", "day": "2026-11-24"}


def test_days_on_which_nobody_works_do_not_count_to_the_limit(listed: Database) -> None:
    friday, closed = datetime(2026, 11, 27, 12, tzinfo=UTC), frozenset({date(2026, 11, 25)})

    assert _known(listed, friday, closures=closed) == {"due": "in_time", "day": "2026-11-24"}


def test_a_day_on_which_the_council_is_closed_may_have_moved_and_nothing_is_known(
    listed: Database,
) -> None:
    closed = frozenset({date(2026, 11, 24)})

    assert _known(listed, datetime(2026, 11, 25, 9, tzinfo=UTC), closures=closed) is None


@pytest.mark.parametrize(
    ("bin_", "uprn"),
    [("refuse", ""), ("refuse", "8"), ("garden", "7")],
    ids=["no UPRN", "a property the file lacks", "a round that has not begun"],
)
def test_what_the_file_does_not_say_is_not_assumed(listed: Database, bin_: str, uprn: str) -> None:
    assert _known(listed, datetime(2026, 11, 25, 9, tzinfo=UTC), bin_, uprn=uprn) is None


def test_a_council_without_a_file_knows_nothing(database: Database) -> None:
    assert _known(database, datetime(2026, 11, 25, 9, tzinfo=UTC)) is None


def test_the_next_day_that_may_change_says_so(listed: Database) -> None:
    closed = frozenset({date(2026, 12, 8)})
    now = datetime(2026, 11, 25, 9, tzinfo=UTC)
    council = a_council(closed, collections=_HOURS)

    with listed.session(COUNCIL) as session:
        asked = intake.knowing(session, _asked(), now=now, council=council, words=WORDS)

    said = asked.facts.collected["7", "refuse"].said["next_day"]
    assert said[Language.EN] == "Tuesday 8 December 2026 (we are closed: it may change)"
    assert said[Language.CY] == "dydd Mawrth 8 Rhagfyr 2026 (rydym ar gau: gall newid)"
