"""Looking up a request with its reference and a second fact."""

from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import DBAPIError

from hub import cases
from hub.cases import MOST_WRONG_FACTS, Case, UnknownCase, WrongFact
from hub.history import Entry
from hub.people import PassportRow
from hub.staff import Viewer, ViewerKind
from hub.staff.viewer import NotAllowed
from hub.store import Database, Session
from hub.values import PostalAddress, Postcode, Reference, SystemChance
from tests.builders.requests import a_case, a_submission
from tests.provision.time_and_chance import SettableClock


@pytest.mark.parametrize("fact", ["LL99 9ZZ", "ll999zz", " Ll99  9zZ "])
def test_a_resident_finds_their_request_by_postcode(database: Database, fact: str) -> None:
    with database.session("aberwen") as session:
        receipt = a_case(session)
        found = cases.look_up(session, reference=receipt.reference.shown, fact=fact)

    assert found.id == receipt.case_id


def test_a_resident_finds_their_request_by_email(database: Database) -> None:
    with database.session("aberwen") as session:
        receipt = a_case(session, a_submission(answer_by="e-mail", email="Sian@example.com"))
        found = cases.look_up(session, reference=str(receipt.reference), fact="sian@EXAMPLE.com")

    assert found.id == receipt.case_id


@pytest.mark.parametrize("fact", ["07700 900982", "+44 7700 900 982", "ll99 9zz"])
def test_a_resident_finds_their_request_by_the_mobile_they_gave(
    database: Database, fact: str
) -> None:
    with database.session("aberwen") as session:
        receipt = a_case(session, a_submission(answer_by="text", mobile="07700900982"))
        found = cases.look_up(session, reference=str(receipt.reference), fact=fact)

    assert found.id == receipt.case_id


def test_who_collects_their_letters_is_found_by_surname_and_by_the_postcode_they_told(
    database: Database,
) -> None:
    with database.session("aberwen") as session:
        receipt = a_case(session, a_submission(answer_by="counter"))
        facts = ["jones", "Ŵyn Jones", "LL99 9ZZ"]

        found = [cases.look_up(session, reference=str(receipt.reference), fact=f) for f in facts]

    assert {case.id for case in found} == {receipt.case_id}


@pytest.mark.parametrize("way", ["letter", "e-mail"])
def test_nobody_else_is_found_by_their_surname(database: Database, way: str) -> None:
    with database.session("aberwen") as session:
        receipt = a_case(session, a_submission(answer_by=way, email="sian@example.com"))

        with pytest.raises(UnknownCase):
            cases.look_up(session, reference=str(receipt.reference), fact="Jones")


@pytest.mark.promise("P14")
def test_surnames_are_guessed_at_as_seldom_as_postcodes(database: Database) -> None:
    with database.session("aberwen") as session:
        receipt = a_case(session, a_submission(answer_by="counter"))
        for n in range(cases.MOST_WRONG_FACTS):
            with pytest.raises(UnknownCase):
                cases.look_up(session, reference=str(receipt.reference), fact=f"Evans{n}")

        with pytest.raises(UnknownCase):
            cases.look_up(session, reference=str(receipt.reference), fact="Jones")


@pytest.mark.promise("P14")
@pytest.mark.parametrize(
    "fact", ["", "LL99 9ZX", "sian@example.com", "None", "\x00", "🗑", "\ud800"]
)
def test_a_wrong_fact_and_an_absent_reference_are_told_alike(database: Database, fact: str) -> None:
    with database.session("aberwen") as session:
        receipt = a_case(session)
        nobodys = Reference.draw(SystemChance()).digits

        with pytest.raises(UnknownCase) as wrong:
            cases.look_up(session, reference=receipt.reference.digits, fact=fact)
        with pytest.raises(UnknownCase) as absent:
            cases.look_up(session, reference=nobodys, fact="LL99 9ZZ")

    assert str(wrong.value) == str(absent.value)


def test_whoever_the_letter_goes_to_finds_the_request_by_the_postcode_on_it(
    database: Database,
) -> None:
    daughters = PostalAddress(("3 Heol y Parc", "Aberwen"), Postcode("LL99 8ZZ"))
    with database.session("aberwen") as session:
        receipt = a_case(session)
        written_to = update(PassportRow).values(address=daughters.parts())
        session.sql.execute(written_to, execution_options={"synchronize_session": False})
        by_home = cases.look_up(session, reference=str(receipt.reference), fact="LL99 9ZZ")
        by_letter = cases.look_up(session, reference=str(receipt.reference), fact="LL99 8ZZ")

    assert by_home.id == by_letter.id == receipt.case_id


@pytest.mark.promise("P14")
def test_another_council_cannot_look_it_up(database: Database) -> None:
    with database.session("aberwen") as session:
        receipt = a_case(session)

    with database.session("elsewhere") as session, pytest.raises(UnknownCase):
        cases.look_up(session, reference=receipt.reference.digits, fact="LL99 9ZZ")


