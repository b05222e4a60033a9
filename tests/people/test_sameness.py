"""That two are the same person is said by a person, leads from link to link, and can be undone."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from sqlalchemy import func, select

from hub import people
from hub.history import Entry
from hub.people import Passport, Resident, Said
from hub.people.queries import UnknownResident
from hub.people.sameness import SamePeople
from hub.staff import Viewer, ViewerKind
from hub.staff.viewer import NotAllowed
from hub.store import Database, Session

CLERK = Viewer("aberwen", ViewerKind.STAFF, staff_id=UUID(int=7))
SYSTEM = Viewer.system("aberwen")


def three(session: Session) -> list[UUID]:
    names = ("Gwen Jones", "G Jones", "Gwen Mair Jones")
    return [people.add(session, SYSTEM, name=name, passport=Passport()) for name in names]


def test_links_are_followed_whatever_side_they_were_made_from(database: Database) -> None:
    with database.session("aberwen") as session:
        one, two, three_ = three(session)
        people.decide(session, CLERK, (two, one), said=Said.SAME)
        people.decide(session, CLERK, (two, three_), said=Said.SAME)

        found = [people.all_of(session, CLERK, each) for each in (one, two, three_)]

        assert found == [frozenset({one, two, three_})] * 3
        assert session.sql.scalar(select(func.count()).select_from(Resident)) == 3


def test_undoing_ends_the_link_and_keeps_that_it_was(database: Database) -> None:
    with database.session("aberwen") as session:
        one, two, _ = three(session)
        link = people.decide(session, CLERK, (one, two), said=Said.SAME)

        undone = [people.undo(session, CLERK, (two, one)) for _ in range(2)]

        assert undone == [True, False]
        assert people.all_of(session, CLERK, one) == frozenset({one})
        kept = session.sql.scalars(select(SamePeople)).one()
        assert (kept.said_by, kept.ended_by) == (CLERK.name, CLERK.name)
        kinds = session.sql.scalars(
            select(Entry.kind).where(Entry.chain == link).order_by(Entry.number)
        ).all()
        assert kinds == ["PeopleDecided", "PeopleUndone"]


def test_said_again_it_is_one_link_and_said_otherwise_the_first_ends(database: Database) -> None:
    with database.session("aberwen") as session:
        one, two, three_ = three(session)
        people.decide(session, CLERK, (two, three_), said=Said.SAME)
        same = [people.decide(session, CLERK, pair, said=Said.SAME) for pair in ((one, two),) * 2]

        people.decide(session, CLERK, (two, one), said=Said.OTHER)

        assert len(set(same)) == 1
        assert people.all_of(session, CLERK, one) == frozenset({one})
        assert people.told_apart(session, CLERK, three_) == frozenset({one})


def test_no_machine_and_no_resident_decides(database: Database) -> None:
    with database.session("aberwen") as session:
        one, two, _ = three(session)
        for viewer in (SYSTEM, Viewer.resident("aberwen")):
            with pytest.raises(NotAllowed):
                people.decide(session, viewer, (one, two), said=Said.SAME)
            with pytest.raises(NotAllowed):
                people.undo(session, viewer, (one, two))


def test_nobody_is_linked_to_themselves_or_to_nobody(database: Database) -> None:
    with database.session("aberwen") as session:
        one, _, _ = three(session)
        for pair in ((one, one), (one, UUID(int=5))):
            with pytest.raises(UnknownResident):
                people.decide(session, CLERK, pair, said=Said.SAME)


@pytest.mark.promise("P13")
def test_another_councils_people_are_not_there_to_be_linked(database: Database) -> None:
    with database.session("aberwen") as session:
        one, two, _ = three(session)

    elsewhere = Viewer("elsewhere", ViewerKind.STAFF, staff_id=UUID(int=8))
    with database.session("elsewhere") as session, pytest.raises(UnknownResident):
        people.decide(session, elsewhere, (one, two), said=Said.SAME)


def test_two_clerks_at_once_make_one_link(database: Database) -> None:
    with database.session("aberwen") as session:
        one, two, _ = three(session)

    def say(pair: tuple[UUID, UUID]) -> UUID:
        with database.session("aberwen") as session:
            return people.decide(session, CLERK, pair, said=Said.SAME)

    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(say, [(one, two), (two, one)]))

    assert len(set(made)) == 1
