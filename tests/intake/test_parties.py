"""Who asks, for whom, and who is answered are three facts of one case."""

from sqlalchemy import func, select

from hub import cases, history, people, routing
from hub.cases import Answer, Behalf, Status
from hub.history import EntryText
from hub.people import Consent, ConsentState, Resident, Way
from hub.staff import Viewer
from hub.store import Database, Session
from hub.store.outbox import OutboxEvent
from tests.builders.helping import (
    ASKER,
    FOR_MEGAN,
    PERSON,
    TO_MEGAN,
    UNASKED,
    helped,
    the_council,
)

SYSTEM = Viewer.system("aberwen")


def count(session: Session, table: type[Behalf] | type[Consent]) -> int:
    return session.sql.scalar(select(func.count()).select_from(table)) or 0


def events(session: Session) -> list[str]:
    return list(session.sql.scalars(select(OutboxEvent.name)))


def test_who_asks_for_themselves_is_the_only_one(database: Database) -> None:
    with database.session("aberwen") as session:
        receipt = helped(session, {"for_whom": "me"})

        behalf = cases.behalf_of(session, SYSTEM, receipt.case_id)

        assert behalf is None
        assert (count(session, Behalf), count(session, Consent)) == (0, 0)


def test_a_relative_asks_and_is_answered(database: Database) -> None:
    with database.session("aberwen") as session:
        receipt = helped(session, FOR_MEGAN)

        behalf = cases.behalf_of(session, SYSTEM, receipt.case_id)
        case = cases.seen(session, SYSTEM, receipt.case_id)

        assert behalf
        assert (behalf.asker, behalf.whom) == (ASKER, PERSON)
        assert behalf.asker_id == behalf.answered_id == case.resident_id
        assert (behalf.consent, case.status) == (ConsentState.GIVEN, Status.OPENED)


def test_the_person_who_is_asked_for_is_answered_in_their_own_way(database: Database) -> None:
    said = {**TO_MEGAN, "answer_by": "e-mail", "email": "megan@example.com"}
    with database.session("aberwen") as session:
        receipt = helped(session, said)

        case = cases.seen(session, SYSTEM, receipt.case_id)
        name, passport = people.passport_of(session, SYSTEM, case.resident_id)
        behalf = cases.behalf_of(session, SYSTEM, receipt.case_id)

        assert behalf
        assert (name, passport.way) == (PERSON, Way.EMAIL)
        assert behalf.answered_id == case.resident_id != behalf.asker_id
        assert case.status is Status.OPENED


def test_who_asks_for_an_organisation_needs_nobodys_consent(database: Database) -> None:
    said = {**FOR_MEGAN, "for_whom": "organisation", "organisation": "Aberwen Food Bank"}
    with database.session("aberwen") as session:
        receipt = helped(session, said)

        behalf = cases.behalf_of(session, SYSTEM, receipt.case_id)

        assert behalf
        assert (behalf.whom, behalf.consent) == ("Aberwen Food Bank", None)
        assert behalf.is_checked
        assert count(session, Consent) == 0


def test_consent_is_kept_with_its_ground_its_moment_and_its_words(database: Database) -> None:
    with database.session("aberwen") as session:
        receipt = helped(session, {**FOR_MEGAN, "agreed": "cannot", "ground": "attorney"})

        kept = session.sql.scalars(select(Consent)).one()

        assert (kept.stands, kept.agreed, kept.ground) == ("relative", "cannot", "attorney")
        assert kept.case_id == receipt.case_id
        assert kept.told_at == kept.changed_at
        assert "power of attorney" in kept.words
        assert "and agree? They cannot say so themselves" in kept.words


def test_what_was_said_of_consent_is_erased_like_all_that_is_personal(database: Database) -> None:
    with database.session("aberwen") as session:
        receipt = helped(session, FOR_MEGAN)
        [told] = history.happened(session, chain=receipt.case_id, kinds=["ConsentTold"])
        words = select(EntryText.text).where(EntryText.number == told.number)
        before = session.sql.scalar(words)

        history.erase_text(session, chain=receipt.case_id, actor="system", reason="asked for it")

        assert before
        assert before["person"] == PERSON
        assert PERSON not in str(told.facts)
        assert session.sql.scalar(words) is None


def test_where_nobody_knows_a_team_checks_it_before_it_goes_on(database: Database) -> None:
    with database.session("aberwen") as session:
        receipt = helped(session, UNASKED)

        routing.route(session, SYSTEM, receipt.case_id, council=the_council())
        case = cases.seen(session, SYSTEM, receipt.case_id)

        assert (case.status, bool(case.team)) == (Status.CHECKING, True)
        assert "CheckWanted" in events(session)


def test_another_reason_than_those_we_know_is_checked_too(database: Database) -> None:
    with database.session("aberwen") as session:
        receipt = helped(session, {**FOR_MEGAN, "agreed": "cannot", "ground": "other"})

        case = cases.seen(session, SYSTEM, receipt.case_id)

        assert case.status is Status.CHECKING


def test_in_danger_the_team_goes_on_at_once_and_still_asks_the_person(database: Database) -> None:
    with database.session("aberwen") as session:
        receipt = helped(session, {**UNASKED, "sharps": "yes"})

        routing.route(session, SYSTEM, receipt.case_id, council=the_council())
        case = cases.seen(session, SYSTEM, receipt.case_id)

        assert (case.urgent, case.status) == (True, Status.WITH_TEAM)
        assert "CheckWanted" in events(session)


def test_every_answer_of_both_reaches_the_case_once(database: Database) -> None:
    with database.session("aberwen") as session:
        receipt = helped(session, TO_MEGAN)

        kept = dict(session.sql.execute(select(Answer.path, Answer.value)).all())
        names = set(session.sql.scalars(select(Resident.name)))

        assert receipt.is_new
        assert names == {ASKER, PERSON}
        assert (kept["person"], kept["answer_to"]) == (PERSON, "person")
