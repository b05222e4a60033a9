"""A day is booked: what is offered, a place held once, and given back."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date, timedelta
from threading import Barrier

import pytest
from sqlalchemy import func, select

from hub import bookings, cases, catalogue, interview
from hub.bookings import Booked, DayGone
from hub.cases import Case, Status, StepKind
from hub.catalogue.definition import BookingRound, Option
from hub.interview import Facts, Interview, Problem
from hub.staff import Viewer
from hub.store import Database, Session, StoreAway
from hub.values import Language
from tests.bookings.booking import ANY_DAY, WORDS, a_booking, free_days, send, wants
from tests.builders.councils import a_council
from tests.builders.questions import a_text
from tests.builders.requests import MONDAY

TODAY = MONDAY.date()
THURSDAY, NEXT_MONDAY = date(2026, 11, 26), date(2026, 11, 30)


def held(session: Session) -> list[tuple[date, str, int]]:
    columns = (Booked.day, Booked.round, Booked.slot)
    wanted = select(*columns).where(Booked.freed_at.is_(None)).order_by(*columns)
    return [(day, round_, slot) for day, round_, slot in session.sql.execute(wanted)]


def test_the_days_keep_the_notice_the_horizon_and_the_weekdays(database: Database) -> None:
    with database.reading("aberwen") as session:
        days = free_days(session, interview.begin(a_booking(), TODAY), today=TODAY)

    assert days == [
        "2026-11-26",
        "2026-11-30",
        "2026-12-03",
        "2026-12-07",
        "2026-12-10",
        "2026-12-14",
    ]


def test_nobody_comes_on_a_bank_holiday_or_when_the_council_is_closed(database: Database) -> None:
    council = a_council(closures=frozenset({date(2026, 12, 24)}))
    service = a_booking(rounds=[{"round": "van", "on": ["friday", "thursday"], "places": 1}])
    today = date(2026, 12, 14)

    with database.reading("aberwen") as session:
        asked = interview.begin(service, today)
        days = free_days(session, asked, today=today, council=council)

    assert days == ["2026-12-17", "2026-12-18", "2026-12-31"]


def test_asked_at_the_weekend_the_notice_counts_from_monday(database: Database) -> None:
    saturday = date(2026, 11, 28)

    with database.reading("aberwen") as session:
        days = free_days(session, interview.begin(a_booking(), saturday), today=saturday)

    assert days[0] == "2026-12-03"


def test_a_round_comes_only_to_its_own_postcodes(database: Database) -> None:
    north = {"round": "north", "on": ["thursday"], "places": 1, "postcodes": ["LL99 1"]}
    south = {"round": "south", "on": ["monday"], "places": 1, "postcodes": ["ll99 9"]}
    service = a_booking(rounds=[north, south])
    at_home = wants(service, ANY_DAY)

    with database.reading("aberwen") as session:
        days = free_days(session, at_home, today=TODAY)

    assert {date.fromisoformat(day).weekday() for day in days} == {0}


_COMES = [
    ("SA1", "SA1 8AA"),
    ("SA1", "sa18aa"),
    ("SA1 8", "SA1 8AA"),
    ("sa18", "SA18 2AA"),
    ("SA1 8AA", "SA1 8AA"),
    ("SA18AA", "SA1 8AA"),
    ("LL991", "LL99 1AA"),
]


@pytest.mark.parametrize(("area", "postcode"), _COMES)
def test_a_round_comes_to_a_postcode_in_its_area(area: str, postcode: str) -> None:
    assert _round_in(area).serves(postcode)


@pytest.mark.parametrize(
    ("area", "postcode"),
    [("SA1", "SA18 2AA"), ("SA1 8", "SA18 2AA"), ("SA1 8", "SA1 7AA"), ("SA1", "")],
)
def test_an_area_is_not_another_that_begins_like_it(area: str, postcode: str) -> None:
    assert not _round_in(area).serves(postcode)


def _round_in(area: str) -> BookingRound:
    van = {"round": "van", "on": ["monday"], "places": 1, "postcodes": [area]}
    question = bookings.question_of(a_booking(rounds=[van]))
    assert question is not None
    assert question.booking is not None
    return question.booking.rounds[0]


def test_a_day_without_a_place_left_is_not_offered_any_more(database: Database) -> None:
    service = a_booking(places=1)
    with database.session("aberwen") as session:
        send(session, wants(service, "2026-11-26"), "first")

    with database.reading("aberwen") as session:
        days = free_days(session, interview.begin(service, TODAY), today=TODAY)

    assert days[0] == "2026-11-30"


def test_a_second_round_on_the_same_day_takes_who_finds_the_first_full(database: Database) -> None:
    rounds = [{"round": name, "on": ["thursday"], "places": 1} for name in ("van", "lorry")]
    service = a_booking(rounds=rounds)

    with database.session("aberwen") as session:
        for name in ("first", "second"):
            send(session, wants(service, "2026-11-26"), name)
        with pytest.raises(DayGone):
            send(session, wants(service, "2026-11-26"), "third")
        places = held(session)

    assert places == [(THURSDAY, "lorry", 1), (THURSDAY, "van", 1)]


def test_sent_twice_holds_one_place_also_when_it_was_the_last(database: Database) -> None:
    asked = wants(a_booking(places=1), "2026-11-26")
    with database.session("aberwen") as session:
        first = send(session, asked, "same")

    with database.session("aberwen") as session:
        again = send(session, asked, "same")
        places = held(session)

    assert again.reference == first.reference
    assert places == [(THURSDAY, "van", 1)]


def test_sent_twice_with_places_left_holds_one(database: Database) -> None:
    asked = wants(a_booking(places=3), "2026-11-26")

    with database.session("aberwen") as session:
        send(session, asked, "same")
        send(session, asked, "same")
        places = held(session)

    assert places == [(THURSDAY, "van", 1)]


def test_who_lets_us_arrange_a_day_holds_no_place(database: Database) -> None:
    with database.session("aberwen") as session:
        send(session, wants(a_booking(), ANY_DAY), "any day")

        assert held(session) == []


@pytest.mark.parametrize("day", ["2026-11-24", "2026-11-27", "2027-11-29", "2026-11-19"])
def test_a_day_that_is_not_offered_cannot_be_sent(database: Database, day: str) -> None:
    with pytest.raises(DayGone), database.session("aberwen") as session:
        send(session, wants(a_booking(), day), "odd")


def test_a_draft_that_was_left_for_a_week_is_judged_by_the_day_it_is_sent(
    database: Database,
) -> None:
    asked = wants(a_booking(), "2026-11-26")

    with pytest.raises(DayGone), database.session("aberwen") as session:
        send(session, asked, "late", at=MONDAY + timedelta(days=7))


def test_a_closed_case_gives_its_day_back(database: Database) -> None:
    service, system = a_booking(places=1), Viewer.system("aberwen")
    with database.session("aberwen") as session:
        receipt = send(session, wants(service, "2026-11-26"), "first")
        cases.give_to_team(session, system, receipt.case_id, team="waste-collections", reason="it")

    with database.session("aberwen") as session:
        cases.move(session, system, receipt.case_id, then=Status.CLOSED)

    with database.session("aberwen") as session:
        send(session, wants(service, "2026-11-26"), "second")
        assert held(session) == [(THURSDAY, "van", 1)]


def close_and_open_again(database: Database, *, between: str = "") -> list[StepKind]:
    """Close the case of a booked Thursday; another may book it; then open it again."""
    service, system = a_booking(places=1), Viewer.system("aberwen")
    with database.session("aberwen") as session:
        catalogue.keep(session, service)
        receipt = send(session, wants(service, "2026-11-26"), "first")
        case_id = receipt.case_id
        cases.give_to_team(session, system, case_id, team="waste-collections", reason="it")
    with database.session("aberwen") as session:
        cases.move(session, system, case_id, then=Status.CLOSED)
    if between:
        with database.session("aberwen") as session:
            send(session, wants(service, "2026-11-26"), between)
    with database.session("aberwen") as session:
        cases.move(session, system, case_id, then=Status.WITH_TEAM)
        asker = cases.seen(session, system, case_id).resident_id
        own, timezone = Viewer.resident("aberwen", case_id), a_council().timezone
        standing = cases.standing(session, own, case_id, asker=asker, timezone=timezone)
    return [step.kind for step in standing.steps]


def test_a_case_that_is_opened_again_takes_its_day_again(database: Database) -> None:
    steps = close_and_open_again(database)

    assert steps[-1] is StepKind.OPEN_AGAIN
    with database.reading("aberwen") as session:
        assert held(session) == [(THURSDAY, "van", 1)]


def test_a_day_that_somebody_else_has_by_now_is_lost_and_said_so(database: Database) -> None:
    steps = close_and_open_again(database, between="second")

    assert steps[-1] is StepKind.DAY_LOST
    with database.reading("aberwen") as session:
        assert held(session) == [(THURSDAY, "van", 1)]


def test_the_interview_takes_only_a_day_that_it_was_told_is_free() -> None:
    asked = wants(a_booking(), ANY_DAY)
    free = Option("2026-11-26", a_text("Thursday"))

    knowing = asked.knowing(Facts(free=(free,)))

    assert interview.answer(knowing, "day", "2026-11-26").answers["day"] == "2026-11-26"
    with pytest.raises(Problem, match="day_gone"):
        interview.answer(knowing, "day", "2026-11-30")
    with pytest.raises(Problem, match="choose_one"):
        interview.answer(knowing, "day", "soon")


def test_a_booked_day_is_said_with_its_weekday_and_one_to_arrange_in_words() -> None:
    booked = wants(a_booking(), "2026-11-26")
    to_arrange = wants(a_booking(), ANY_DAY)

    said = [
        line.said.to(Language.EN)
        for asked in (booked, to_arrange)
        for line in interview.read_back(asked, WORDS)
        if line.path == "day"
    ]

    assert said == ["Thursday 26 November 2026", "None of these: please arrange a day with me"]


def test_of_forty_who_want_five_places_at_once_five_get_one(database: Database) -> None:
    service = a_booking(places=5)
    asked = wants(service, "2026-11-26")
    with database.session("aberwen") as session:  # a process that has begun its work
        send(session, wants(service, ANY_DAY), "before")
    together = Barrier(40)

    def want(number: int) -> bool:
        together.wait()
        for _ in range(20):
            with suppress(StoreAway):  # too many at once: a resident is asked to try again
                return _is_sent(database, asked, f"resident {number}")
        raise AssertionError(number)

    with ThreadPoolExecutor(40) as residents:
        got = list(residents.map(want, range(40)))

    with database.reading("aberwen") as session:
        places = held(session)
        opened = session.sql.scalar(select(func.count()).select_from(Case))
    assert (got.count(True), got.count(False)) == (5, 35)
    assert places == [(THURSDAY, "van", slot) for slot in range(1, 6)]
    assert opened == 1 + 5


def _is_sent(database: Database, asked: Interview, name: str) -> bool:
    try:
        with database.session("aberwen") as session:
            send(session, asked, name)
    except DayGone:
        return False
    return True
