"""Signing in at the council's own provider: a real one, and a hostile one."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from sqlalchemy import select
from werkzeug.test import TestResponse

from channels.app import make_app
from channels.carriers.openid import OpenIdProvider
from channels.pages import House
from hub import staff
from hub.councils import Councils, StaffGroup
from hub.settings import OpenId
from hub.staff import Viewer
from hub.staff.rows import Account
from hub.values import Duty, Role, system_clock
from tests.desk.people import PASSWORD, Clerk, Desk
from tests.provision.openid_server import (
    CLIENT,
    FAULTS,
    NEW_KEYS,
    SECRET,
    openid_server,
    sign_in_there,
)
from tests.provision.time_and_chance import SettableClock
from tests.web.visitor import Visitor

_OFFICER = Duty(Role.OFFICER, "waste-collections")
_GROUPS = (StaffGroup("waste-officers", _OFFICER),)


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """Run the provider."""
    with openid_server() as address:
        yield address


@pytest.fixture
def desk(house: House, issuer: str, clock: SettableClock) -> Desk:
    """Give a desk whose council has its own sign-in; the provider's clock is the real one."""
    clock.set(system_clock())
    council = replace(house.councils.by_id("aberwen"), staff_groups=_GROUPS)
    told = OpenId("aberwen", issuer, CLIENT, SECRET)
    others = [each for each in house.councils if each.id != "aberwen"]
    own = replace(
        house,
        councils=Councils([council, *others]),
        providers={"aberwen": OpenIdProvider(told, clock)},
    )
    return Desk(make_app(own), own, clock)


def at_provider(desk: Desk, issuer: str) -> Desk:
    told = OpenId("aberwen", issuer, CLIENT, SECRET)
    house = replace(desk.house, providers={"aberwen": OpenIdProvider(told, desk.clock)})
    return Desk(make_app(house), house, desk.clock)


def led(visitor: Visitor) -> str:
    return visitor.open("/en/desk/elsewhere").headers["Location"]


def back(visitor: Visitor, address: str) -> TestResponse:
    split = urlsplit(address)
    return visitor.open(f"{split.path}?{split.query}")


def told(visitor: Visitor, answer: TestResponse) -> str:
    assert answer.headers["Location"] == "/en/desk/sign-in"
    return visitor.open("/en/desk/sign-in").text


def test_somebody_signs_in_there_and_is_at_their_work_here(desk: Desk) -> None:
    visitor = Visitor(desk.app)
    visitor.open("/en/desk/account")

    arrived = back(visitor, sign_in_there(led(visitor), "ann"))

    assert arrived.headers["Location"] == "/en/desk/account"
    assert "Ann Elsewhere: Officer, Waste collections" in visitor.open("/en/desk").text
    assert "Change your password" not in visitor.open("/en/desk/account").text


def test_the_browser_is_led_there_with_a_state_a_nonce_and_a_challenge(desk: Desk) -> None:
    first, second = (parse_qs(urlsplit(led(Visitor(desk.app))).query) for _ in range(2))

    assert first["code_challenge_method"] == ["S256"]
    assert first["redirect_uri"] == ["http://localhost/desk/openid"]
    for name in ("state", "nonce", "code_challenge"):
        assert first[name] != second[name]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_token_that_is_not_good_lets_nobody_in(desk: Desk, fault: str) -> None:
    visitor = Visitor(desk.app)

    arrived = back(visitor, sign_in_there(led(visitor), "ann", fault))

    assert "did not prove who you are" in told(visitor, arrived)
    assert visitor.open("/en/desk").status_code == 303
    with desk.house.database.reading("aberwen") as session:
        assert session.sql.scalars(select(Account)).all() == []


@pytest.mark.parametrize("change", NEW_KEYS)
def test_a_provider_may_change_its_key_at_any_time(desk: Desk, change: str) -> None:
    with openid_server() as own:
        visitor = Visitor(at_provider(desk, own).app)
        back(visitor, sign_in_there(led(visitor), "ann"))

        arrived = back(visitor, sign_in_there(led(visitor), "ann", change))

    assert arrived.headers["Location"] == "/en/desk"


@pytest.mark.parametrize("issuer_told", ["/", "/tenant"])
def test_an_issuer_by_another_name_is_not_believed(
    desk: Desk, issuer: str, issuer_told: str
) -> None:
    visitor = Visitor(at_provider(desk, issuer + issuer_told).app)

    answer = visitor.open("/en/desk/elsewhere")

    assert "does not answer just now" in told(visitor, answer)


def test_an_answer_is_taken_once(desk: Desk) -> None:
    visitor = Visitor(desk.app)
    answer = sign_in_there(led(visitor), "ann")
    back(visitor, answer)
    visitor.send("/en/desk/sign-out", {}, page="/en/desk")

    again = back(visitor, answer)

    assert "did not prove who you are" in told(visitor, again)


