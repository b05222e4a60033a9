"""Signing in at the desk: both steps, what is told of mistakes, and how it ends."""

from datetime import timedelta

import pytest

from channels.app import make_app
from hub.values import Duty, Role
from tests.desk.people import PASSWORD, Clerk, Desk
from tests.provision.time_and_chance import SettableClock
from tests.web.conftest import MakeHouse
from tests.web.visitor import Visitor

OFFICER = Duty(Role.OFFICER, "waste-collections")


def test_somebody_sets_up_their_account_and_is_at_their_work(clerk: Clerk) -> None:
    home = clerk.open()

    assert home.status_code == 200
    assert "Ann: Officer, Waste collections" in home.text


def test_name_and_password_alone_open_nothing(clerk: Clerk, desk: Desk) -> None:
    thief = Clerk("ann", Visitor(desk.app), clerk.clock)

    sent = thief.sign_in()

    assert sent.headers["Location"] == "/en/desk/second-step"
    for path in ("", "/account", "/as", "/go-on"):
        assert thief.open(path).headers["Location"] == "/en/desk/second-step"
    assert thief.open("/second-step/set-up").headers["Location"] == "/en/desk/second-step"


def test_both_steps_lead_back_to_where_somebody_was(clerk: Clerk) -> None:
    clerk.send("/sign-out", {}, page="")
    asked = clerk.open("/account")

    arrived = clerk.come_back()

    assert asked.headers["Location"] == "/en/desk/sign-in"
    assert arrived.headers["Location"] == "/en/desk/account"


@pytest.mark.parametrize(
    ("asked", "then"),
    [
        ("/cases/%0d%0aX-Evil:1", "/en/desk/cases/%0D%0AX-Evil%3A1"),
        ("/cases/a%3Fb", "/en/desk/cases/a%3Fb"),
        ("?after=2026-11-25%2B1", "/en/desk?after=2026-11-25%2B1"),
        ("?after=\xff", "/en/desk?after=%C3%BF"),
        (f"?after={'%41' * 400}", "/en/desk"),
    ],
)
def test_whatever_the_address_was_it_is_led_back_to_as_it_was_asked(
    clerk: Clerk, asked: str, then: str
) -> None:
    clerk.send("/sign-out", {})
    clerk.open(asked)

    arrived = clerk.come_back()

    assert arrived.status_code == 303
    assert arrived.headers["Location"] == then


def test_a_wrong_name_and_a_wrong_password_show_the_same_page(clerk: Clerk, desk: Desk) -> None:
    stranger = Clerk("ann", Visitor(desk.app), clerk.clock)

    wrong = stranger.sign_in("wrong").text
    stranger.name = "bob"
    unknown = stranger.sign_in("wrong").text

    assert "The name or the password is wrong." in wrong
    assert _without_token(wrong.replace('"ann"', "")) == _without_token(
        unknown.replace('"bob"', "")
    )


def test_who_must_wait_is_told_until_when_by_the_clock_on_the_wall(
    clerk: Clerk, desk: Desk
) -> None:
    stranger = Clerk("ann", Visitor(desk.app), clerk.clock)
    for _ in range(5):
        stranger.sign_in("wrong")

    told = stranger.sign_in()

    assert "You can try again at 09:31." in told.text
    assert told.status_code == 422


def test_a_stranger_on_the_same_network_keeps_nobody_waiting_in_their_own_browser(
    clerk: Clerk, desk: Desk
) -> None:
    clerk.send("/sign-out", {})
    stranger = Clerk("ann", Visitor(desk.app), clerk.clock)
    for _ in range(8):
        stranger.sign_in("wrong")

    assert "You can try again at" in stranger.sign_in().text
    assert clerk.sign_in().headers["Location"] == "/en/desk/second-step"


def test_a_browser_knows_its_own_name_alone_and_its_mistakes_are_counted_too(
    clerk: Clerk, desk: Desk
) -> None:
    desk.clerk("bob", OFFICER)
    clerk.send("/sign-out", {})
    for name in ("ann", "bob"):
        guessing = Clerk(name, clerk.visitor, clerk.clock)
        told = [guessing.sign_in("wrong").text for _ in range(6)]
        assert ["You can try again at" in page for page in told] == [False] * 5 + [True]


@pytest.mark.parametrize(
    ("token", "headers"),
    [("", {}), ("forged", {}), (None, {"Sec-Fetch-Site": "cross-site"})],
)
def test_no_other_site_does_anything_in_somebodys_name(
    clerk: Clerk, token: str | None, headers: dict[str, str]
) -> None:
    own = clerk.visitor.token("/en/desk/account")

    sent = clerk.visitor.client.post(
        "/en/desk/sign-out",
        base_url="http://localhost",
        data={"csrf_token": own if token is None else token},
        headers=headers,
    )

    assert sent.status_code in {400, 403}
    assert clerk.open().status_code == 200


