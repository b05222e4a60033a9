"""Contacts: who said that nothing more may come is heard, whatever was given and however."""

import pytest

from hub import people
from hub.people import ContactState, Reached
from hub.staff import Viewer
from hub.staff.viewer import NotAllowed
from hub.store import Database
from hub.values import Channel, EmailAddress, PhoneNumber

SYSTEM = Viewer.system("aberwen")
MOBILE = PhoneNumber.parse("07700 900982")
EMAIL = EmailAddress.parse("Sian@example.com")


@pytest.mark.parametrize("contact", [MOBILE, EMAIL])
def test_who_said_nothing_may_be_written_to(database: Database, contact: Reached) -> None:
    with database.session("aberwen") as session:
        assert people.may_write_to(session, SYSTEM, contact)


@pytest.mark.parametrize("contact", [MOBILE, EMAIL])
def test_an_opt_out_holds_until_its_owner_takes_it_back(
    database: Database, contact: Reached
) -> None:
    with database.session("aberwen") as session:
        people.opt_out(session, SYSTEM, contact, door=Channel.SMS)
    with database.session("aberwen") as session:
        before = people.may_write_to(session, SYSTEM, contact)
        people.opt_in(session, SYSTEM, contact, door=Channel.PHONE)

        assert (before, people.may_write_to(session, SYSTEM, contact)) == (False, True)


def test_a_mailbox_is_the_same_in_capitals(database: Database) -> None:
    with database.session("aberwen") as session:
        people.opt_out(session, SYSTEM, EMAIL, door=Channel.SMS)

        assert not people.may_write_to(session, SYSTEM, EmailAddress.parse("sian@EXAMPLE.com"))


@pytest.mark.promise("P13")
def test_an_opt_out_is_of_one_council(database: Database) -> None:
    with database.session("aberwen") as session:
        people.opt_out(session, SYSTEM, MOBILE, door=Channel.SMS)

    with database.session("brynmor") as session:
        assert people.may_write_to(session, Viewer.system("brynmor"), MOBILE)


def test_an_opt_out_is_not_forgotten_for_a_number_that_is_gone(database: Database) -> None:
    with database.session("aberwen") as session:
        people.mark_unreachable(session, SYSTEM, MOBILE, door=Channel.SMS)
        gone = people.contact_state(session, SYSTEM, MOBILE)
        people.opt_out(session, SYSTEM, MOBILE, door=Channel.SMS)
        people.mark_unreachable(session, SYSTEM, MOBILE, door=Channel.SMS)

        assert gone is ContactState.UNREACHABLE
        assert people.contact_state(session, SYSTEM, MOBILE) is ContactState.OPTED_OUT


def test_a_resident_neither_asks_nor_speaks_for_another(database: Database) -> None:
    resident = Viewer.resident("aberwen")
    with database.session("aberwen") as session:
        with pytest.raises(NotAllowed):
            people.may_write_to(session, resident, MOBILE)
        with pytest.raises(NotAllowed):
            people.opt_out(session, resident, MOBILE, door=Channel.WEB)
