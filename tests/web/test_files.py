"""A file at the web door: to follow later, or not at all; nothing is chosen beforehand."""

from channels.pages import House
from tests.web.answers import EVERYTHING
from tests.web.conftest import At
from tests.web.visitor import Visitor, finish

_START = "/en/report/try-everything"


def test_nothing_is_chosen_before_somebody_chooses(visitor: Visitor, at: At) -> None:
    page = visitor.open(at("drawing")).text

    assert "I will send this later" in page
    assert "I will not send one" in page
    assert " checked" not in page


def test_an_optional_file_that_is_passed_over_is_not_owed(visitor: Visitor, at: At) -> None:
    address = at("drawing")

    passed = visitor.answer(address, {})
    refused = visitor.answer(address, {"later": "no"})
    again = visitor.open(address).text

    assert passed == refused == f"{_START}/truth"
    assert 'value="no" checked' in again


def test_an_optional_file_that_follows_is_owed(visitor: Visitor, house: House) -> None:
    finish(visitor, house, {**EVERYTHING, "drawing": {"later": "yes"}})

    done = visitor.submit("try-everything").text

    assert "<li>Drawing</li>" in done


def test_a_file_that_is_needed_is_asked_for_again_with_nothing_ticked(
    visitor: Visitor, at: At
) -> None:
    page = visitor.send(at("picture"), {}).text

    assert '<fieldset aria-describedby="answer-wrong">' in page
    assert '<a href="#answer">' in page
    assert 'type="radio" id="answer" name="later" value="yes">' in page
    assert "I will not send one" not in page
