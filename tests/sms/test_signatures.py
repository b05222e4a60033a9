"""Only Twilio speaks for Twilio."""

import pytest

from channels.pages import House
from hub import people
from hub.staff import Viewer
from hub.values import PhoneNumber
from tests.provision.twilio_server import TOKEN
from tests.sms.caller import ENVIRON, NEXT_TOKEN, TEXTED, Caller
from tests.web.conftest import MakeHouse

STOP = {**TEXTED, "Body": "STOP", "OptOutType": "STOP"}


def is_open(house: House) -> bool:
    with house.database.reading("aberwen") as session:
        mobile = PhoneNumber(TEXTED["From"])
        return people.may_write_to(session, Viewer.system("aberwen"), mobile)


@pytest.mark.promise("P11")
@pytest.mark.parametrize("token", [TOKEN, NEXT_TOKEN])
def test_what_twilio_signed_is_believed_while_a_token_is_changed_too(
    twilio: Caller, house: House, token: str
) -> None:
    assert twilio.call("/twilio/sms", STOP, token=token).status_code == 200
    assert not is_open(house)


@pytest.mark.promise("P11")
@pytest.mark.parametrize(
    "public_url", ["https://localhost", "https://localhost:8443", "http://localhost:8000"]
)
@pytest.mark.parametrize("path", ["/twilio/sms", "/twilio/sms?from=a+b&c=%C5%B5"])
def test_what_twilio_signed_is_believed_behind_a_proxy_at_any_port_with_a_query(
    make_house: MakeHouse, public_url: str, path: str
) -> None:
    house = make_house(**{**ENVIRON, "HUB_PUBLIC_URL": public_url})

    assert Caller(house, public_url=public_url).call(path, STOP).status_code == 200


@pytest.mark.promise("P11")
@pytest.mark.parametrize("signature", ["", "x", "c2lnbmVk", "ŵ".encode().decode("latin-1")])
def test_what_nobody_signed_is_turned_away(twilio: Caller, house: House, signature: str) -> None:
    assert twilio.call("/twilio/sms", STOP, signature=signature).status_code == 403
    assert is_open(house)


@pytest.mark.promise("P11")
def test_what_was_signed_with_another_token_is_turned_away(twilio: Caller, house: House) -> None:
    assert twilio.call("/twilio/sms", STOP, token="guess").status_code == 403
    assert is_open(house)


@pytest.mark.promise("P11")
def test_a_form_that_was_changed_on_the_way_is_turned_away(make_house: MakeHouse) -> None:
    house = make_house(**ENVIRON)
    elsewhere = Caller(house, public_url="https://elsewhere.example")

    assert elsewhere.call("/twilio/sms", STOP).status_code == 403


@pytest.mark.promise("P11")
def test_no_header_makes_another_address_ours(make_house: MakeHouse) -> None:
    house = make_house(**ENVIRON, HUB_TRUSTED_PROXIES="1")
    forged = Caller(house, public_url="https://elsewhere.example")
    headers = {"X-Forwarded-Proto": "https", "X-Original-Host": "elsewhere.example"}

    assert forged.call("/twilio/sms", STOP, headers=headers).status_code == 403


@pytest.mark.promise("P11")
@pytest.mark.parametrize("path", ["/twilio/sms", "/twilio/status?council=aberwen&message=x"])
def test_without_an_account_nothing_is_twilios(make_house: MakeHouse, path: str) -> None:
    house = make_house()

    assert Caller(house).call(path, STOP, token="").status_code == 403
