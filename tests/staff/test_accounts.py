"""Accounts: who may do what to whose, and what history keeps of it."""

from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import select

from hub import history, staff
from hub.history import EntryText
from hub.staff import NotAllowed, Viewer
from hub.store import Database, Session
from hub.values import Duty, Role, WrongValue
from tests.provision.time_and_chance import SettableClock
from tests.staff.people import (
    ADMINISTRATOR,
    COUNCIL,
    OFFICER,
    PASSWORD,
    SYSTEM,
    a_person,
    added,
    set_up,
    sign_in,
)

_KINDS = ("StaffAdded", "RoleGranted", "RoleRevoked", "StaffDisabled", "StaffReset", "PasswordSet")
Verb = Callable[[Session, Viewer, UUID], object]
_VERBS: dict[str, Verb] = {
    "add": lambda s, v, _: staff.add(s, v, name="bob", shown="Bob", duties=[OFFICER]),
    "grant": lambda s, v, one: staff.grant(s, v, one, duty=Duty(Role.COUNTER)),
    "revoke": lambda s, v, one: staff.revoke(s, v, one, duty=OFFICER),
    "disable": staff.disable,
    "reset": staff.reset,
    "every_account": lambda s, v, _: staff.every_account(s, v),
    "account_named": lambda s, v, _: staff.account_named(s, v, "ann"),
}


@pytest.mark.parametrize("verb", _VERBS)
@pytest.mark.parametrize("role", Role)
def test_only_an_administrator_has_to_do_with_others_accounts(
    database: Database, verb: str, role: Role
) -> None:
    account_id, _ = added(database)
    viewer = Viewer.staff(COUNCIL, UUID(int=5), role=role, teams=["waste-collections"])

    with database.session(COUNCIL) as session:
        if role is Role.ADMINISTRATOR:
            _VERBS[verb](session, viewer, account_id)
        else:
            with pytest.raises(NotAllowed):
                _VERBS[verb](session, viewer, account_id)


@pytest.mark.parametrize("verb", _VERBS)
def test_a_resident_has_nothing_to_do_with_accounts(database: Database, verb: str) -> None:
    account_id, _ = added(database)

    with database.session(COUNCIL) as session, pytest.raises(NotAllowed):
        _VERBS[verb](session, Viewer.resident(COUNCIL), account_id)


def test_what_was_done_to_an_account_is_history_without_a_name_in_it(database: Database) -> None:
    account_id, code = added(database, "ann.zqx@aberwen.example")
    set_up(database, "ann.zqx@aberwen.example", code)

    with database.session(COUNCIL) as session:
        staff.grant(session, ADMINISTRATOR, account_id, duty=Duty(Role.COUNTER))
        staff.revoke(session, ADMINISTRATOR, account_id, duty=OFFICER)
        staff.disable(session, ADMINISTRATOR, account_id)
        staff.reset(session, ADMINISTRATOR, account_id)

    with database.session(COUNCIL) as session:
        told = history.happened(session, chain=account_id, kinds=_KINDS)
        assert [one.kind for one in told] == [
            "StaffAdded",
            "RoleGranted",
            "PasswordSet",
            "RoleGranted",
            "RoleRevoked",
            "StaffDisabled",
            "StaffReset",
        ]
        assert told[3].facts == {"role": "counter", "team": ""}
        assert "zqx" not in str([one.facts for one in told])
        texts = session.sql.scalars(select(EntryText).where(EntryText.chain == account_id)).all()
        assert ["zqx" in str(one.text) for one in texts] == [True]


def test_a_name_is_given_once_however_it_is_written(database: Database) -> None:
    added(database, "ann@aberwen.example")

    with pytest.raises(staff.AccountExists):
        added(database, " Ann@Aberwen.example ")


@pytest.mark.parametrize("name", ["", "a", "ann smith", "<b>ann</b>", "a" * 101, "a\nb"])
def test_what_nobody_could_sign_in_with_is_no_name(database: Database, name: str) -> None:
    with pytest.raises(staff.NotAName):
        added(database, name)


@pytest.mark.parametrize(
    ("role", "team"),
    [(Role.OFFICER, ""), (Role.COUNTER, "waste"), (Role.ADMINISTRATOR, "waste")],
)
def test_a_role_is_held_as_it_can_be(role: Role, team: str) -> None:
    with pytest.raises(WrongValue):
        Duty(role, team)


def test_who_is_disabled_cannot_sign_in_until_they_are_reset(database: Database) -> None:
    person = a_person(database)
    with database.session(COUNCIL) as session:
        staff.disable(session, SYSTEM, person.id)

    with pytest.raises(staff.WrongSignIn):
        sign_in(database)

    with database.session(COUNCIL) as session:
        code = staff.reset(session, SYSTEM, person.id)
    with pytest.raises(staff.WrongSignIn):
        sign_in(database)
    set_up(database, "ann", code, password="another-plover-kettle")
    assert sign_in(database, password="another-plover-kettle")


@pytest.mark.parametrize(
    ("typed", "kept"), [("An\0n\r\nB", "An n B"), ("\u202eAnn", "Ann"), ("  Zoë  Ŵyn ", "Zoë Ŵyn")]
)
def test_a_name_is_kept_as_it_can_be_read(database: Database, typed: str, kept: str) -> None:
    account_id, _ = added(database)

    with database.session(COUNCIL) as session:
        staff.rename(session, SYSTEM, account_id, shown=typed)

    with database.reading(COUNCIL) as session:
        assert [one.shown for one in staff.every_account(session, SYSTEM)] == [kept]


@pytest.mark.parametrize("typed", ["", " ", "\0", "a" * 101])
def test_what_nobody_can_read_is_no_name(database: Database, typed: str) -> None:
    account_id, _ = added(database)

    with database.session(COUNCIL) as session, pytest.raises(staff.NotAName):
        staff.rename(session, SYSTEM, account_id, shown=typed)


def test_accounts_of_another_council_are_not_there(database: Database) -> None:
    added(database)

    with database.session("bryn") as session:
        assert staff.every_account(session, Viewer.system("bryn")) == ()
        with pytest.raises(staff.UnknownAccount):
            staff.account_named(session, Viewer.system("bryn"), "ann")


def test_a_code_works_once_and_for_three_days(database: Database, clock: SettableClock) -> None:
    _, code = added(database)
    _, late = added(database, "bob")

    set_up(database, "ann", code.lower().replace("-", " "))
    clock.move(days=3)

    for name, used in (("ann", code), ("bob", late)):
        with pytest.raises(staff.WrongCode):
            set_up(database, name, used)


def test_a_weak_password_uses_up_no_code(database: Database) -> None:
    _, code = added(database)

    for _ in range(8):
        with pytest.raises(staff.PasswordEasilyGuessed):
            set_up(database, "ann", code, password="passwordpassword")

    assert set_up(database, "ann", code, password=PASSWORD)
