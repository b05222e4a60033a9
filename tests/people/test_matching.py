"""Who is alike is found with the evidence, by staff alone, in their own council."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from hub import cases, people
from hub.intake import Submission
from hub.people import PassportRow, Resident, matching
from hub.people.matching import Fact, Likelihood, Match, PersonKey, Sought, Verdict
from hub.staff import Viewer, ViewerKind
from hub.staff.viewer import NotAllowed
from hub.store import Database, Session
from hub.values import EmailAddress, PhoneNumber, Postcode
from tests.builders.requests import a_case, a_submission

CLERK = Viewer("aberwen", ViewerKind.STAFF, staff_id=UUID(int=7))
SYSTEM = Viewer.system("aberwen")
HOME = Postcode.parse("LL99 9ZZ")


def somebody(session: Session, submission: Submission | None = None) -> UUID:
    """Let somebody ask for something, and let them be known."""
    case_id = a_case(session, submission or a_submission()).case_id
    cases.know_people(session, SYSTEM)
    wanted = select(cases.Asker.resident_id).where(cases.Asker.case_id == case_id)
    return session.sql.scalars(wanted).one()


def sought(session: Session, viewer: Viewer = CLERK, **told: object) -> tuple[Match, ...]:
    return matching.alike(session, viewer, Sought(**told))  # type: ignore[arg-type] # typed by name


def test_a_mobile_alone_offers_its_owner(database: Database) -> None:
    with database.session("aberwen") as session:
        sian = somebody(session, a_submission(answer_by="text", mobile="07700 900982"))

        [match] = sought(session, phone=PhoneNumber("+447700900982"))

    assert match.resident_id == sian
    assert match.likelihood is Likelihood.PERHAPS
    assert [(each.fact, each.verdict) for each in match.evidence] == [(Fact.PHONE, Verdict.SAME)]


def test_an_e_mail_address_in_capitals_and_a_name_the_other_way_round_are_likely(
    database: Database,
) -> None:
    with database.session("aberwen") as session:
        sian = somebody(session, a_submission(answer_by="e-mail", email="sian@example.com"))
        name = session.sql.scalars(select(Resident.name)).one()
        turned = " ".join(reversed(name.upper().split()))

        [match] = sought(session, name=turned, email=EmailAddress.parse("Sian@Example.com"))

    assert match.resident_id == sian
    assert match.likelihood is Likelihood.LIKELY


def test_a_postcode_alone_offers_nobody(database: Database) -> None:
    with database.session("aberwen") as session:
        somebody(session)

        assert sought(session, postcode=HOME) == ()


def test_a_name_with_a_slip_is_found_by_its_postcode(database: Database) -> None:
    with database.session("aberwen") as session:
        somebody(session)
        name = session.sql.scalars(select(Resident.name)).one()
        key = session.sql.scalars(
            select(PersonKey.key).where(PersonKey.key.startswith("postcode"))
        ).first()
        assert key
        slipped = name[:-2] + name[-1] + name[-2]

        [match] = sought(session, name=slipped, postcode=Postcode.parse(key.partition(":")[2]))

    assert (Fact.NAME, Verdict.CLOSE) in [(e.fact, e.verdict) for e in match.evidence]


def test_a_twin_is_never_likely() -> None:
    known = matching.Known(
        resident_id=UUID(int=1),
        name="Gwen Prydderch",
        postcodes=frozenset({"LL99 9ZZ"}),
        phones=frozenset({"+447700900982"}),
        born=frozenset({date(1946, 3, 2)}),
    )

    match = matching.weigh(
        Sought(
            name="Mair Prydderch",
            postcode=HOME,
            born=date(1946, 3, 2),
            phone=PhoneNumber("+447700900982"),
        ),
        known,
    )

    assert match.bits > 30
    assert match.likelihood is Likelihood.PERHAPS


@pytest.mark.parametrize("name", ["", " ", "\ud800", "'; DROP TABLE residents;--", "x" * 100_000])
def test_whatever_is_typed_offers_nobody_and_breaks_nothing(database: Database, name: str) -> None:
    with database.session("aberwen") as session:
        somebody(session)

        assert sought(session, name=name) == ()


def test_residents_may_not_look_for_people(database: Database) -> None:
    with database.session("aberwen") as session, pytest.raises(NotAllowed):
        sought(session, Viewer.resident("aberwen"), name="Gwen Jones")


@pytest.mark.promise("P13")
def test_nobody_of_another_council_is_offered(database: Database) -> None:
    with database.session("aberwen") as session:
        somebody(session, a_submission(answer_by="text", mobile="07700 900982"))

    elsewhere = Viewer("elsewhere", ViewerKind.STAFF, staff_id=UUID(int=8))
    with database.session("elsewhere") as session:
        assert sought(session, elsewhere, phone=PhoneNumber("+447700900982")) == ()


def test_who_changes_their_number_is_found_by_the_new_one_alone(database: Database) -> None:
    with database.session("aberwen") as session:
        sian = somebody(session, a_submission(answer_by="text", mobile="07700 900982"))
        key = {"council": "aberwen", "resident_id": sian}
        session.change(PassportRow, key, {"mobile": "+447700900900"})
        session.change(Resident, {"council": "aberwen", "id": sian}, {"known_at": None})
        cases.know_people(session, SYSTEM)

        found = [
            sought(session, phone=PhoneNumber(number))
            for number in ("+447700900982", "+447700900900")
        ]

    assert [len(matches) for matches in found] == [0, 1]


def test_keys_are_written_once_for_everybody_however_often_it_is_done(database: Database) -> None:
    with database.session("aberwen") as session:
        for name in ("Gwen Jones", "Gwen Jones", "Mair Pugh"):
            people.add(session, SYSTEM, name=name, passport=people.Passport())

        counts = [cases.know_people(session, SYSTEM) for _ in range(2)]

    assert counts == [3, 0]


def test_with_the_person_go_the_keys(database: Database) -> None:
    with database.session("aberwen") as session:
        nobody = people.add(session, SYSTEM, name="Gwen Jones", passport=people.Passport())
        cases.know_people(session, SYSTEM)
        before = session.sql.scalars(select(PersonKey.resident_id)).all()
        session.sql.delete(session.sql.scalars(select(Resident)).one())
        session.sql.flush()

        assert nobody in before
        assert session.sql.scalars(select(PersonKey)).all() == []
