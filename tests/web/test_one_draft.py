"""One browser, two windows, one computer for many people: which draft is meant, and who sees it."""

import re

import pytest

from channels.pages import House
from hub import drafts
from hub.drafts import Draft, DraftState
from tests.provision.time_and_chance import SettableClock
from tests.web.answers import EVERYTHING
from tests.web.conftest import At
from tests.web.visitor import Visitor, finish, said

_START = "/en/report/try-everything"
_REFERENCE = re.compile(r'class="reference">([\d ]+)<')


def test_looking_for_a_confirmation_too_early_throws_nothing_away(visitor: Visitor, at: At) -> None:
    address = at("story")

    opened = visitor.open(f"{_START}/done")

    assert visitor.onward(opened) == address


def test_the_confirmation_of_the_first_request_leaves_the_second_alone(
    visitor: Visitor, house: House
) -> None:
    finish(visitor, house, EVERYTHING)
    first = _reference(visitor.submit("try-everything").text)
    second = visitor.answer(visitor.begin("try-everything"), said("no"))

    again = visitor.open(f"{_START}/done").text

    assert _reference(again) == first
    assert visitor.onward(visitor.open(f"{_START}/go-on")) == second


def test_a_confirmation_whose_answer_never_arrived_is_found_again(
    visitor: Visitor, house: House
) -> None:
    finish(visitor, house, EVERYTHING)
    visitor.open(f"{_START}/check")
    cookie = visitor.client.get_cookie("hub")
    assert cookie is not None
    visitor.send(f"{_START}/send", {})
    visitor.client.set_cookie("hub", cookie.value)

    found = visitor.open(visitor.onward(visitor.open(f"{_START}/hurt"))).text

    assert _reference(found)


def test_an_answer_from_an_older_window_is_not_taken_into_the_newer_draft(
    visitor: Visitor, at: At
) -> None:
    address = at("story")
    older = _hidden(visitor.open(address).text, "draft")
    anew = _begin_anew(visitor)
    visitor.answer_until(anew, EVERYTHING, last="story")

    sent = visitor.send(address, {"draft": older, **said("It was <mine>")})

    assert sent.status_code == 409
    assert "It was &lt;mine&gt;" in sent.text
    assert "in another window" in sent.text
    assert visitor.answer(address, said("It was mine")).endswith("/permit")


def test_an_older_window_does_not_send_the_newer_draft(visitor: Visitor, house: House) -> None:
    finish(visitor, house, EVERYTHING)
    check = visitor.open(f"{_START}/check").text
    older = {name: _hidden(check, name) for name in ("draft", "read")}
    visitor.answer_until(_begin_anew(visitor), {**EVERYTHING, "story": said("It rolled away")})

    sent = visitor.send(f"{_START}/send", older)

    assert sent.status_code == 409
    assert "It rolled away" in sent.text
    assert "nothing was sent" in sent.text


def test_what_was_read_over_is_what_is_sent(visitor: Visitor, house: House) -> None:
    finish(visitor, house, EVERYTHING)
    before = _hidden(visitor.open(f"{_START}/check").text, "read")
    visitor.answer(f"{_START}/story", said("It rolled away"))

    sent = visitor.send(f"{_START}/send", {"read": before})
    again = visitor.send(f"{_START}/send", {})

    assert sent.status_code == 409
    assert "Your answers, or our questions, have changed" in sent.text
    assert "It rolled away" in sent.text
    assert again.headers["Location"] == f"{_START}/done"


def test_a_request_sent_again_with_other_answers_says_what_was_not_taken(
    visitor: Visitor, house: House
) -> None:
    finish(visitor, house, EVERYTHING)
    visitor.open(f"{_START}/check")
    hidden = dict(visitor.hidden)
    first = _reference(visitor.submit("try-everything").text)

    sent = visitor.send(f"{_START}/send", {**hidden, "read": "0" * 64})
    same = visitor.send(f"{_START}/send", hidden)

    assert sent.status_code == 409
    assert _reference(sent.text) == first
    assert "were different" in sent.text
    assert same.headers["Location"] == f"{_START}/done"


def test_the_first_press_of_a_button_destroys_no_answers(visitor: Visitor, at: At) -> None:
    address = at("story")

    page = visitor.open(_START).text
    pressed = visitor.send(_START, {"anew": ""})

    assert f'class="button" href="{_START}/go-on"' in page
    assert visitor.onward(pressed) == address


def test_a_mark_opens_nothing(visitor: Visitor, at: At) -> None:
    mark = _hidden(visitor.open(at("story")).text, "draft")

    with visitor.client.session_transaction() as cookie:
        assert mark not in str(dict(cookie))


@pytest.mark.parametrize("path", ["story", "check"])
def test_answers_can_be_deleted_from_a_shared_computer(
    visitor: Visitor, house: House, path: str
) -> None:
    finish(visitor, house, EVERYTHING)
    assert f'href="{_START}/delete"' in visitor.open(f"{_START}/{path}").text

    offered = visitor.open(f"{_START}/delete").text
    after = visitor.open(visitor.onward(visitor.send(f"{_START}/delete", {}))).text

    assert "Delete your answers?" in offered
    assert "Nothing of yours is kept here" in after
    assert "Go on where you stopped" not in visitor.open(_START).text
    assert [(draft.state, draft.answers) for draft in _drafts(house)] == [(DraftState.LAPSED, {})]


def test_a_request_that_was_sent_can_be_removed_from_a_shared_computer(
    visitor: Visitor, house: House
) -> None:
    finish(visitor, house, EVERYTHING)
    done = visitor.submit("try-everything").text

    offered = visitor.open(f"{_START}/delete").text
    visitor.send(f"{_START}/delete", {})

    assert f'href="{_START}/delete"' in done
    assert "We keep your request" in offered
    assert visitor.onward(visitor.open(f"{_START}/done")) == _START
    assert [draft.state for draft in _drafts(house)] == [DraftState.SUBMITTED]


def test_a_lapsed_draft_is_deleted_without_a_fuss(
    visitor: Visitor, house: House, clock: SettableClock
) -> None:
    finish(visitor, house, EVERYTHING)
    with house.database.session("aberwen") as session:
        drafts.lapse(session, before=clock.move(days=30))

    sent = visitor.send(f"{_START}/delete", {})

    assert sent.status_code == 303


def test_a_question_that_fell_away_leads_back_to_the_answers(
    visitor: Visitor, house: House
) -> None:
    finish(visitor, house, EVERYTHING)
    visitor.answer(f"{_START}/write_here", said("no"))
    visitor.answer(f"{_START}/write_here", said("yes"))

    sent = visitor.send(f"{_START}/post_to", {"line1": "2 Low Street", "postcode": "LL99 9AA"})
    opened = visitor.open(f"{_START}/post_to")

    assert sent.status_code == opened.status_code == 404
    assert "2 Low Street" in sent.text
    for page in (sent.text, opened.text):
        assert "We do not ask this question now" in page
        assert f'href="{_START}/go-on"' in page


def _begin_anew(visitor: Visitor) -> str:
    return visitor.onward(visitor.send(_START, {"anew": "yes"}))


def _drafts(house: House) -> list[Draft]:
    with house.database.reading("aberwen") as session:
        return list(session.sql.query(Draft))


def _hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]+)"', page)
    assert found, name
    return found[1]


def _reference(page: str) -> str:
    found = _REFERENCE.search(page)
    assert found
    return found[1]
