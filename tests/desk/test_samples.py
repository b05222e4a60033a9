"""Sample staff: they work where the hub is tried out; in production none of them gets in."""

import pytest

from channels.app import make_app
from channels.pages import House
from hub import staff
from hub.staff import Viewer
from tests.desk.people import Clerk, Desk
from tests.provision.time_and_chance import SettableClock
from tests.web.conftest import MakeHouse
from tests.web.visitor import Visitor

_PRODUCTION = {
    "HUB_PRODUCTION": "yes",
    "HUB_PUBLIC_URL": "https://localhost",
    "HUB_SMTP_URL": "smtps://mail.example",
}


def welcomed(house: House) -> str:
    """Add the sample staff of Aberwen, as `hub serve` does, and give their password."""
    password = staff.password_of(house.settings.secret)
    with house.database.session("aberwen") as session:
        council = house.councils.by_id("aberwen")
        staff.add_samples(session, Viewer.system("aberwen"), council, password=password)
    return password


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("counter@aberwen.example", "Counter desk 1: Counter"),
        ("badges@aberwen.example", "Blue Badge desk 1: Officer, Blue Badges"),
        ("supervisor@aberwen.example", "Supervisor desk 1: Supervisor"),
    ],
)
def test_with_the_password_that_is_printed_somebody_tries_the_desk_out(
    desk: Desk, name: str, shown: str
) -> None:
    password = welcomed(desk.house)
    clerk = Clerk(name, Visitor(desk.app), desk.clock)

    arrived = clerk.sign_in(password)

    assert arrived.headers["Location"] == "/en/desk"
    assert shown in clerk.open().text


def test_in_production_none_of_them_gets_in_or_stays_in(
    desk: Desk, make_house: MakeHouse, clock: SettableClock
) -> None:
    password = welcomed(desk.house)
    sample = Clerk("counter@aberwen.example", Visitor(desk.app), clock)
    sample.sign_in(password)
    cookie = sample.visitor.client.get_cookie("desk")
    assert cookie
    production = make_app(make_house(**_PRODUCTION))

    client = production.test_client()
    client.set_cookie("__Host-desk", cookie.value, secure=True)
    stays = client.get("/en/desk", base_url="https://localhost")
    visitor = Visitor(production)
    token = visitor.token_of(client.get("/en/desk/sign-in", base_url="https://localhost"))
    tried = client.post(
        "/en/desk/sign-in",
        base_url="https://localhost",
        data={"name": sample.name, "password": password, "csrf_token": token},
    )

    assert stays.headers["Location"] == "/en/desk/sign-in"
    assert "The name or the password is wrong." in tried.text