def test_a_code_that_was_used_is_refused_with_a_right_state_too(desk: Desk) -> None:
    visitor = Visitor(desk.app)
    used = parse_qs(urlsplit(sign_in_there(led(visitor), "ann")).query)["code"][0]
    thief = Visitor(desk.app)
    state = parse_qs(urlsplit(led(thief)).query)["state"][0]

    stolen = thief.open(f"/desk/openid?code={used}&state={state}")

    assert "did not prove who you are" in told(thief, stolen)


@pytest.mark.parametrize("query", ["", "?code=x", "?code=x&state=", "?error=access_denied&state=x"])
def test_who_comes_back_without_having_gone_is_not_in(desk: Desk, query: str) -> None:
    visitor = Visitor(desk.app)

    assert "did not prove who you are" in told(visitor, visitor.open(f"/desk/openid{query}"))


def test_somebody_in_no_group_of_ours_has_no_account(desk: Desk) -> None:
    for user in ("bob", "odd"):
        visitor = Visitor(desk.app)

        arrived = back(visitor, sign_in_there(led(visitor), user))

        assert "you have no role here yet" in told(visitor, arrived)


def test_an_account_is_found_by_its_subject_and_by_no_name(desk: Desk) -> None:
    local = desk.clerk("ann", Duty(Role.ADMINISTRATOR))
    visitor = Visitor(desk.app)

    for _ in range(2):
        back(visitor, sign_in_there(led(visitor), "ann"))

    with desk.house.database.reading("aberwen") as session:
        rows = session.sql.scalars(select(Account).order_by(Account.created_at, Account.id)).all()
        assert [(row.name == local.name, row.subject) for row in rows] == [
            (True, None),
            (False, "u-1"),
        ]
    assert "Administrator" not in visitor.open("/en/desk").text


def test_who_was_disabled_here_does_not_get_in_from_there(desk: Desk) -> None:
    visitor = Visitor(desk.app)
    back(visitor, sign_in_there(led(visitor), "ann"))
    system = Viewer.system("aberwen")
    with desk.house.database.session("aberwen") as session:
        account = staff.every_account(session, system)[0]
        staff.disable(session, system, account.id)

    arrived = back(visitor, sign_in_there(led(visitor), "ann"))

    assert "you have no role here yet" in told(visitor, arrived)


def test_who_is_proved_elsewhere_is_reset_without_a_password_of_ours(desk: Desk) -> None:
    visitor = Visitor(desk.app)
    back(visitor, sign_in_there(led(visitor), "ann"))
    system = Viewer.system("aberwen")
    with desk.house.database.session("aberwen") as session:
        account = staff.every_account(session, system)[0]
        staff.disable(session, system, account.id)
        code = staff.reset(session, system, account.id)

    with desk.house.database.reading("aberwen") as session:
        kept = session.sql.scalars(select(Account)).one()
        assert (code, kept.code_hash, kept.code_until) == ("", None, None)
    arrived = back(visitor, sign_in_there(led(visitor), "ann"))
    assert arrived.headers["Location"] == "/en/desk"


def test_nobody_signs_in_with_a_password_to_an_account_from_there(desk: Desk) -> None:
    visitor = Visitor(desk.app)
    back(visitor, sign_in_there(led(visitor), "ann"))
    with desk.house.database.reading("aberwen") as session:
        name = session.sql.scalars(select(Account.name)).one()

    clerk = Clerk(name, Visitor(desk.app), desk.clock)

    assert "The name or the password is wrong." in clerk.sign_in(PASSWORD).text


def test_after_signing_out_here_one_may_sign_out_there_too(desk: Desk, issuer: str) -> None:
    visitor = Visitor(desk.app)
    back(visitor, sign_in_there(led(visitor), "ann"))

    out = visitor.send("/en/desk/sign-out", {}, page="/en/desk")
    page = visitor.open(out.headers["Location"]).text

    assert f'href="{issuer}/out?client_id=hub' in page
    assert "Sign out there too" in page
    assert visitor.open("/en/desk").status_code == 303


def test_while_it_does_not_answer_passwords_still_do(desk: Desk) -> None:
    here = at_provider(desk, "http://127.0.0.1:9")
    visitor = Visitor(here.app)

    answer = visitor.open("/en/desk/elsewhere")

    assert "does not answer just now" in told(visitor, answer)
    assert here.clerk("cat", _OFFICER).open().status_code == 200


def test_where_a_council_has_none_nothing_of_it_is_there(app: Flask) -> None:
    visitor = Visitor(app)

    assert visitor.open("/en/desk/elsewhere").status_code == 404
    assert visitor.open("/desk/openid?code=x&state=y").status_code == 404
    assert "council account" not in visitor.open("/en/desk/sign-in").text
