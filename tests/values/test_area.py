"""The area of a council, as its addresses tell it."""

import random

from hub.values import Area, Point


def some_points(count: int) -> list[Point]:
    """Scatter points over a square of about ten kilometres."""
    chance = random.Random(7)
    return [Point(53 + chance.random() / 10, -3.9 + chance.random() / 7) for _ in range(count)]


def test_all_addresses_lie_in_their_area_and_a_kilometre_around_it() -> None:
    points = some_points(500)

    area = Area.around(points)

    assert area is not None
    assert all(area.has(point) for point in points)
    assert area.has(Point(53.05, -3.91))
    assert not area.has(Point(53.05, -3.95))
    assert not area.has(Point(52.0, -3.85))


def test_one_mistake_in_the_file_does_not_stretch_it() -> None:
    area = Area.around([*some_points(100), Point(0.0, 0.0), Point(53.1, 3.9)])

    assert area is not None
    assert not area.has(Point(30.0, -1.0))
    assert not area.has(Point(52.0, 0.0))


def test_few_addresses_or_one_row_of_them_tell_no_area() -> None:
    row = [Point(53 + n / 1000, -3.9) for n in range(50)]

    assert Area.around(some_points(19)) is None
    assert Area.around([]) is None
    assert Area.around(row) is None
