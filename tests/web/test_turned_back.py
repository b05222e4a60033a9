import re

import pytest

from channels.app import make_app
from channels.pages import House, Limits
from hub import drafts
from hub.drafts import Draft
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
    after = visitor.send(address, {"draft": "", **said("It was mine")}, token=token[1])

    assert refused.status_code == 400
    assert "It was mine" in refused.text
    assert after.headers["Location"].endswith("/hurt")


def test_a_token_that_is_sent_twice_is_read_once(visitor: Visitor, at: At) -> None:
    address = at("story")
    token = visitor.token(address)

    sent = visitor.send(address, {"csrf_token": [token, token], "answer": "mine"})

    assert sent.status_code == 303


def test_a_lapsed_draft_is_begun_anew_with_what_was_typed(
    visitor: Visitor, house: House, at: At, clock: SettableClock
) -> None:
    address = at("story")
    token = visitor.token(address)
    with house.database.session("aberwen") as session:
        drafts.lapse(session, before=clock.move(days=30))

    sent = visitor.send(address, said("It was mine"), token=token)
    again = visitor.send(address, said("It was mine"), token=token)

    assert sent.status_code == 410
    assert "It was mine" in sent.text
    assert "We no longer have your earlier answers" in sent.text
    assert again.headers["Location"].endswith("/hurt")


def test_a_lapsed_draft_whose_question_is_not_asked_any_more_keeps_what_was_typed(
    visitor: Visitor, at: At
) -> None:
    address = at("things.2.what")
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


@pytest.mark.parametrize("page", ["done", "go-on", "check", "hurt", "send"])
def test_an_address_with_a_broken_line_in_it_is_no_fault_of_ours(
    visitor: Visitor, page: str
) -> None:
    opened = visitor.open(f"/en/report/a%0D%0Ab/{page}")

    assert opened.status_code in {303, 404}
    assert "\n" not in (opened.location or "")


def test_who_presses_too_often_finds_everything_typed_still_there(make_house: MakeHouse) -> None:
    few = Limits(all_pages="4 per minute", sent="1 per minute", looked_up="1 per minute")
    visitor = Visitor(make_app(make_house(limits=few)))
    token = visitor.token("/en/track")
    typed = {"reference": "1234 567 8901", "fact": "LL99 9AA"}
    visitor.send("/en/track", typed, token=token)

    refused = visitor.send("/en/track", typed, token=token)

    assert refused.status_code == 429
    assert 'value="LL99 9AA"' in refused.text
    assert "Press the button again after 09:31." in refused.text
    assert "Other people may be using it too" in refused.text
    assert refused.headers["Retry-After"] == "60"


def test_who_opens_pages_too_often_is_told_to_wait(make_house: MakeHouse) -> None:
    few = Limits(all_pages="1 per minute")
    visitor = Visitor(make_app(make_house(limits=few)))
    visitor.open("/en/")

    refused = visitor.open("/en/")

    assert refused.status_code == 429
    assert "Too many tries in a short while" in refused.text


def test_a_form_turned_back_at_the_gate_writes_nothing(make_house: MakeHouse) -> None:
    house = make_house()
    app = make_app(house)

    for _ in range(5):
        stranger = app.test_client()
        sent = stranger.post(f"{_BEGIN}/hurt", data={"answer": "yes"})
        assert sent.status_code == 400

    with house.database.reading("aberwen") as session:
        assert session.sql.query(Draft).count() == 0


def test_a_question_that_nobody_asks_begins_no_draft(visitor: Visitor, house: House) -> None:
    token = visitor.token("/en/track")

    sent = visitor.send(f"{_BEGIN}/nothing", said("yes"), token=token)

    assert sent.status_code == 404
    with house.database.reading("aberwen") as session:
        assert session.sql.query(Draft).count() == 0


def test_requests_are_begun_no_oftener_than_allowed_by_either_way(make_house: MakeHouse) -> None:
    visitor = Visitor(make_app(make_house(limits=Limits(begun="1 per minute"))))
    visitor.begin("try-everything")

    by_button = visitor.send(_BEGIN, {"anew": "yes"})
    visitor.client.delete_cookie("hub")
    token = visitor.token_of(visitor.open("/en/track"))
    by_answer = visitor.send(f"{_BEGIN}/hurt", said("yes"), token=token)

    assert [by_button.status_code, by_answer.status_code] == [429, 429]
    assert 'value="yes" checked' in by_answer.text