def test_digits_count_once(clerk: Clerk) -> None:
    clerk.send("/sign-out", {})
    clerk.come_back()
    clerk.send("/sign-out", {})
    clerk.sign_in()

    again = clerk.send("/second-step", {"digits": clerk.code()})

    assert "was used before" in again.text


def test_a_recovery_code_lets_somebody_in_once(clerk: Clerk) -> None:
    for expected in (303, 422):
        clerk.send("/sign-out", {})
        clerk.sign_in()
        sent = clerk.send("/second-step/recover", {"letters": clerk.recovery[0]})
        assert sent.status_code == expected


def test_signing_out_ends_it_for_a_cookie_that_was_copied_too(clerk: Clerk, desk: Desk) -> None:
    cookie = clerk.visitor.client.get_cookie("desk")
    assert cookie
    clerk.send("/sign-out", {})

    thief = Clerk("ann", Visitor(desk.app), clerk.clock)
    thief.visitor.client.set_cookie("desk", cookie.value)

    assert thief.open().status_code == 303
    assert clerk.open().status_code == 303


def test_it_ends_after_half_an_hour_and_says_so(clerk: Clerk) -> None:
    clerk.open()
    clerk.clock.move(minutes=31)

    asked = clerk.open("/account")
    page = clerk.visitor.open(asked.headers["Location"])

    assert "You were signed out because some time had passed." in page.text


def test_the_settings_say_how_long_it_lasts(make_house: MakeHouse) -> None:
    house = make_house(HUB_DESK_IDLE_MINUTES="5", HUB_DESK_HOURS="1")

    assert (house.lasting.idle, house.lasting.longest) == (
        timedelta(minutes=5),
        timedelta(hours=1),
    )


def test_the_cookie_is_of_this_host_alone_where_it_is_https(
    make_house: MakeHouse, clock: SettableClock
) -> None:
    house = make_house(HUB_PUBLIC_URL="https://localhost")
    https = Desk(make_app(house), house, clock)
    code = https.add("ann", OFFICER)
    visitor = Visitor(https.app)
    told = {"name": "ann", "letters": code, "password": PASSWORD, "password_again": PASSWORD}
    token = visitor.token_of(visitor.client.get("/en/desk/set-up", base_url="https://localhost"))

    sent = visitor.client.post(
        "/en/desk/set-up", base_url="https://localhost", data={**told, "csrf_token": token}
    )

    cookies = [c for c in sent.headers.getlist("Set-Cookie") if c.startswith("__Host-desk=")]
    assert len(cookies) == 1
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(cookies[0].split("; "))
    assert "Domain" not in cookies[0]


@pytest.mark.parametrize("then", ["//evil.example/desk", "https://evil.example/desk", "/en/track"])
def test_nobody_is_led_away_after_signing_in(clerk: Clerk, then: str) -> None:
    clerk.send("/sign-out", {})
    with clerk.visitor.client.session_transaction() as cookie:
        cookie["desk_then"] = then

    arrived = clerk.come_back()

    assert arrived.headers["Location"] == "/en/desk"


def test_no_password_and_no_code_is_shown_again(clerk: Clerk) -> None:
    told = {"name": "bob", "letters": "ABCD-EFGH", "password": "zq-secret-zq-secret"}

    page = clerk.send("/set-up", told)

    assert page.status_code == 422
    assert "zq-secret" not in page.text
    assert "ABCD-EFGH" not in page.text


def test_a_session_of_one_council_is_none_at_another(clerk: Clerk, desk: Desk) -> None:
    cookie = clerk.visitor.client.get_cookie("desk")
    assert cookie
    other = Visitor(desk.app, host="bryn.example")
    other.client.set_cookie("desk", cookie.value, domain="bryn.example")

    assert other.open("/en/desk").headers["Location"] == "/en/desk/sign-in"


def test_no_page_of_staff_is_listed_or_linked_from_the_public_pages(clerk: Clerk) -> None:
    assert clerk.open().headers["X-Robots-Tag"] == "noindex"
    assert "/desk" not in clerk.visitor.open("/en/").text
    assert "/desk" not in clerk.visitor.open("/en/contact").text


def _without_token(page: str) -> list[str]:
    return [line for line in page.splitlines() if "csrf_token" not in line]


def test_what_was_changed_in_my_account_is_said_once(clerk: Clerk) -> None:
    fresh = "another-plover-kettle"
    changes = [
        ("/account/name", {"shown": "Ann B"}, "Your name is changed."),
        (
            "/account/password",
            {"password_before": PASSWORD, "password": fresh, "password_again": fresh},
            "Your password is changed.",
        ),
    ]
    for path, form, said in changes:
        clerk.send(path, form, page="/account")

        pages = [clerk.open("/account").text for _ in range(2)]

        assert [said in page for page in pages] == [True, False]
