"""References: digits that can be spoken, keyed and checked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.values import Reference, SystemChance, WrongValue


class Foretold(SystemChance):
    """Draw the digits that a test says."""

    def __init__(self, digits: str) -> None:
        self._digits = digits

    def digits(self, count: int) -> str:
        """Give them."""
        return self._digits[:count]


def test_a_drawn_reference_reads_back_however_it_is_spaced() -> None:
    drawn = Reference.draw(SystemChance())

    assert Reference.parse(drawn.shown) == drawn
    assert Reference.parse(f" {drawn.digits[:5]}-{drawn.digits[5:]} ") == drawn
    assert len(drawn.shown) == len("1234 567 8901")


@pytest.mark.parametrize(
    ("payload", "check"), [("100000000", "49"), ("100000016", "98"), ("100000081", "97")]
)
def test_check_digits_are_those_of_iso_7064_and_never_two_for_one_number(
    payload: str, check: str
) -> None:
    drawn = Reference.draw(Foretold(payload))

    assert drawn.digits == payload + check


@given(place=st.integers(0, 10), digit=st.sampled_from("0123456789"))
def test_one_wrong_digit_is_always_found(place: int, digit: str) -> None:
    right = Reference.draw(SystemChance()).digits
    wrong = right[:place] + digit + right[place + 1 :]

    if wrong != right:
        with pytest.raises(WrongValue):
            Reference(wrong)


@given(place=st.integers(0, 9))
def test_two_neighbours_swapped_are_always_found(place: int) -> None:
    right = Reference.draw(SystemChance()).digits
    swapped = right[:place] + right[place + 1] + right[place] + right[place + 2 :]

    if swapped != right:
        with pytest.raises(WrongValue):
            Reference(swapped)


@pytest.mark.parametrize("words", ["", "12", "abc", "١٢٣٤٥٦٧٨٩٠١", "1" * 500, "12345678901\n2"])
def test_what_is_no_reference_is_refused(words: str) -> None:
    with pytest.raises(WrongValue, match="reference"):
        Reference.parse(words)


def test_a_million_references_are_not_in_any_order() -> None:
    drawn = [int(Reference.draw(SystemChance()).digits) for _ in range(200)]

    assert drawn != sorted(drawn)
    assert len(set(drawn)) == len(drawn)
