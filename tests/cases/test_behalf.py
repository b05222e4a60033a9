"""What each of two people may know of a case that one asked for the other."""

import pytest

from hub import cases, routing
from hub.cases import CaseSeen, ConsentNotChecked, Standing, Status, StepKind, UnknownCase
from hub.cases.behalf import ConsentNotGiven
from hub.interview import Given
from hub.people import ConsentState
from hub.staff import Viewer
from hub.store import Database, Session
from hub.values import Language
from hub.words import Words
from tests.builders.helping import (
    ASKER,
    FOR_MEGAN,
    PERSON,
    TEMPLATES,
    TO_MEGAN,
    UNASKED,
    helped,
    the_council,
)

SYSTEM = Viewer.system("aberwen")
BY_EMAIL = {"answer_by": "e-mail", "email": "megan@example.com"}


def stands(session: Session, found: CaseSeen) -> Standing:
    """Give where a case stands to the one who was found."""
    own, timezone = Viewer.resident("aberwen", found.id), the_council().timezone
    return cases.standing(session, own, found.id, asker=found.resident_id, timezone=timezone)


def test_each_of_the_two_opens_the_case_with_a_fact_of_their_own(database: Database) -> None:
    with database.session("aberwen") as session:
        receipt = helped(session, {**TO_MEGAN, **BY_EMAIL})
        behalf = cases.behalf_of(session, SYSTEM, receipt.case_id)

        facts = ["07700 900123", "megan@example.com"]
        found = [cases.look_up(session, reference=str(receipt.reference), fact=f) for f in facts]

        assert behalf
        assert [case.resident_id for case in found] == [behalf.asker_id, behalf.answered_id]


def test_the_asker_sees_what_is_owed_and_nothing_that_was_sent_to_the_person(
    database: Database,
) -> None:
    words = Words.read(TEMPLATES)
    with database.session("aberwen") as session:
        said: dict[str, Given] = {**TO_MEGAN, **BY_EMAIL, "for_whom": "adult", "badge_name": PERSON}
        receipt = helped(session, said, service="blue-badge")
        case = cases.seen(session, SYSTEM, receipt.case_id)
        found = cases.look_up(session, reference=str(receipt.reference), fact="07700900123")
        cases.add_note(session, SYSTEM, case.id, asker=case.resident_id, note="From Megan")

        standing = stands(session, found)

        assert standing.behalf
        told = cases.say_behalf(standing.behalf, words, to=found.resident_id)
        assert [step.kind for step in standing.steps] == [StepKind.RECEIVED]
        assert standing.owed
        assert told.to(Language.EN) == f"You asked us for {PERSON}."


def test_the_person_reads_who_asked_and_how_to_stop_it(database: Database) -> None:
    words = Words.read(TEMPLATES)
    with database.session("aberwen") as session:
        receipt = helped(session, TO_MEGAN)
        behalf = cases.behalf_of(session, SYSTEM, receipt.case_id)

        assert behalf
        said = cases.say_behalf(behalf, words, to=behalf.answered_id)
        assert said.to(Language.EN).startswith(f"{ASKER} asked us for you. If you do not want that")
        assert said.to(Language.CY).startswith(f"Gofynnodd {ASKER} i ni ar eich rhan.")


def test_until_it_is_checked_the_asker_learns_that_it_came_and_no_more(
    database: Database,
) -> None:
    with database.session("aberwen") as session:
        receipt = helped(session, {**UNASKED, "sharps": "yes", **BY_EMAIL})
        routing.route(session, SYSTEM, receipt.case_id, council=the_council())
        found = cases.look_up(session, reference=str(receipt.reference), fact="megan@example.com")

        before = stands(session, found)
        cases.settle_consent(session, SYSTEM, found.id, then=ConsentState.GIVEN)
        after = stands(session, found)

        assert (before.case.status, before.case.team) == (Status.CHECKING, None)
        assert [step.kind for step in before.steps] == [StepKind.RECEIVED]
        assert after.case.status is Status.WITH_TEAM
        assert StepKind.TEAM in [step.kind for step in after.steps]


def test_once_it_is_taken_back_no_fact_opens_it_and_no_page_shows_it(database: Database) -> None:
    with database.session("aberwen") as session:
        receipt = helped(session, {**FOR_MEGAN, **BY_EMAIL})
        found = cases.look_up(session, reference=str(receipt.reference), fact="megan@example.com")

        cases.settle_consent(session, SYSTEM, found.id, then=ConsentState.WITHDRAWN)

        with pytest.raises(UnknownCase):
            cases.look_up(session, reference=str(receipt.reference), fact="megan@example.com")
        with pytest.raises(UnknownCase):
            stands(session, found)


def test_what_concerns_the_person_waits_until_it_is_checked_and_is_held_if_they_do_not_agree(
    database: Database,
) -> None:
    with database.session("aberwen") as session:
        case_id = helped(session, UNASKED).case_id

        with pytest.raises(ConsentNotChecked):
            cases.demand_consent(session, SYSTEM, case_id)
        cases.settle_consent(session, SYSTEM, case_id, then=ConsentState.WITHDRAWN)
        with pytest.raises(ConsentNotGiven):
            cases.demand_consent(session, SYSTEM, case_id)


def test_what_concerns_the_person_passes_to_the_person(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = helped(session, TO_MEGAN).case_id
        cases.settle_consent(session, SYSTEM, case_id, then=ConsentState.WITHDRAWN)

        cases.demand_consent(session, SYSTEM, case_id)

        behalf = cases.behalf_of(session, SYSTEM, case_id)
        assert behalf
        assert behalf.may_know(behalf.answered_id)
        assert not behalf.may_know(behalf.asker_id)
