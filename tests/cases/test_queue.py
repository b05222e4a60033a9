"""The list of open cases: whose it is, in which order, and page after page."""

from datetime import timedelta

import pytest

from hub import cases
from hub.cases import Mark, Status
from hub.cases.queue import PAGE
from hub.staff import NotAllowed, Viewer
from hub.store import Database, Session
from tests.builders.requests import MONDAY, a_case, a_submission
from tests.provision.time_and_chance import SeededChance

_SYSTEM = Viewer.system("aberwen")
_WASTE = Viewer.staff("aberwen", SeededChance().uuid(), teams=["waste-collections"])


def lie(session: Session, count: int, team: str = "waste-collections", *, apart: int = 1) -> None:
    """Let so many cases lie with a team, so many minutes after each other, the last asked first."""
    for number in reversed(range(count)):
        at = MONDAY - timedelta(minutes=number * apart)
        receipt = a_case(session, a_submission(external_id=f"{team} {number}", at=at))
        cases.give_to_team(session, _SYSTEM, receipt.case_id, team=team, reason="a test")


def walked(session: Session, viewer: Viewer) -> list[list[cases.InQueue]]:
    pages, mark = [], None
    while True:
        found, mark = cases.queue(session, viewer, after=mark)
        pages.append(list(found))
        if mark is None:
            return pages
        mark = Mark.parse(str(mark))


@pytest.mark.parametrize("apart", [0, 1])
def test_every_case_is_on_one_page_oldest_asked_first(database: Database, apart: int) -> None:
    with database.session("aberwen") as session:
        lie(session, 2 * PAGE + 3, apart=apart)

        pages = walked(session, _WASTE)

    every = [case for page in pages for case in page]
    assert [len(page) for page in pages] == [PAGE, PAGE, 3]
    assert len({case.id for case in every}) == 2 * PAGE + 3
    assert [case.asked_at for case in every] == sorted(case.asked_at for case in every)


def test_a_page_that_is_full_is_the_last_where_there_is_no_more(database: Database) -> None:
    with database.session("aberwen") as session:
        lie(session, PAGE)

        found, mark = cases.queue(session, _WASTE)

    assert len(found) == PAGE
    assert mark is None


def test_another_teams_cases_and_closed_ones_are_not_there_and_not_counted(
    database: Database,
) -> None:
    with database.session("aberwen") as session:
        lie(session, 2)
        lie(session, 1, "garden-waste")
        first = cases.queue(session, _WASTE)[0][0]
        cases.move(session, _SYSTEM, first.id, then=Status.CLOSED)

        found, _ = cases.queue(session, _WASTE)
        count = cases.open_cases(session, _WASTE)
        nobody = Viewer.staff("aberwen", SeededChance().uuid())

        assert len(found) == count == 1
        assert cases.open_cases(session, nobody) == 0
        assert cases.queue(session, nobody) == ([], None)


@pytest.mark.parametrize("viewer", [Viewer.resident("aberwen"), _SYSTEM])
def test_only_staff_have_a_list(database: Database, viewer: Viewer) -> None:
    with database.session("aberwen") as session:
        with pytest.raises(NotAllowed):
            cases.queue(session, viewer)
        with pytest.raises(NotAllowed):
            cases.open_cases(session, viewer)


def test_a_council_lists_no_case_of_another(database: Database) -> None:
    with database.session("aberwen") as session:
        lie(session, 1)

    with database.session("bryn") as session:
        bryn = Viewer.staff("bryn", SeededChance().uuid(), teams=["waste-collections"])
        assert cases.queue(session, bryn) == ([], None)
        assert cases.open_cases(session, bryn) == 0


@pytest.mark.parametrize(
    "words",
    ["", "~", "2026-11-23~x", "9999-99-99T00:00:00+00:00~0", f"2026-11-23T09:30:00~{0:032}"],
)
def test_what_is_no_mark_begins_at_the_beginning(words: str) -> None:
    assert Mark.parse(words) is None
