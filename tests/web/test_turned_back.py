import re

import pytest

from channels.app import make_app
from channels.pages import Limits
from tests.provision.time_and_chance import SettableClock
from tests.web.conftest import At, MakeHouse
from tests.web.visitor import Visitor, said

_BEGIN = "/en/report/try-everything"


def test_a_form_without_our_token_is_shown_again_with_what_was_typed(
    visitor: Visitor, at: At
) -> None:
    address = at("story")

    for token in ("", "forged", "a.b.c", "\x00"):
        sent = visitor.client.post(address, data={"csrf_token": token, "answer": "It was <mine>"})

        assert sent.status_code == 400
        assert "It was &lt;mine&gt;" in sent.text
        assert "What you typed is still here" in sent.text
        assert 'name="csrf_token"' in sent.text


def test_the_page_shown_again_can_be_sent_at_once(visitor: Visitor, at: At) -> None:
    address = at("story")
    visitor.client.post(address, data={"csrf_token": "too old", "answer": "It was mine"})

    after = visitor.answer(address, said("It was mine"))

    assert after.endswith("/permit")


@pytest.mark.parametrize("path", ["", "/check", "/send"])
def test_every_form_survives_a_wrong_token(visitor: Visitor, at: At, path: str) -> None:
    at("story")
    address = _BEGIN + path.replace("check", "send")

    sent = visitor.client.post(address, data={"csrf_token": "forged"})

    assert sent.status_code in {400, 303}
    assert "<html" in sent.text or sent.headers["Location"]


def test_a_look_up_with_a_wrong_token_keeps_what_was_typed(visitor: Visitor) -> None:
    sent = visitor.client.post("/en/track", data={"reference": "123", "fact": "LL99 9AA"})

    assert sent.status_code == 400
    assert 'value="123"' in sent.text
    assert 'value="LL99 9AA"' in sent.text


def test_a_browser_that_lost_its_cookie_finds_what_was_typed_and_can_go_on(
    visitor: Visitor, at: At
) -> None:
    address = at("story")
    visitor.client.delete_cookie("hub")

    refused = visitor.client.post(address, data={"csrf_token": "old", "answer": "It was mine"})
    token = re.search(r'name="csrf_token" value="([^"]+)"', refused.text)
    assert token
    after = visitor.send(address, said("It was mine"), token=token[1])

    assert refused.status_code == 400
    assert "It was mine" in refused.text
    assert after.headers["Location"].endswith("/hurt")


def test_a_token_that_is_sent_twice_is_read_once(visitor: Visitor, at: At) -> None:
    address = at("story")
    token = visitor.token(address)

    sent = visitor.client.post(address, data={"csrf_token": [token, token], "answer": "mine"})

    assert sent.status_code == 303


def test_a_lapsed_draft_is_begun_anew_with_what_was_typed(visitor: Visitor, at: At) -> None:
    address = at("story")
    token = visitor.token(address)
    with visitor.client.session_transaction() as cookie:
        cookie["drafts"] = {"try-everything": "gone"}

    sent = visitor.send(address, said("It was mine"), token=token)
    again = visitor.send(address, said("It was mine"), token=token)

    assert sent.status_code == 410
    assert "It was mine" in sent.text
    assert "We no longer have your earlier answers" in sent.text
    assert again.headers["Location"].endswith("/hurt")


def test_a_lapsed_draft_whose_question_is_not_asked_any_more_keeps_what_was_typed(
    visitor: Visitor, at: At
) -> None:
    address = at("letter_size")
    token = visitor.token(address)
    with visitor.client.session_transaction() as cookie:
        cookie["drafts"] = {}

    sent = visitor.send(address, said("eighteen"), token=token)

    assert sent.status_code == 410
    assert "eighteen" in sent.text


def test_a_page_of_a_request_that_nobody_began_leads_to_its_beginning(visitor: Visitor) -> None:
    for path in ("hurt", "check", "done", "go-on", "send"):
        opened = visitor.open(f"/en/report/try-everything/{path}")

        assert visitor.onward(opened) == "/en/report/try-everything"


def test_who_presses_too_often_finds_everything_typed_still_there(make_house: MakeHouse) -> None:
    few = Limits(all_pages="4 per minute", sent="1 per minute", looked_up="1 per minute")
    visitor = Visitor(make_app(make_house(limits=few)))
    token = visitor.token("/en/track")
    typed = {"reference": "1234 567 8901", "fact": "LL99 9AA"}
    visitor.send("/en/track", typed, token=token)

    refused = visitor.send("/en/track", typed, token=token)

    assert refused.status_code == 429
    assert 'value="LL99 9AA"' in refused.text
    assert "Wait a minute" in refused.text


def test_who_opens_pages_too_often_is_told_to_wait(make_house: MakeHouse) -> None:
    few = Limits(all_pages="1 per minute")
    visitor = Visitor(make_app(make_house(limits=few)))
    visitor.open("/en/")

    refused = visitor.open("/en/")

    assert refused.status_code == 429
    assert "Too many tries in a short while" in refused.text


def test_answers_outlive_a_week(visitor: Visitor, at: At, clock: SettableClock) -> None:
    address = at("permit")
    clock.move(days=7)

    story = visitor.open("/en/report/try-everything/story").text

    assert "It fell" in story
    assert visitor.open(address).status_code == 200
