"""The National Grid, against figures that Ordnance Survey publishes."""

from math import radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.values import GridSquare, Point, WrongValue, datum


def test_the_projection_is_that_of_ordnance_surveys_worked_example() -> None:
    lat, lon = 52 + 39 / 60 + 27.2531 / 3600, 1 + 43 / 60 + 4.5177 / 3600

    east, north = datum.project(radians(lat), radians(lon))

    assert (east, north) == pytest.approx((651_409.903, 313_177.270), abs=0.001)


def test_the_change_of_datum_is_that_of_ordnance_surveys_worked_example() -> None:
    moved = datum.shift((3_790_644.900, -110_149.210, 5_111_482.970))

    assert moved == pytest.approx((3_790_269.549, -110_038.064, 5_111_050.261), abs=0.001)


@pytest.mark.parametrize(
    ("lat", "lon", "east", "north"),
    [
        (49.92226394, -6.29977753, 91_492.146, 11_318.804),
        (49.96006138, -5.20304610, 170_370.718, 11_572.405),
        (50.43885826, -4.10864564, 250_359.811, 62_016.569),
        (52.65800783, 1.71607397, 651_409.804, 313_177.450),
    ],
)
def test_points_that_ordnance_survey_publishes_are_right_within_six_metres(
    lat: float, lon: float, east: float, north: float
) -> None:
    there = datum.to_grid(lat, lon)

    assert abs(there[0] - east) + abs(there[1] - north) < 6
    assert GridSquare(int(east), int(north)).point.metres_to(Point(lat, lon)) < 6


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("SN 58123 81920", "SN 58123 81920"),
        ("SN5812381920", "SN 58123 81920"),
        ("sn58128192", "SN 5812 8192"),
        ("SN 581 819", "SN 581 819"),
        (" SN  581819 ", "SN 581 819"),
        ("TG 51409 13177", "TG 51409 13177"),
        ("HP 62 16 1", None),
    ],
)
def test_a_reference_is_read_however_it_is_spaced(written: str, shown: str | None) -> None:
    if shown is None:
        with pytest.raises(WrongValue):
            GridSquare.parse(written)
        return

    assert GridSquare.parse(written).shown == shown


@pytest.mark.parametrize(
    ("east", "north", "letters"),
    [
        (91_492, 11_318, "SV"),
        (651_409, 313_177, "TG"),
        (216_600, 771_200, "NN"),
        (439_600, 1_175_300, "HU"),
        (258_123, 281_920, "SN"),
    ],
)
def test_the_letters_are_those_of_the_map(east: int, north: int, letters: str) -> None:
    shown = GridSquare(east, north).shown

    assert shown.startswith(letters)
    assert GridSquare.parse(shown) == GridSquare(east, north)


def test_a_short_reference_is_the_middle_of_its_square() -> None:
    wide, inside = GridSquare.parse("SN 581 819"), GridSquare.parse("SN 58150 81950")

    assert wide.point.metres_to(inside.point) < 1


@pytest.mark.parametrize(
    "written",
    [
        *("", "SN", "SN 58", "SN 5812 819", "SN 58123", "SI 581 819", "ZZ 581 819", "SN 581 81a"),
        *("SN 581238 192001", "SN ٥٨١ ٨١٩", "SN" + "1" * 10_000, "HZ 999 999 999"),
    ],
)
def test_what_is_no_reference_is_none(written: str) -> None:
    with pytest.raises(WrongValue) as wrong:
        GridSquare.parse(written)

    assert wrong.value.key == "place_point"


@pytest.mark.parametrize(("east", "north"), [("700000", "1"), ("1", "1300000")])
def test_metres_off_the_map_are_no_place(east: str, north: str) -> None:
    with pytest.raises(WrongValue):
        GridSquare.of_metres(east, north)


@given(st.integers(80_000, 655_000), st.integers(5_000, 1_220_000))
def test_there_and_back_is_the_same_metre(east: int, north: int) -> None:
    square = GridSquare(east, north)

    there = datum.to_grid(square.point.lat, square.point.lon)

    assert there == pytest.approx((east + 0.5, north + 0.5), abs=0.2)
