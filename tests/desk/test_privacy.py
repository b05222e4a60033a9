"""What the desk leaves behind: no name, password or code in a log or an address."""

from urllib.parse import urlsplit

from hub.values import Duty, Role
from tests.builders.logs import kept_logs
from tests.desk.people import PASSWORD, Desk

_NAME = "zqxann"


def test_nothing_personal_and_nothing_secret_stands_in_a_log(desk: Desk) -> None:
    with kept_logs() as log:
        clerk = desk.clerk(_NAME, Duty(Role.OFFICER, "waste-collections"))
        reference = desk.a_case("waste-collections")
        clerk.open(f"/cases/{reference}")
        clerk.sign_in("zq-wrong-zq")
        clerk.send("/sign-out", {})
        clerk.sign_in("zq-wrong-zq")

        said = log.getvalue()

    secrets = (_NAME, PASSWORD, "zq-wrong", clerk.secret, *clerk.recovery, reference, "Siân")
    assert "/desk/cases/<reference>" in said
    assert [one for one in secrets if one in said] == []


def test_nobody_is_led_to_an_address_with_a_name_in_it(desk: Desk) -> None:
    clerk = desk.clerk(_NAME, Duty(Role.OFFICER, "waste-collections"))
    clerk.send("/sign-out", {})

    led = [clerk.open("/account"), clerk.sign_in(), clerk.come_back()]

    addresses = [answer.headers["Location"] for answer in led]
    assert [address for address in addresses if _NAME in address or urlsplit(address).query] == []
