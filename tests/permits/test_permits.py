"""Permits: granted once, reminded of once, expired on their day, whatever the clock does."""

from collections.abc import Mapping
from datetime import date

import pytest
from sqlalchemy import select

from hub import catalogue, intake, interview, permits
from hub.catalogue.definition import Lasting, Period, Service, Unit
from hub.history import Entry
from hub.intake import Submission
from hub.interview import Given
from hub.permits import NotLasting, Permit, PermitState, UnknownPermit
from hub.permits.lasting import last_day, reminder_day
from hub.staff import Viewer
from hub.staff.viewer import NotAllowed
from hub.store import Database, Session
from hub.store.outbox import OutboxEvent
from hub.values import Channel, Language, Moments
from tests.builders.councils import a_council
from tests.builders.requests import (
    HOME,
    MONDAY,
    SAID,
    a_case,
    a_choice,
    a_question,
    a_service,
)
from tests.provision.time_and_chance import SettableClock

SYSTEM = Viewer.system("aberwen")
LASTS = {"holds": "12 months", "remind": "4 weeks"}
YEARLY = a_service(lasts=LASTS)
RENEWABLE = a_service(
    a_question("old", "words"), a_choice("bin", "refuse", "garden", "needles"), lasts=LASTS
)
ELSEWHERE = {**HOME, "postcode": "LL99 8ZZ"}


def asked_for(
    session: Session, service: Service = YEARLY, name: str = "one", **said: Given
) -> intake.Receipt:
    catalogue.keep(session, service)
    answers: Mapping[str, Given] = {**SAID, **said}
    held = interview.begin(service, MONDAY.date())
    while (asked := interview.next_step(held)) is not None:
        held = interview.answer(held, asked.path, answers[asked.path])
    submission = Submission(
        asked=held,
        channel=Channel.PHONE,
        language=Language.CY,
        external_id=name,
        moments=Moments.sent_now(MONDAY),
    )
    viewer = Viewer.resident(session.council)
    return intake.submit(session, viewer, submission, council=a_council())


def granted(database: Database) -> intake.Receipt:
    with database.session("aberwen") as session:
        receipt = asked_for(session)
        permits.grant(session, SYSTEM, receipt.case_id, council=a_council())
    return receipt


def mind(database: Database) -> int:
    with database.session("aberwen") as session:
        return permits.mind(session, SYSTEM, council=a_council())


def events(database: Database, name: str) -> int:
    with database.reading("aberwen") as session:
        return len(session.sql.scalars(select(OutboxEvent).where(OutboxEvent.name == name)).all())


def test_what_is_granted_holds_from_today_for_as_long_as_the_service_says(
    database: Database,
) -> None:
    receipt = granted(database)

    with database.reading("aberwen") as session:
        permit = permits.of_case(session, SYSTEM, receipt.case_id)

    assert (permit.since, permit.until) == (date(2026, 11, 23), date(2027, 11, 22))
    assert permit.state is PermitState.VALID
    assert len(permit.number) == 8
    assert permit.shown.replace(" ", "") == permit.number


def test_granted_twice_is_one_permit_and_is_told_once(database: Database) -> None:
    receipt = granted(database)
    with database.session("aberwen") as session:
        first = permits.of_case(session, SYSTEM, receipt.case_id)

        again = permits.grant(session, SYSTEM, receipt.case_id, council=a_council())

        assert again == first
        kinds = list(session.sql.scalars(select(Entry.kind)))
    assert kinds.count("PermitGranted") == 1
    assert events(database, "PermitGranted") == 1


def test_a_service_that_lasts_for_ever_grants_nothing(database: Database) -> None:
    with pytest.raises(NotLasting), database.session("aberwen") as session:
        permits.grant(session, SYSTEM, a_case(session).case_id, council=a_council())


