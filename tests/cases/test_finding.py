"""Cases are found by the words in them, as people write and remember them."""

import time
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from sqlalchemy import delete, func, select

from hub import cases
from hub.cases import Answer, Case, Found
from hub.cases.finding import MOST, CaseWord, SearchSlip, SearchWord, vocabulary, words_of
from hub.people import Resident
from hub.staff import Viewer, ViewerKind
from hub.staff.viewer import NotAllowed
from hub.store import Database, Session
from tests.builders.requests import HOME, a_case, a_submission
from tests.ops.test_scans import asked_of

TEAM = "waste"
CLERK = Viewer("aberwen", ViewerKind.STAFF, staff_id=UUID(int=7), teams=frozenset({TEAM}))
SYSTEM = Viewer.system("aberwen")


def kept(session: Session, **told: str) -> UUID:
    """Open a case, give it to the clerk's team, and let its words be written."""
    case_id = a_case(session, a_submission(**told)).case_id  # type: ignore[arg-type] # by name
    cases.give_to_team(session, SYSTEM, case_id, team=TEAM, reason="")
    cases.index_waiting(session, SYSTEM)
    return case_id


def ids(found: Found) -> list[UUID]:
    return [case.id for case in found.cases]


@pytest.mark.parametrize(
    "said",
    [
        "Siân",
        "sian ŵyn",
        "SIAN WYN-JONES",
        "Jones Siân",
        "Stryd y Bont",
        "stryd bo",
        "y Pont",
        "ym Mhont",
        "Stryd Bnot",
        "Jnoes",
        HOME["postcode"],
        HOME["postcode"].lower().replace(" ", "  "),
    ],
)
def test_a_case_is_found_by_the_words_in_it(database: Database, said: str) -> None:
    with database.session("aberwen") as session:
        case_id = kept(session)

        assert ids(cases.find(session, CLERK, said)) == [case_id]


def test_a_word_that_was_read_as_another_is_told(database: Database) -> None:
    with database.session("aberwen") as session:
        kept(session)

        assert cases.find(session, CLERK, "Jnoes").read_as == {"jnoes": frozenset({"jones"})}
        assert cases.find(session, CLERK, "Jones").read_as == {}


@pytest.mark.parametrize("said", ["07700 900 982", "07700900982", "0770 0900982"])
def test_a_number_is_found_however_it_is_spaced(database: Database, said: str) -> None:
    with database.session("aberwen") as session:
        case_id = kept(session, answer_by="text", mobile="07700 900982")

        assert ids(cases.find(session, CLERK, said)) == [case_id]


def test_a_reference_is_found_at_once_though_no_words_are_written(database: Database) -> None:
    with database.session("aberwen") as session:
        opened = a_case(session, a_submission())
        cases.give_to_team(session, SYSTEM, opened.case_id, team=TEAM, reason="")

        spaced = cases.find(session, CLERK, opened.reference.shown)
        together = cases.find(session, CLERK, opened.reference.digits)

    assert ids(spaced) == ids(together) == [opened.case_id]


def test_all_words_must_stand_in_the_case(database: Database) -> None:
    with database.session("aberwen") as session:
        kept(session)

        assert ids(cases.find(session, CLERK, "Siân Zebedee")) == []


