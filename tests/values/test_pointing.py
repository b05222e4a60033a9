"""A point as people write it, and what they may have meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.values import Point, Pointed, WrongValue, likely_points

HERE = Point(53.1002, -3.8997)


@pytest.mark.parametrize(
    "written",
    [
        "53.1002, -3.8997",
        "53.1002 -3.8997",
        "53.1002;-3.8997",
        "  53.1002,-3.8997 ",
        "53.1002, \u22123.8997",
        "53.1002° N, 3.8997° W",
        "53.1002 N 3.8997 W",
        "53°6'0.72\"N 3°53'58.92\"W",
        "53\u00b06\u20320.72\u2033N 3\u00b053\u203258.92\u2033W",
    ],
)
def test_degrees_are_read_as_phones_and_maps_write_them(written: str) -> None:
    assert Pointed.parse(written).point == HERE


@pytest.mark.parametrize(
    "written", ["258123 281920", "258123, 281920", "E 258123, N 281920", "E258123 N281920"]
)
def test_an_easting_and_a_northing_are_a_square_of_one_metre(written: str) -> None:
    pointed = Pointed.parse(written)

    assert pointed.shown == "SN 58123 81920"
    assert pointed.point.metres_to(Point(52.416825, -4.087561)) < 1


def test_what_is_shown_is_read_again_as_the_same() -> None:
    for written in ("53.1002, -3.8997", "sn 581 819", "258123 281920", "SN58128192"):
        pointed = Pointed.parse(written)

        assert Pointed.parse(pointed.shown) == pointed


@pytest.mark.parametrize(
    "written",
    [
        *("", "nan, nan", "inf, 1", "1e5 3", "91 200", "999, 1", "by the gate", "53.1", "SN"),
        *("0x35, 1", "٥٣.٢, -٣.٨", "53.1002, -3.8997\0", "5" * 10_000, "53.1," * 2_000),
        "52°61'0\"N 4°0'0\"W",
    ],
)
def test_what_is_no_point_is_none(written: str) -> None:
    with pytest.raises(WrongValue) as wrong:
        Pointed.parse(written)

    assert wrong.value.key == "place_point"


@given(st.text(max_size=200))
def test_whatever_is_written_is_a_point_or_none(written: str) -> None:
    try:
        pointed = Pointed.parse(written)
    except WrongValue:
        return

    assert abs(pointed.point.lat) <= 180


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (Point(53.1, 3.9), Point(53.1, -3.9)),
        (Point(-3.9, 53.1), Point(53.1, -3.9)),
        (Point(3.9, 53.1), Point(53.1, -3.9)),
        (Point(-53.1, -3.9), Point(53.1, -3.9)),
    ],
)
def test_a_minus_that_is_missing_and_numbers_that_were_swapped_are_seen(
    typed: Point, meant: Point
) -> None:
    assert meant in likely_points(typed)


def test_nothing_is_guessed_of_a_point_far_away() -> None:
    assert likely_points(Point(40.7, -74.0)) == ()
    assert likely_points(Point(0.0, 0.0)) == ()


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("By the gate, 53.10020 -3.89970", "53.100200, -3.899700"),
        ("in the field at SN 581 819, by the stile", "SN 581 819"),
        ("SN 58123 81920", "SN 58123 81920"),
        ("near house no 123 456", None),
        ("Ring 01632 960001", None),
        ("SA 12 34", None),
        ("", None),
    ],
)
def test_a_point_that_stands_in_words_is_seen(words: str, shown: str | None) -> None:
    pointed = Pointed.in_words(words)

    assert (pointed.shown if pointed else None) == shown
