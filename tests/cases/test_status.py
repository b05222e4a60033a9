"""The moves of a case."""

from itertools import product

import pytest

from hub import cases
from hub.cases import ALLOWED, NotAllowedMove, Status
from hub.cases.status import demand_move
from hub.staff import Viewer
from hub.staff.viewer import NotAllowed
from hub.store import Database
from tests.builders.requests import a_case

SYSTEM = Viewer.system("aberwen")


def test_every_status_has_its_row_and_none_leads_to_itself() -> None:
    assert set(ALLOWED) == set(Status)
    assert all(status not in then for status, then in ALLOWED.items())


@pytest.mark.parametrize(("now", "then"), list(product(Status, Status)))
def test_a_case_moves_only_along_the_table(now: Status, then: Status) -> None:
    if then in ALLOWED[now]:
        demand_move(now, then)
    else:
        with pytest.raises(NotAllowedMove):
            demand_move(now, then)


def test_a_resident_sees_their_case_and_moves_it_nowhere(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = a_case(session).case_id
        resident = Viewer.resident("aberwen", case_id)

        assert cases.seen(session, resident, case_id).status is Status.OPENED
        with pytest.raises(NotAllowed):
            cases.move(session, resident, case_id, then=Status.CHECKING)
        with pytest.raises(NotAllowed):
            cases.give_to_team(session, resident, case_id, team="waste-collections", reason="mine")
        with pytest.raises(NotAllowed):
            cases.warn(session, resident, case_id)


def test_a_closed_case_can_be_reopened_but_not_given_to_a_resident(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = a_case(session).case_id
        cases.give_to_team(
            session, SYSTEM, case_id, team="waste-collections", reason="no rule held"
        )
        cases.move(session, SYSTEM, case_id, then=Status.CLOSED)

        with pytest.raises(NotAllowedMove):
            cases.move(session, SYSTEM, case_id, then=Status.WAITING_FOR_RESIDENT)
        cases.move(session, SYSTEM, case_id, then=Status.WITH_TEAM)

        assert cases.seen(session, SYSTEM, case_id).status is Status.WITH_TEAM