def test_a_note_that_was_added_is_found(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = kept(session)
        asker = session.sql.scalars(select(cases.Asker.resident_id)).one()
        cases.add_note(session, SYSTEM, case_id, asker=asker, note="The blackbird's nest is in it")
        before = ids(cases.find(session, CLERK, "blackbird"))
        cases.index_waiting(session, SYSTEM)

        assert before == []
        assert ids(cases.find(session, CLERK, "nest blackb")) == [case_id]


@pytest.mark.promise("P13")
def test_nothing_is_found_of_another_team_or_council(database: Database) -> None:
    with database.session("aberwen") as session:
        kept(session)
        other = Viewer("aberwen", ViewerKind.STAFF, UUID(int=8), teams=frozenset({"roads"}))

        assert ids(cases.find(session, other, "Jones")) == []
        assert cases.find(session, other, "Jnoes").read_as == {}

    elsewhere = Viewer("elsewhere", ViewerKind.STAFF, UUID(int=9), teams=frozenset({TEAM}))
    with database.session("elsewhere") as session:
        assert ids(cases.find(session, elsewhere, "Jones")) == []
        assert cases.find(session, elsewhere, "Jnoes").read_as == {}


def test_residents_do_not_search(database: Database) -> None:
    with database.session("aberwen") as session, pytest.raises(NotAllowed):
        cases.find(session, Viewer.resident("aberwen"), "Jones")


@pytest.mark.parametrize(
    "said",
    [
        *("", " ", "%", "_", '"', "\\", "' OR 1=1 --", "\ud800", "😀", "x" * 100_000),
        *("a " * 10_000, "NOT *", "0" * 500, "--", "\x00"),
    ],
)
def test_whatever_is_typed_finds_nothing_and_breaks_nothing(database: Database, said: str) -> None:
    with database.session("aberwen") as session:
        kept(session)

        assert cases.find(session, CLERK, said).cases == ()


def test_of_many_the_newest_are_given_and_that_there_are_more(database: Database) -> None:
    with database.session("aberwen") as session:
        for _ in range(MOST + 2):
            case_id = a_case(session, a_submission(external_id=str(session.chance.uuid()))).case_id
            cases.give_to_team(session, SYSTEM, case_id, team=TEAM, reason="")
        while cases.index_waiting(session, SYSTEM):
            pass

        found = cases.find(session, CLERK, "jones")

    assert (len(found.cases), found.is_all) == (MOST, False)


def test_words_are_written_once_however_often_it_is_done(database: Database) -> None:
    with database.session("aberwen") as session:
        kept(session)
        session.change(Case, _only(session), {"indexed_at": None})

        assert [cases.index_waiting(session, SYSTEM) for _ in range(2)] == [1, 0]
        assert _count(session, CaseWord) == len(set(session.sql.scalars(select(CaseWord.word))))


def test_a_name_that_was_put_right_is_found_no_more_and_stands_nowhere(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = kept(session)
        answer = {"council": "aberwen", "case_id": case_id, "path": "your_name"}
        session.change(Answer, answer, {"value": "Siân Cadwaladr"})
        for resident in session.sql.scalars(select(Resident)):
            resident.name = "Siân Cadwaladr"
        session.change(Case, _only(session), {"indexed_at": None})
        cases.index_waiting(session, SYSTEM)

        assert ids(cases.find(session, CLERK, "Cadwaladr")) == [case_id]
        for table in (SearchWord, SearchSlip, CaseWord):
            assert session.sql.scalars(select(table).where(table.word == "jones")).all() == []


def test_a_word_is_forgotten_with_the_last_case_that_held_it(database: Database) -> None:
    with database.session("aberwen") as session:
        kept(session)
        words = session.sql.scalars(select(CaseWord.word)).all()
        cases.forget_words(session, words)
        before = _count(session, SearchWord)
        session.sql.execute(delete(CaseWord))
        cases.forget_words(session, words)

        assert before == len(words)
        assert (_count(session, SearchWord), _count(session, SearchSlip)) == (0, 0)


def test_of_two_who_forget_the_last_cases_of_a_word_one_forgets_it(database: Database) -> None:
    with database.session("aberwen") as session:
        first, second = kept(session), kept(session, external_id="second")

    with ThreadPoolExecutor(1) as pool:
        with database.session("aberwen") as session:
            forget(session, first)
            other = pool.submit(forget_alone, database, second)
            time.sleep(0.5)  # until it waits, or has forgotten nothing
        other.result(timeout=20)

    with database.session("aberwen") as session:
        assert _count(session, SearchWord) == 0


def test_who_learns_a_word_that_is_just_being_forgotten_knows_it_again(database: Database) -> None:
    with database.session("aberwen") as session:
        first, second = kept(session), kept(session, external_id="second")
        session.sql.execute(delete(CaseWord).where(CaseWord.case_id == second))
        session.change(Case, {"council": "aberwen", "id": second}, {"indexed_at": None})

    with ThreadPoolExecutor(1) as pool:
        with database.session("aberwen") as session:
            forget(session, first)
            other = pool.submit(index_alone, database)
            time.sleep(0.5)  # until it waits, or takes the words for known
        other.result(timeout=20)

    with database.session("aberwen") as session:
        assert ids(cases.find(session, CLERK, "Jones")) == [second]


def test_more_words_are_learnt_than_a_question_may_name(database: Database) -> None:
    words = {str(number) for number in range(70_000)}
    with database.session("aberwen") as session:
        for _ in range(2):
            vocabulary.learn(session, words)

        assert _count(session, SearchWord) == len(words)


def test_a_begun_word_is_found_by_an_index_behind_the_walls_too(database: Database) -> None:
    with database.session("aberwen") as session:
        kept(session)
        vocabulary.learn(session, {str(number) for number in range(20_000)})
    database.count_up(SearchWord)

    with database.session("aberwen") as session:
        with asked_of(database) as asked:
            found = cases.find(session, CLERK, "jon").cases
        begun = [one for one in asked if "^@" in one[0]]
        line = session.sql.connection()
        plans = [line.exec_driver_sql(f"EXPLAIN {sql}", values).all() for sql, values in begun]

    assert found
    assert len(plans) == (0 if database.is_sqlite else 1)
    assert all("ix_search_words_begin" in str(plan) for plan in plans)


def forget(session: Session, case_id: UUID) -> None:
    """Take a case out of the index, as erasing does."""
    words = words_of(session, case_id)
    session.sql.execute(delete(CaseWord).where(CaseWord.case_id == case_id))
    cases.forget_words(session, words)


def forget_alone(database: Database, case_id: UUID) -> None:
    with database.session("aberwen") as session:
        forget(session, case_id)


def index_alone(database: Database) -> None:
    with database.session("aberwen") as session:
        cases.index_waiting(session, SYSTEM)


def _only(session: Session) -> dict[str, object]:
    return {"council": "aberwen", "id": session.sql.scalars(select(Case.id)).one()}


def _count(session: Session, table: type) -> int:
    return session.sql.scalar(select(func.count()).select_from(table)) or 0
