"""`hub staff`: accounts from a terminal, without a password on any command line."""

import re

import pytest

from tests.commands.conftest import Hub

_CODE = re.compile(r"code: ([A-Z2-7]{4}(?:-[A-Z2-7]{4}){3})\n")


@pytest.fixture
def staff(hub: Hub) -> Hub:
    """Give `hub staff`, on a database that is there."""
    hub("migrate")
    return lambda *words, **told: hub("staff", *words, **told)


def test_an_account_is_added_and_its_code_is_printed(staff: Hub) -> None:
    added = staff("add", "Ann@x.example", "--role", "officer", "--team", "highways")
    listed = staff("list")

    assert added.exit_code == 0, added.output
    assert _CODE.search(added.stdout)
    assert "http://localhost:8000/en/desk/set-up" in added.stdout
    assert listed.stdout == "ann@x.example: officer highways (to be set up)\n"


@pytest.mark.parametrize(
    ("words", "said", "code"),
    [
        (("add", "ann", "--role", "officer"), "needs a --team", 2),
        (("add", "ann", "--role", "counter", "--team", "highways"), "leave --team out", 2),
        (("add", "ann", "--role", "mayor"), "is not one of", 2),
        (("add", "ann", "--role", "officer", "--team", "moon"), "no team moon", 70),
        (("add", "ann smith", "--role", "counter"), "cannot be a name", 70),
        (("add", "ann", "--role", "counter", "--council", "bryn"), "no council", 70),
        (("disable", "nobody"), "no account", 70),
        (("reset", "nobody"), "no account", 70),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    staff: Hub, words: tuple[str, ...], said: str, code: int
) -> None:
    refused = staff(*words)

    assert said in refused.stderr
    assert refused.exit_code == code
    assert staff("list").stdout == ""


def test_roles_are_given_and_taken_and_accounts_reset_and_disabled(staff: Hub) -> None:
    staff("add", "ann", "--role", "officer", "--team", "highways")

    staff("grant", "ann", "--role", "counter")
    staff("revoke", "ann", "--role", "officer", "--team", "highways")
    disabled, listed = staff("disable", "ann"), staff("list").stdout
    again = staff("reset", "ann")

    assert disabled.exit_code == 0, disabled.output
    assert listed == "ann: counter (disabled)\n"
    assert _CODE.search(again.stdout)
    assert staff("list").stdout == "ann: counter (to be set up)\n"


def test_a_name_is_added_once(staff: Hub) -> None:
    staff("add", "ann", "--role", "counter")

    again = staff("add", "ANN", "--role", "administrator")

    assert "already" in again.stderr
    assert staff("list").stdout == "ann: counter (to be set up)\n"
