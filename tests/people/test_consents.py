"""Consent: told, checked by a person of the council, and taken back."""

import pytest
from sqlalchemy import select

from hub import cases, history, people
from hub.cases import Status
from hub.people import Consent, ConsentState
from hub.people.consents import NotAllowedConsentMove
from hub.staff import Viewer
from hub.staff.viewer import NotAllowed
from hub.store import Database
from tests.builders.helping import FOR_MEGAN, UNASKED, helped
from tests.builders.requests import a_case

SYSTEM = Viewer.system("aberwen")
ALL = ("ConsentTold", "ConsentConfirmed", "ConsentWithdrawn")


def test_what_was_to_check_is_confirmed_and_the_team_goes_on(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = helped(session, UNASKED).case_id
        cases.give_to_team(session, SYSTEM, case_id, team="waste-collections", reason="rule 1")

        cases.settle_consent(session, SYSTEM, case_id, then=ConsentState.GIVEN)

        told = [one.kind for one in history.happened(session, chain=case_id, kinds=ALL)]
        assert people.consent_state(session, SYSTEM, case_id) is ConsentState.GIVEN
        assert cases.seen(session, SYSTEM, case_id).status is Status.WITH_TEAM
        assert told == ["ConsentTold", "ConsentConfirmed"]


def test_consent_is_taken_back_once_and_stays_so(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = helped(session, FOR_MEGAN).case_id

        people.withdraw_consent(session, SYSTEM, case_id)
        people.withdraw_consent(session, SYSTEM, case_id)

        told = [one.kind for one in history.happened(session, chain=case_id, kinds=ALL)]
        assert people.consent_state(session, SYSTEM, case_id) is ConsentState.WITHDRAWN
        assert told == ["ConsentTold", "ConsentWithdrawn"]


def test_what_was_taken_back_or_was_never_in_doubt_is_not_confirmed(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = helped(session, FOR_MEGAN).case_id

        with pytest.raises(NotAllowedConsentMove):
            people.confirm_consent(session, SYSTEM, case_id)


def test_where_somebody_asked_for_themselves_there_is_nothing_to_take_back(
    database: Database,
) -> None:
    with database.session("aberwen") as session:
        case_id = a_case(session).case_id

        with pytest.raises(NotAllowedConsentMove):
            people.withdraw_consent(session, SYSTEM, case_id)


def test_no_browser_confirms_or_takes_back_and_none_sees_that_of_another_case(
    database: Database,
) -> None:
    with database.session("aberwen") as session:
        case_id = helped(session, UNASKED).case_id
        own = Viewer.resident("aberwen", case_id)
        other = Viewer.resident("aberwen")

        for verb in (people.confirm_consent, people.withdraw_consent):
            with pytest.raises(NotAllowed):
                verb(session, own, case_id)
        with pytest.raises(NotAllowed):
            people.consent_state(session, other, case_id)
        with pytest.raises(NotAllowed):
            cases.settle_consent(session, own, case_id, then=ConsentState.GIVEN)


def test_one_council_knows_of_no_consent_of_another(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = helped(session, UNASKED).case_id

    with database.session("bryn") as session:
        bryn = Viewer.system("bryn")

        assert people.consent_state(session, bryn, case_id) is None
        assert cases.behalf_of(session, bryn, case_id) is None
        assert session.sql.scalars(select(Consent)).all() == []
