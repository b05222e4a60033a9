"""Where something is: words, the nearest address and a point; nothing is guessed."""

from pathlib import Path

import pytest

from hub import interview
from hub.catalogue.definition import Kind
from hub.interview import Facts, Problem
from hub.values import Area, Language, Point
from hub.words import Words
from tests.builders.givens import ASKED_ON
from tests.builders.questions import a_question
from tests.builders.services import a_service

HERE = "53.100000, -3.900000"
AREA = Area.around(Point(53 + n / 100, -4 + m / 100) for n in range(20) for m in range(20))
PLACE = a_service(a_question("q", Kind.PLACE))


def place(given: object, area: Area | None = AREA) -> object:
    """Give the place that is kept."""
    asked = interview.begin(PLACE, ASKED_ON).knowing(Facts(area=area))
    return interview.answer(asked, "q", given).answers["q"]  # type: ignore[arg-type]  # as given


def problem(given: object, area: Area | None = AREA) -> Problem:
    """Give why a place cannot be taken."""
    with pytest.raises(Problem) as raised:
        place(given, area)
    return raised.value


def test_words_alone_are_a_place() -> None:
    assert place({"words": "by the gate", "near": "", "point": ""}) == {"words": "by the gate"}


def test_the_nearest_address_stands_for_words_that_are_missing() -> None:
    near = {"near": "4 Stryd y Bont, Aberwen", "uprn": "12"}

    assert place({"words": "", **near}) == {"words": "4 Stryd y Bont, Aberwen", **near}


@pytest.mark.parametrize(
    ("point", "grid"),
    [(HERE, None), ("53.1° N 3.9° W", None), ("SH 728 579", "SH 728 579")],
)
def test_a_point_is_kept_in_degrees_and_a_reference_as_it_was_told(
    point: str, grid: str | None
) -> None:
    kept = place({"words": "by the gate", "point": point})

    assert isinstance(kept, dict)
    assert abs(kept["lat"] - 53.1) < 0.01
    assert abs(kept["lon"] + 3.9) < 0.01
    assert kept.get("grid") == grid


@pytest.mark.parametrize(
    "typed", ["53.1, 3.9", "-3.9, 53.1", "3.9, 53.1", "-3.9 -53.1", "-53.1, -3.9"]
)
def test_what_looks_mistyped_is_asked_and_not_guessed(typed: str) -> None:
    why = problem({"words": "by the gate", "point": typed})

    assert (why.key, why.part, why.values["meant"]) == ("place_meant", "point", HERE)


@pytest.mark.parametrize("typed", ["51.5, -0.1", "TQ 300 800", "530000 180000"])
def test_a_point_outside_the_area_is_taken_only_if_it_is_meant(typed: str) -> None:
    given = {"words": "by the gate", "point": typed}

    kept = place({**given, "anyway": "yes"})

    assert problem(given).key == "place_outside"
    assert isinstance(kept, dict)
    assert kept["anyway"] is True


@pytest.mark.parametrize("point", ["0,0", "40.7, -74.0", "1, 1", "90, 180"])
@pytest.mark.parametrize("anyway", ["", "yes"])
def test_a_point_abroad_is_no_place_of_ours(point: str, anyway: str) -> None:
    assert problem({"words": "x", "point": point, "anyway": anyway}).key == "place_point"


def test_without_a_gazetteer_any_place_in_britain_is_taken() -> None:
    assert place({"words": "x", "point": "51.5, -0.1"}, None) == {
        "words": "x",
        "lat": 51.5,
        "lon": -0.1,
    }
    assert problem({"words": "x", "point": "53.1, 3.9"}, None).key == "place_meant"


@pytest.mark.parametrize(
    "point", ["nan, nan", "inf, inf", "9" * 10_000, "53.1, " + "3" * 300, "٥٣.٢, ٣.٩", "SN\0"]
)
def test_hostile_points_are_told_and_nothing_worse(point: str) -> None:
    assert problem({"words": "x", "point": point}).key in {
        "place_point",
        "too_long",
        "characters",
    }


@pytest.mark.parametrize(
    "given",
    [
        {"words": "x", "point": HERE},
        {"words": "x", "point": "SH 728 579", "near": "4 Stryd y Bont, Aberwen", "uprn": "7"},
        {"words": "x", "point": "51.5, -0.1", "anyway": "yes"},
        {"words": "by SH 72812 57913", "near": "4 Stryd y Bont"},
    ],
)
def test_a_kept_place_handed_over_again_is_the_same(given: dict[str, str]) -> None:
    asked = interview.answer(interview.begin(PLACE, ASKED_ON), "q", given)

    again = interview.answer(asked, "q", interview.given(interview.step(asked, "q")))

    assert again.answers == asked.answers


@pytest.mark.parametrize(
    ("value", "english", "welsh"),
    [
        ({"words": "By the gate"}, "By the gate", "By the gate"),
        (
            {"words": "By the gate", "lat": 52.416825, "lon": -4.087561},
            "By the gate (grid reference SN 5812 8192)",
            "By the gate (cyfeirnod grid SN 5812 8192)",
        ),
        (
            {"words": "Gate", "near": "4 Lôn", "grid": "SH 728 579", "lat": 53.1, "lon": -4.0},
            "Gate (near 4 Lôn; grid reference SH 728 579)",
            "Gate (ger 4 Lôn; cyfeirnod grid SH 728 579)",
        ),
        ({"words": "4 Lôn", "near": "4 Lôn", "uprn": "7"}, "4 Lôn", "4 Lôn"),
        ({"words": "In Derry", "lat": 54.99, "lon": -7.3}, "In Derry", "In Derry"),
        (
            {"words": "There", "lat": 51.5, "lon": -0.1, "anyway": True},
            "There (grid reference TQ 3197 7960; outside our area as far as we know)",
            "There (cyfeirnod grid TQ 3197 7960; y tu allan i'n hardal hyd y gwyddom)",
        ),
    ],
)
def test_a_place_is_said_in_words_first(
    templates: Path, value: dict[str, object], english: str, welsh: str
) -> None:
    words = Words.read(templates)

    said = interview.say(a_question("q", Kind.PLACE), value, words)  # type: ignore[arg-type]  # as kept

    assert (said.to(Language.EN), said.to(Language.CY)) == (english, welsh)