def test_reading_a_case_is_history(database: Database) -> None:
    with database.session("aberwen") as session:
        receipt = a_case(session)
        cases.look_up(session, reference=receipt.reference.digits, fact="LL99 9ZZ")
        kinds = session.sql.scalars(select(Entry.kind).order_by(Entry.number)).all()

    assert list(kinds) == ["CaseOpened", "CaseRead"]


def kinds_of(database: Database) -> list[tuple[str, str]]:
    with database.reading("aberwen") as session:
        kinds = session.sql.execute(select(Entry.kind, Entry.actor).order_by(Entry.number))
        return [(kind, actor) for kind, actor in kinds]


def a_waste_officer() -> Viewer:
    staff_id, teams = UUID(int=7), frozenset({"waste-collections"})
    return Viewer("aberwen", ViewerKind.STAFF, staff_id=staff_id, teams=teams)


def a_routed_case(session: Session) -> UUID:
    case_id = a_case(session).case_id
    routed = update(Case).values(team="waste-collections")
    session.sql.execute(routed, execution_options={"synchronize_session": False})
    return case_id


@pytest.mark.parametrize(
    "ask", [cases.seen, cases.answers_of, cases.owed_of, cases.receipt_of, cases.read]
)
def test_whatever_staff_see_of_a_case_is_history(
    database: Database, ask: Callable[[Session, Viewer, UUID], object]
) -> None:
    with database.session("aberwen") as session:
        case_id = a_routed_case(session)
        ask(session, a_waste_officer(), case_id)

    assert kinds_of(database)[1:] == [("CaseRead", str(UUID(int=7)))]


def test_one_page_is_one_reading(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = a_routed_case(session)
    with database.session("aberwen") as session:
        cases.read(session, a_waste_officer(), case_id)
        cases.answers_of(session, a_waste_officer(), case_id)
    with database.session("aberwen") as session:
        cases.read(session, a_waste_officer(), case_id)

    assert len(kinds_of(database)[1:]) == 2


def test_the_hub_at_its_work_reads_without_a_word(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = a_routed_case(session)
    with database.reading("aberwen") as session:
        cases.seen(session, Viewer.system("aberwen"), case_id)

    assert kinds_of(database)[1:] == []


def test_staff_see_nothing_where_it_cannot_be_written_down(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = a_routed_case(session)

    with database.reading("aberwen") as session, pytest.raises((RuntimeError, DBAPIError)):
        cases.seen(session, a_waste_officer(), case_id)


@pytest.mark.promise("P14")
def test_one_resident_never_sees_the_case_of_another(database: Database) -> None:
    with database.session("aberwen") as session:
        mine = a_case(session)
        other = a_case(session, a_submission(external_id="2"))
        me = Viewer.resident("aberwen", mine.case_id)

        assert cases.receipt_of(session, me, mine.case_id)[0] == mine.reference
        for ask in (cases.seen, cases.answers_of, cases.owed_of, cases.receipt_of):
            with pytest.raises(NotAllowed):
                ask(session, me, other.case_id)


@pytest.mark.promise("P14")
def test_after_too_many_wrong_facts_the_right_one_is_answered_like_a_wrong_one(
    database: Database, clock: SettableClock
) -> None:
    with database.session("aberwen") as session:
        receipt = a_case(session)
        other = a_case(session, a_submission(external_id="2"))
    _guess(database, receipt.reference, MOST_WRONG_FACTS)

    with database.session("aberwen") as session:
        with pytest.raises(UnknownCase):
            cases.look_up(session, reference=str(receipt.reference), fact="LL99 9ZZ")
        found = cases.look_up(session, reference=str(other.reference), fact="LL99 9ZZ")
    clock.move(minutes=61)
    with database.session("aberwen") as session:
        later = cases.look_up(session, reference=str(receipt.reference), fact="LL99 9ZZ")

    assert found.id == other.case_id
    assert later.id == receipt.case_id


def test_one_wrong_fact_fewer_is_borne(database: Database) -> None:
    with database.session("aberwen") as session:
        receipt = a_case(session)
    _guess(database, receipt.reference, MOST_WRONG_FACTS - 1)

    with database.session("aberwen") as session:
        found = cases.look_up(session, reference=str(receipt.reference), fact="LL99 9ZZ")

    assert found.id == receipt.case_id


def test_no_more_wrong_facts_are_kept_than_count(database: Database, clock: SettableClock) -> None:
    with database.session("aberwen") as session:
        receipt = a_case(session)
    _guess(database, receipt.reference, MOST_WRONG_FACTS + 5)
    clock.move(minutes=61)
    with database.session("aberwen") as session:
        before = len(session.sql.scalars(select(WrongFact)).all())
    _guess(database, receipt.reference, 1)

    with database.session("aberwen") as session:
        after = len(session.sql.scalars(select(WrongFact)).all())

    assert (before, after) == (MOST_WRONG_FACTS, 1)


def _guess(database: Database, reference: Reference, times: int) -> None:
    for _ in range(times):
        with database.session("aberwen") as session, pytest.raises(UnknownCase):
            cases.look_up(session, reference=str(reference), fact="LL99 9ZX")
