"""A case that is held back is not erased, until somebody lifts the hold and says why."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from hub import sharing
from hub.cases import Case, UnknownCase
from hub.history import Entry
from hub.sharing import CaseHeld, NotHeldBack
from hub.staff import Viewer, ViewerKind
from hub.staff.viewer import NotAllowed
from hub.store import Database
from tests.cases.holes import HIGH_STREET, reported
from tests.provision.time_and_chance import SettableClock
from tests.sharing.marked import SYSTEM, TWO_YEARS, close, pass_by, settle
from workers.outside import Outside

STRANGER = Viewer("aberwen", ViewerKind.STAFF, staff_id=uuid4(), teams=frozenset({"noise"}))
OFFICER = Viewer(
    "aberwen", ViewerKind.STAFF, staff_id=uuid4(), teams=frozenset({"waste-collections"})
)


@pytest.fixture
def case_id(hub: Outside, database: Database) -> UUID:
    """Give a case that was closed just now."""
    with database.session("aberwen") as session:
        opened = reported(session, HIGH_STREET)
    settle(hub)
    with database.session("aberwen") as session:
        close(session, opened)
    return opened


def is_erased(database: Database, case_id: UUID) -> bool:
    with database.reading("aberwen") as session:
        return bool(session.sql.scalar(select(Case.erased_at).where(Case.id == case_id)))


def test_a_case_that_is_held_stays_until_the_hold_is_lifted(
    hub: Outside, database: Database, clock: SettableClock, case_id: UUID
) -> None:
    with database.session("aberwen") as session:
        sharing.hold(session, OFFICER, case_id, because="a complaint")
        sharing.hold(session, OFFICER, case_id, because="a complaint, second stage")

    pass_by(hub, clock, TWO_YEARS)

    assert not is_erased(database, case_id)
    with database.session("aberwen") as session:
        sharing.lift(session, OFFICER, case_id, because="the complaint is answered")
        kinds = session.sql.scalars(select(Entry.kind).where(Entry.chain == case_id)).all()
    pass_by(hub, clock, timedelta(minutes=2))
    assert is_erased(database, case_id)
    assert (kinds.count("CaseHeld"), kinds.count("HoldLifted")) == (2, 1)


def test_a_hold_that_comes_after_the_erasing_was_wanted_is_obeyed(
    hub: Outside, database: Database, clock: SettableClock, case_id: UUID
) -> None:
    clock.moment += TWO_YEARS
    with database.session("aberwen") as session:
        found = sharing.find(session, SYSTEM, council=hub.councils.by_id("aberwen"))
        sharing.hold(session, SYSTEM, case_id, because="a claim in court")

    settle(hub)

    assert found == 1
    assert not is_erased(database, case_id)
    with database.reading("aberwen") as session:
        assert session.sql.scalars(select(sharing.Erasure)).all() == []


@pytest.mark.parametrize("viewer", [STRANGER, Viewer.resident("aberwen")])
def test_no_stranger_and_no_resident_holds_or_erases(
    hub: Outside, database: Database, case_id: UUID, *, viewer: Viewer
) -> None:
    council = hub.councils.by_id("aberwen")

    with database.session("aberwen") as session:
        with pytest.raises(NotAllowed):
            sharing.hold(session, viewer, case_id, because="no right")
        with pytest.raises(NotAllowed):
            sharing.lift(session, viewer, case_id, because="no right")
        with pytest.raises(NotAllowed):
            sharing.erase_now(session, viewer, case_id, because="no right", council=council)


def test_what_is_held_is_not_erased_on_request_and_what_is_not_held_cannot_be_let_go(
    hub: Outside, database: Database, case_id: UUID
) -> None:
    council = hub.councils.by_id("aberwen")

    with database.session("aberwen") as session:
        with pytest.raises(NotHeldBack):
            sharing.lift(session, SYSTEM, case_id, because="nothing")
        sharing.hold(session, SYSTEM, case_id, because="a complaint")
        with pytest.raises(CaseHeld):
            sharing.erase_now(session, SYSTEM, case_id, because="they asked", council=council)


def test_another_councils_case_is_none(database: Database, case_id: UUID) -> None:
    with database.session("borth") as session, pytest.raises(UnknownCase):
        sharing.hold(session, Viewer.system("borth"), case_id, because="a complaint")