def test_a_form_of_another_site_does_not_touch_the_cookie(visitor: Visitor, at: At) -> None:
    address = at("story")
    stranger = visitor.client.application.test_client()
    foreign = [
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "https://[::"},
    ]

    sent = [stranger.post(address, data=said("x"), headers=headers) for headers in foreign]

    assert [each.status_code for each in sent] == [403, 403, 403]
    assert not any("Set-Cookie" in each.headers for each in sent)
    assert all("A page that is not ours sent it" in each.text for each in sent)


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "http://localhost"},
        {"Origin": "null"},
        {},
    ],
)
def test_our_own_forms_are_taken_whatever_the_browser_says_of_them(
    visitor: Visitor, at: At, headers: dict[str, str]
) -> None:
    address = at("story")
    filled = {"csrf_token": visitor.token(address), **visitor.hidden, **said("It was mine")}

    sent = visitor.client.post(address, data=filled, headers=headers)

    assert sent.status_code == 303


def test_an_older_browser_behind_a_proxy_is_known_by_the_public_address(
    make_house: MakeHouse,
) -> None:
    visitor = Visitor(make_app(make_house(HUB_PUBLIC_URL="http://hub.aberwen.example")))
    filled = {"csrf_token": visitor.token("/en/track"), "reference": "1", "fact": ""}
    origin = {"Origin": "http://hub.aberwen.example"}

    sent = visitor.client.post("/en/track", data=filled, headers=origin)

    assert sent.status_code == 422


def test_one_home_is_counted_once_however_many_addresses_it_has(make_house: MakeHouse) -> None:
    once = Limits(all_pages="1 per minute")
    visitor = Visitor(make_app(make_house(limits=once, HUB_TRUSTED_PROXIES="1")))
    addresses = ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1", "::ffff:192.0.2.7")

    codes = [visitor.open("/en/", X_Forwarded_For=one).status_code for one in addresses]

    assert codes == [200, 429, 200, 200]
    assert visitor.open("/en/", X_Forwarded_For="192.0.2.7").status_code == 429


def test_the_longer_of_two_windows_says_when_it_ends(make_house: MakeHouse) -> None:
    few = Limits(looked_up="10 per minute; 1 per hour")
    visitor = Visitor(make_app(make_house(limits=few)))
    visitor.send("/en/track", {"reference": "1", "fact": "LL99 9AA"})

    refused = visitor.send("/en/track", {"reference": "1", "fact": "LL99 9AA"})

    assert refused.headers["Retry-After"] == "3600"
    assert "Press the button again after 10:30." in refused.text


def test_the_other_language_shows_the_page_again_with_what_was_typed(
    visitor: Visitor, at: At
) -> None:
    address = at("since")
    wrong = {"day": "31", "month": "2", "year": "2026"}
    refused = visitor.send(address, wrong)
    welsh = address.replace("/en/", "/cy/")

    shown = visitor.send(welsh, {**wrong, "tongue": "cy"})

    assert f'form="ask" formaction="{welsh}"' in refused.text
    assert shown.status_code == 200
    assert '<html lang="cy">' in shown.text
    assert all(f'name="{name}" value="{said}"' in shown.text for name, said in wrong.items())
    assert visitor.open("/en/report/try-everything/go-on").headers["Location"] == address


def test_a_look_up_in_the_other_language_keeps_what_was_typed(visitor: Visitor) -> None:
    visitor.send("/en/track", {"reference": "12", "fact": "LL"})

    shown = visitor.send("/cy/track", {"reference": "12", "fact": "LL", "tongue": "cy"})

    assert shown.status_code == 200
    assert 'value="12"' in shown.text
    assert 'value="LL"' in shown.text


def test_answers_outlive_a_week(visitor: Visitor, at: At, clock: SettableClock) -> None:
    address = at("permit")
    clock.move(days=7)

    story = visitor.open("/en/report/try-everything/story").text

    assert "It fell" in story
    assert visitor.open(address).status_code == 200
