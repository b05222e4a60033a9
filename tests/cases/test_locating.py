"""What the gazetteer tells of a place, and whether two places are one."""

from pathlib import Path

import pytest

from hub import cases, interview, places
from hub.interview import Given, Interview
from hub.store import Database, Session
from hub.values import Point
from tests.builders.requests import MONDAY, a_service
from tests.cases.holes import HOLE, RESIDENT, reported, told
from tests.places.test_places import a_file, a_line


@pytest.fixture
def town(database: Database, tmp_path: Path) -> Database:
    """Give a council with a street of thirty houses, about a hundred metres apart."""
    lines = [a_line(n, str(n), latitude=f"{53.1 + n / 1000:.4f}") for n in range(1, 31)]
    lines.append(a_line(99, "99", street="Heol Hir", latitude="", longitude=""))
    lines += [a_line(100 + n, str(n), street="Heol Wyn", longitude="-3.85") for n in range(9)]
    places.load_addresses(database, "aberwen", a_file(tmp_path, *lines))
    return database


def settled(session: Session, place: Given) -> Interview:
    """Tell a place, and let the gazetteer tell what it knows of it."""
    return cases.with_nearest(session, told(place), "place")


def test_the_address_that_was_chosen_gives_the_place_its_name_and_point(town: Database) -> None:
    with town.reading("aberwen") as session:
        place = settled(session, {"words": "by the lamp", "uprn": "4"}).answers["place"]

    assert place == {
        "words": "by the lamp",
        "near": "4 Stryd y Bont, Aberwen",
        "uprn": "4",
        "lat": 53.104,
        "lon": -3.9,
    }


def test_a_point_gets_the_address_nearest_to_it_which_nobody_chose(town: Database) -> None:
    with town.reading("aberwen") as session:
        place = settled(session, {"words": "by the lamp", "point": "53.1041, -3.9"})

    assert place.answers["place"] == {
        "words": "by the lamp",
        "near": "4 Stryd y Bont, Aberwen",
        "lat": 53.1041,
        "lon": -3.9,
    }


def test_a_point_that_was_told_stays_beside_the_address_that_was_chosen(town: Database) -> None:
    with town.reading("aberwen") as session:
        chosen = {"words": "by the lamp", "uprn": "4", "point": "53.1061, -3.9"}
        place = interview.place(settled(session, chosen))

    assert place is not None
    assert (place["near"], place["lat"]) == ("4 Stryd y Bont, Aberwen", 53.1061)


@pytest.mark.parametrize(
    "given",
    [
        {"words": "by the lamp"},
        {"words": "by the lamp", "uprn": "12345"},
        {"words": "far off", "point": "53.5, -3.9"},
    ],
)
def test_what_the_gazetteer_does_not_know_stays_as_it_was_told(
    town: Database, given: dict[str, str]
) -> None:
    with town.reading("aberwen") as session:
        assert settled(session, given).answers == told(given).answers


def test_an_address_without_a_point_gives_none(town: Database) -> None:
    with town.reading("aberwen") as session:
        place = interview.place(settled(session, {"words": "x", "uprn": "99"}))

    assert place == {"words": "x", "near": "99 Heol Hir, Aberwen", "uprn": "99"}


@pytest.mark.parametrize(
    ("place", "is_found"),
    [
        ({"words": "a hole", "uprn": "4"}, True),
        ({"words": "in the road", "point": "53.1042, -3.9"}, True),
        ({"words": "in the road", "uprn": "6"}, False),
        ({"words": "in Stryd y Bont"}, True),
        ({"words": "in Stryd y Bont", "point": "53.11, -3.9"}, False),
        ({"words": "in the road"}, False),
    ],
)
def test_two_who_name_the_same_address_tell_of_one_place(
    town: Database,
    place: Given,
    is_found: bool,  # noqa: FBT001 (what is expected)
) -> None:
    with town.session("aberwen") as session:
        first = settled(session, {"words": "by the lamp", "uprn": "4"})
        given = interview.given(interview.step(first, "place"))
        reported(session, given)

        found = cases.nearby(session, RESIDENT, settled(session, place))

    assert bool(found) is is_found


def test_the_area_is_known_only_where_a_place_is_asked_for(town: Database) -> None:
    with town.reading("aberwen") as session:
        asked = cases.knowing_area(session, interview.begin(HOLE, MONDAY.date()))
        other = cases.knowing_area(session, interview.begin(a_service(), MONDAY.date()))

    assert asked.facts.area is not None
    assert asked.facts.area.has(Point(53.11, -3.88))
    assert other.facts.area is None
