"""Killed between the store and the folder: nothing needed is lost, nothing personal stays."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from channels.carriers.copies import CopiesAway
from hub import enclosures, sharing
from hub.sharing import CopiesLeft
from hub.store import Database, Document, FolderDocuments, going
from tests.cases.holes import HIGH_STREET, reported
from tests.provision.time_and_chance import SettableClock
from tests.sharing.marked import (
    SYSTEM,
    TWO_YEARS,
    a_marked_hole,
    add_to,
    close,
    marked,
    papers,
    pass_by,
    settle,
)
from tests.workers.errands import wait_out
from workers import keeping
from workers.outside import Errand, Outside

A_WHILE = timedelta(minutes=2)


class Killed(BaseException):
    """Be what no program catches, as a kill is."""


class DyingDocuments(FolderDocuments):
    """Die at the so-many-th removal, before or after the file is gone."""

    def __init__(self, folder: Path, *, at: int, after: bool) -> None:
        super().__init__(folder)
        self._left = at
        self._after = after

    def remove(self, council: str, sha256: str) -> None:
        """Remove a document, or die."""
        self._left -= 1
        if self._left == 0 and not self._after:
            raise Killed
        super().remove(council, sha256)
        if self._left == 0:
            raise Killed


class StuckCopies:
    """Be a folder that takes no change, of whatever it is asked."""

    def forget(self, left: CopiesLeft) -> None:
        """Refuse for now."""
        raise CopiesAway(letters=len(left.letters))


@pytest.fixture
def erased(hub: Outside, database: Database, clock: SettableClock) -> UUID:
    """Give a case that the store has just erased, of which every paper is still there."""
    with database.session("aberwen") as session:
        case_id = a_marked_hole(hub, session)
    settle(hub)
    with database.session("aberwen") as session:
        close(session, case_id)
    clock.moment += TWO_YEARS
    with database.session("aberwen") as session:
        sharing.find(session, SYSTEM, council=hub.councils.by_id("aberwen"))
        erasure = session.sql.scalars(select(sharing.Erasure.id)).one()
    with database.session("aberwen") as session:
        keeping.erase_case(Errand(outside=hub, session=session, subject=erasure))
    return case_id


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("at", [1, 4, 6])
@pytest.mark.usefixtures("erased")
def test_papers_go_however_often_whoever_lets_them_go_is_killed(
    hub: Outside, data: Path, database: Database, clock: SettableClock, *, at: int, after: bool
) -> None:
    dying = replace(hub, documents=DyingDocuments(data / "documents", at=at, after=after))

    with pytest.raises(Killed):
        let_go(dying)

    assert len(papers(data / "documents")) in {6 - at, 7 - at}
    pass_by(hub, clock, A_WHILE)
    assert papers(data / "documents") == []
    assert marked(database, data) == []
    with database.reading("aberwen") as session:
        assert session.sql.scalars(select(Document)).all() == []


def test_a_paper_that_somebody_needs_again_before_it_went_stays(
    hub: Outside, data: Path, database: Database, erased: UUID
) -> None:
    with database.session("aberwen") as session:
        second = reported(session, HIGH_STREET, "second")
        add_to(hub, session, second, "second")
        going.mark(session, session.sql.scalars(select(Document.sha256)).all())

    let_go(hub)

    with database.reading("aberwen") as session:
        needed = {one.sha256 for one in enclosures.of_case(session, SYSTEM, second, team=None)}
        left = set(session.sql.scalars(select(Document.sha256)))
        assert set(session.sql.scalars(select(Document.going_at))) == {None}
    assert second != erased
    assert needed <= left == set(papers(data / "documents"))


@pytest.mark.usefixtures("erased")
def test_a_case_whose_copies_cannot_be_deleted_is_tried_again(
    hub: Outside, data: Path, clock: SettableClock
) -> None:
    stuck = replace(hub, copies=StuckCopies())

    settle(stuck)
    letters = [name for name in papers(data / "print") if name.endswith(".pdf")]
    wait_out(hub.database)
    pass_by(hub, clock, A_WHILE)

    assert len(letters) == 2
    assert [name for name in papers(data / "print") if name.endswith(".pdf")] == []


def let_go(hub: Outside) -> None:
    for work in (keeping.let_files_go, keeping.let_papers_go):
        with hub.database.session("aberwen") as session:
            work(Errand(outside=hub, session=session, subject=UUID(int=0)))
