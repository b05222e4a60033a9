"""Passwords: long and hard to guess is enough, and nothing else is asked."""

import pytest
from argon2 import PasswordHasher

from hub import staff
from hub.staff import passwords
from hub.staff.rows import Account
from hub.store import Database
from tests.staff.people import COUNCIL, PASSWORD, a_person, sign_in

_ABOUT = ("siân.jones@aberwen.example", "Siân Jones", "Aberwen County Council")


@pytest.mark.parametrize(
    "password",
    [
        "coffee train fish",
        "plover-kettle-orchard",
        "mae hi'n bwrw glaw heno",
        "llŷr ŵyn môr tân",
        "correct horse battery staple " * 4,
    ],
)
def test_words_by_chance_are_good_whatever_signs_are_in_them(password: str) -> None:
    passwords.judge(password[: passwords.MOST], about=_ABOUT)


@pytest.mark.parametrize(
    "password",
    [
        "passwordpassword",
        "123456789012",
        "aaaaaaaaaaaaaaaa",
        "qwertyuiop[]",
        "letmeinletmein",
        "siân.jones@aberwen.example",
        "sianjonesaberwen",
        "aberwencouncil1",
    ],
)
def test_what_is_tried_first_is_refused(password: str) -> None:
    with pytest.raises(staff.PasswordEasilyGuessed):
        passwords.judge(password, about=_ABOUT)


def test_too_short_and_too_long_are_said_as_that() -> None:
    with pytest.raises(staff.PasswordTooShort):
        passwords.judge("zq7!kd93xpw", about=_ABOUT)
    with pytest.raises(staff.PasswordTooLong):
        passwords.judge("plover " * 30, about=_ABOUT)


def test_a_password_is_known_however_its_accents_were_typed() -> None:
    kept = passwords.hash_of("t\u00e2n m\u00f4r ll\u0177r")

    assert passwords.matches(kept, "ta\u0302n mo\u0302r lly\u0302r")
    assert not passwords.matches(kept, "tan mor llyr")


@pytest.mark.parametrize("typed", ["", "x" * 100_000, "\ud800", "\x00"])
def test_odd_passwords_are_wrong_and_no_error(typed: str) -> None:
    assert not passwords.matches(passwords.hash_of(PASSWORD), typed)
    assert not passwords.matches(None, typed)


def test_it_is_kept_as_owasp_asks() -> None:
    assert passwords.hash_of(PASSWORD).startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_a_password_kept_in_an_old_way_is_kept_anew_at_the_next_signing_in(
    database: Database,
) -> None:
    person = a_person(database)
    old = PasswordHasher(time_cost=1, memory_cost=8 * 1024, parallelism=1).hash(PASSWORD)
    with database.session(COUNCIL) as session:
        session.sql.get_one(Account, (COUNCIL, person.id)).password = old

    sign_in(database)

    with database.reading(COUNCIL) as session:
        kept = session.sql.get_one(Account, (COUNCIL, person.id)).password or ""
    assert "m=19456" in kept
    assert sign_in(database)
