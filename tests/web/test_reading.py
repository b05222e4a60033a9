import pytest

from channels.web import reading
from channels.web.reading import BothGiven, OddForm
from hub.catalogue.definition import Hint
from hub.interview import Given


@pytest.mark.parametrize(
    ("hint", "typed", "given"),
    [
        (Hint.WORDS, {"answer": ["a cat"]}, "a cat"),
        (Hint.WORDS, {}, ""),
        (Hint.DIGITS, {"answer": ["12"]}, "12"),
        (Hint.CHOICE, {"answer": ["grey"]}, "grey"),
        (Hint.CHOICE, {"answer": ["fish", "roses"]}, ["fish", "roses"]),
        (Hint.YES_NO, {"answer": ["yes"]}, "yes"),
        (Hint.YES_NO, {"answer": ["?"]}, {"unknown": "yes"}),
        (Hint.WORDS, {"answer": [""], "unknown": ["yes"]}, {"unknown": "yes"}),
        (
            Hint.DATE,
            {"day": ["1"], "month": ["2"], "year": [""]},
            {"day": "1", "month": "2", "year": ""},
        ),
        (Hint.DATE, {"day": [" "], "month": [""], "year": [""]}, ""),
        (
            Hint.ADDRESS,
            {"line1": ["1 High Street"], "postcode": ["LL99 9AA"]},
            {"line1": "1 High Street", "line2": "", "town": "", "postcode": "LL99 9AA"},
        ),
        (Hint.FILE, {"later": ["yes"]}, {"later": "yes"}),
        (Hint.FILE, {}, ""),
    ],
)
def test_a_form_becomes_what_the_hub_is_given(
    hint: Hint, typed: dict[str, list[str]], given: Given
) -> None:
    assert reading.given(hint, typed) == given


@pytest.mark.parametrize("hint", list(Hint))
def test_a_field_that_no_page_has_is_refused(hint: Hint) -> None:
    with pytest.raises(OddForm):
        reading.given(hint, {"price": ["0"]})


def test_a_field_that_stands_twice_is_refused() -> None:
    with pytest.raises(OddForm):
        reading.given(Hint.WORDS, {"answer": ["one", "two"]})


def test_an_answer_beside_i_do_not_know_is_not_guessed_at() -> None:
    with pytest.raises(BothGiven):
        reading.given(Hint.WORDS, {"answer": ["a cat"], "unknown": ["yes"]})


@pytest.mark.parametrize(
    "given",
    [
        "a cat",
        "",
        ["fish", "roses"],
        {"day": "1", "month": "2", "year": "2026"},
        {"unknown": "yes"},
        {"later": "yes"},
        None,
    ],
)
def test_what_was_given_fills_the_page_again(given: Given) -> None:
    hints = {
        str: Hint.WORDS, list: Hint.CHOICE, dict: Hint.DATE, type(None): Hint.WORDS,
    }  # fmt: skip
    hint = Hint.FILE if given == {"later": "yes"} else hints[type(given)]

    typed = reading.typed_of(given)

    assert reading.given(hint, typed) == (given or "")


def test_a_place_in_words_fills_its_one_box() -> None:
    assert reading.typed_of({"words": "Behind the chapel"}) == {"answer": ["Behind the chapel"]}
