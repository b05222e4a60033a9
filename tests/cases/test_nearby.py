"""Open cases near a place: by street, by point, lately, and of the same service alone."""

import pytest
from sqlalchemy import select

from hub import cases, catalogue, intake
from hub.cases import Case, Nearby, Spot, Status
from hub.interview import Given
from hub.staff import Viewer
from hub.store import Database, Session
from hub.values import Channel, Language, Moments
from tests.builders.councils import a_council
from tests.builders.requests import MONDAY
from tests.cases.holes import (
    HIGH_STREET,
    PRIVATE,
    RESIDENT,
    reported,
    told,
)
from tests.provision.time_and_chance import SettableClock


def near(session: Session, place: Given, **said: Given) -> tuple[Nearby, ...]:
    return cases.nearby(session, RESIDENT, told(place, **said))


@pytest.mark.parametrize(
    ("place", "is_found"),
    [
        ({"words": "opposite 40 High St"}, True),
        ({"words": "Castle Street"}, False),
        ({"words": "behind the chapel"}, False),
        ({"words": "here", "lat": "52.1000", "lon": "-4.0000"}, False),
    ],
)
def test_a_case_is_found_by_its_street(database: Database, place: Given, is_found: bool) -> None:  # noqa: FBT001 (what is expected)
    with database.session("aberwen") as session:
        reported(session, HIGH_STREET)

        assert bool(near(session, place)) is is_found


@pytest.mark.parametrize(
    ("lat", "lon", "is_found"),
    [
        ("52.10040", "-4.00000", True),
        ("52.10050", "-4.00000", False),
        ("52.10000", "-4.00070", True),
        ("52.10000", "-4.00080", False),
    ],
)
def test_a_case_is_found_within_fifty_metres(
    database: Database,
    lat: str,
    lon: str,
    is_found: bool,  # noqa: FBT001 (what is expected)
) -> None:
    with database.session("aberwen") as session:
        reported(session, {"words": "here", "lat": "52.1", "lon": "-4.0"})

        assert bool(near(session, {"words": "there", "lat": lat, "lon": lon})) is is_found


def test_two_points_far_apart_in_one_street_are_two(database: Database) -> None:
    with database.session("aberwen") as session:
        reported(session, {"words": "High Street", "lat": "52.1", "lon": "-4.0"})

        assert near(session, {"words": "High Street", "lat": "52.11", "lon": "-4.0"}) == ()
        assert len(near(session, {"words": "High Street"})) == 1


def test_what_is_found_tells_the_street_the_day_and_the_status_alone(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = reported(session, HIGH_STREET)

        found = near(session, HIGH_STREET)

    assert found == (Nearby(case_id, "high street", MONDAY, Status.OPENED),)


def test_no_case_is_offered_that_is_old_closed_or_of_another_service(
    database: Database, clock: SettableClock
) -> None:
    with database.session("aberwen") as session:
        reported(session, HIGH_STREET)
        other = cases.nearby(session, RESIDENT, told(HIGH_STREET, PRIVATE))
        danger = near(session, HIGH_STREET, bin="needles")
    clock.move(days=29)
    with database.session("aberwen") as session:
        old = near(session, HIGH_STREET)
        case_id = reported(session, HIGH_STREET, "second")
        session.sql.query(Case).filter(Case.id == case_id).update({"status": Status.CLOSED})
        closed = near(session, HIGH_STREET)

    assert (other, danger, old, closed) == ((), (), (), ())


def test_a_service_that_is_not_shared_keeps_no_spot(database: Database) -> None:
    with database.session("aberwen") as session:
        asked = told(HIGH_STREET, PRIVATE)
        catalogue.keep(session, asked.service)
        moments = Moments.sent_now(MONDAY)
        submission = intake.Submission(
            asked=asked,
            channel=Channel.WEB,
            language=Language.EN,
            external_id="1",
            moments=moments,
        )
        intake.submit(session, RESIDENT, submission, council=a_council())

        assert session.sql.scalars(select(Spot)).all() == []


def test_another_councils_cases_are_not_offered(database: Database) -> None:
    with database.session("aberwen") as session:
        reported(session, HIGH_STREET)

    with database.session("elsewhere") as session:
        assert cases.nearby(session, Viewer.resident("elsewhere"), told(HIGH_STREET)) == ()