def test_a_resident_grants_themselves_nothing(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = asked_for(session).case_id
    own = Viewer.resident("aberwen", case_id)

    with pytest.raises(NotAllowed), database.session("aberwen") as session:
        permits.grant(session, own, case_id, council=a_council())


def test_a_stranger_sees_no_permit_and_a_case_without_one_has_none(database: Database) -> None:
    receipt = granted(database)
    with database.session("aberwen") as session:
        other = asked_for(session, name="other").case_id
        with pytest.raises(NotAllowed):
            permits.of_case(session, Viewer.resident("aberwen", other), receipt.case_id)
        with pytest.raises(UnknownPermit):
            permits.of_case(session, SYSTEM, other)


def test_nobody_is_reminded_before_the_day(database: Database, clock: SettableClock) -> None:
    granted(database)
    clock.move(days=364 - 28 - 1)

    minded = mind(database)

    assert minded == 0
    assert events(database, "PermitEnding") == 0


def test_who_holds_a_permit_is_reminded_once_however_often_it_is_minded(
    database: Database, clock: SettableClock
) -> None:
    granted(database)
    clock.move(days=364 - 28)

    minded = [mind(database) for _ in range(3)]
    clock.move(hours=-3)
    mind(database)
    clock.move(days=7)
    mind(database)

    assert minded == [1, 0, 0]
    assert events(database, "PermitEnding") == 1


@pytest.mark.parametrize(
    ("told", "reminded"),
    [({}, 1), ({"old": "{number}", "home": ELSEWHERE}, 2), ({"old": "12345678"}, 2)],
)
def test_who_has_renewed_is_not_reminded_that_the_old_permit_ends(
    database: Database, clock: SettableClock, *, told: Mapping[str, Given], reminded: int
) -> None:
    with database.session("aberwen") as session:
        first = asked_for(session, RENEWABLE, old="00000000")
        number = permits.grant(session, SYSTEM, first.case_id, council=a_council()).shown
    clock.move(days=300)
    with database.session("aberwen") as session:
        said: dict[str, Given] = {"old": number, **told}
        said["old"] = str(said["old"]).replace("{number}", number)
        second = asked_for(session, RENEWABLE, "two", **said)
        permits.grant(session, SYSTEM, second.case_id, council=a_council())

    clock.move(days=50)
    mind(database)
    clock.move(days=290)
    mind(database)

    assert events(database, "PermitEnding") == reminded
    with database.reading("aberwen") as session:
        assert permits.of_case(session, SYSTEM, first.case_id).state is PermitState.EXPIRED


def test_a_permit_holds_on_its_last_day_and_not_after_it(
    database: Database, clock: SettableClock
) -> None:
    receipt = granted(database)
    clock.move(days=364)
    mind(database)
    with database.reading("aberwen") as session:
        on_the_day = permits.of_case(session, SYSTEM, receipt.case_id)

    clock.move(days=1)
    minded = [mind(database), mind(database)]

    with database.reading("aberwen") as session:
        after = permits.of_case(session, SYSTEM, receipt.case_id)
    assert (on_the_day.state, after.state) == (PermitState.VALID, PermitState.EXPIRED)
    assert minded == [1, 0]


def test_what_ended_while_nobody_minded_is_not_reminded_of_any_more(
    database: Database, clock: SettableClock
) -> None:
    granted(database)
    clock.move(days=400)

    mind(database)

    assert events(database, "PermitEnding") == 0
    with database.reading("aberwen") as session:
        assert session.sql.scalars(select(Permit.state)).one() == "expired"


def test_the_day_is_the_councils_also_where_its_clock_is_an_hour_ahead(
    database: Database, clock: SettableClock
) -> None:
    clock.set(MONDAY.replace(month=6, day=30, hour=23, minute=30))  # in Wales it is 1 July

    receipt = granted(database)

    with database.reading("aberwen") as session:
        permit = permits.of_case(session, SYSTEM, receipt.case_id)
    assert (permit.since, permit.until) == (date(2026, 7, 1), date(2027, 6, 30))


@pytest.mark.parametrize(
    ("holds", "since", "until"),
    [
        (Period(12, Unit.MONTHS), date(2028, 2, 29), date(2029, 2, 27)),
        (Period(1, Unit.MONTHS), date(2026, 1, 31), date(2026, 2, 27)),
        (Period(2, Unit.YEARS), date(2026, 11, 23), date(2028, 11, 22)),
        (Period(6, Unit.WEEKS), date(2026, 11, 23), date(2027, 1, 3)),
        (Period(1, Unit.DAYS), date(2026, 11, 23), date(2026, 11, 23)),
    ],
)
def test_the_last_day_is_counted_in_the_calendar(holds: Period, since: date, until: date) -> None:
    assert last_day(Lasting(holds, Period(1, Unit.DAYS)), since=since) == until


def test_the_reminder_comes_so_long_before_the_end() -> None:
    weeks = Lasting(Period(1, Unit.YEARS), Period(4, Unit.WEEKS))
    months = Lasting(Period(1, Unit.YEARS), Period(1, Unit.MONTHS))

    until = date(2027, 3, 31)

    assert reminder_day(weeks, until=until) == date(2027, 3, 3)
    assert reminder_day(months, until=until) == date(2027, 2, 28)
