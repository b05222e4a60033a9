"""The passport: how each person can be answered."""

import pytest

from hub import people
from hub.interview import Given, Problem
from hub.people import Passport, Way
from hub.staff import Viewer
from hub.staff.viewer import NotAllowed
from hub.store import Database
from hub.values import Language
from tests.builders.requests import HOME, a_finished_interview


def test_the_passport_is_what_a_person_said_of_themselves() -> None:
    passport = Passport.of(a_finished_interview())

    assert passport.way is Way.LETTER
    assert passport.language is Language.CY
    assert passport.size == 18
    assert passport.address is not None
    assert passport.address.printed_lines() == ("12 Stryd y Bont", "ABERWEN", "LL99 9ZZ")


def test_an_email_address_stands_in_the_passport_when_it_was_chosen() -> None:
    passport = Passport.of(a_finished_interview(answer_by="e-mail", email="sian@Example.com"))

    assert passport.way is Way.EMAIL
    assert passport.email is not None
    assert passport.email.shown == "sian@example.com"


def test_a_mobile_stands_in_the_passport_of_who_wants_texts() -> None:
    passport = Passport.of(a_finished_interview(answer_by="text", mobile="07700 900 982"))

    assert passport.way is Way.TEXT
    assert passport.mobile is not None
    assert passport.mobile.e164 == "+447700900982"
    assert passport.address is not None


@pytest.mark.parametrize("number", ["01632 960001", "+353 85 012 3456", "07011 123456"])
def test_a_number_that_takes_no_texts_from_us_is_not_taken(number: str) -> None:
    with pytest.raises(Problem) as problem:
        a_finished_interview(answer_by="text", mobile=number)

    assert problem.value.key == "mobile"


def test_who_collects_their_letters_has_no_address_though_they_told_where_the_bin_is() -> None:
    passport = Passport.of(a_finished_interview(answer_by="counter"))

    assert passport.way is Way.COUNTER
    assert passport.address is None
    assert passport.size == 18


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"answer_by": "e-mail", "email": "a@b.cy"},
        {"answer_by": "counter"},
        {"answer_by": "text", "mobile": "07700 900982"},
        {"home": HOME},
    ],
)
def test_a_passport_is_kept_and_comes_back_the_same(
    database: Database, said: dict[str, Given]
) -> None:
    passport = Passport.of(a_finished_interview(**said))
    with database.session("aberwen") as session:
        resident = Viewer.resident("aberwen")
        resident_id = people.add(session, resident, name="Siân", passport=passport)

        assert people.passport_of(session, Viewer.system("aberwen"), resident_id) == (
            "Siân",
            passport,
        )
        with pytest.raises(NotAllowed):
            people.passport_of(session, resident, resident_id)
