"""A point that stands in somebody's words, as a phone's map gives it when it is copied."""

import pytest

from hub.catalogue.definition import Kind
from hub.interview import Value
from hub.interview.asking import Asking
from hub.interview.reading import read, write
from tests.builders.givens import ASKED_ON
from tests.builders.questions import a_question

PLACE = a_question("q", Kind.PLACE)
ASKING = Asking("q", PLACE, PLACE.short, ASKED_ON)
POINT = {"lat": 52.41543, "lon": -4.08292}


@pytest.mark.parametrize(
    ("words", "point"),
    [
        ("52.415430, -4.082920", POINT),
        ("52.41543,-4.08292", POINT),
        ("By the shop (52.41543 -4.08292), on the left", POINT),
        ("https://maps.example/@52.41543,-4.08292,17z", POINT),
        ("geo:52.41543,-4.08292", POINT),
        ("12.5, 13.5 metres from the gate", {}),
        ("Ring 01632 960001, 01632 960002", {}),
        ("40.712800, -74.006000", {}),
        ("-4.08292, 52.41543", {}),
        ("by the gate", {}),
    ],
)
def test_a_point_in_the_words_is_kept_beside_them(words: str, point: dict[str, float]) -> None:
    kept: Value = read({"words": words}, ASKING)

    assert kept == {"words": words, **point}
    assert read(write(PLACE, kept), ASKING) == kept


def test_a_point_that_is_given_apart_goes_before_one_in_the_words() -> None:
    kept = read({"words": "52.41543, -4.08292", "lat": "52.1", "lon": "-4.1"}, ASKING)

    assert kept == {"words": "52.41543, -4.08292", "lat": 52.1, "lon": -4.1}
