"""Viewers: who may see which case."""

from uuid import uuid4

import pytest

from hub.staff import Viewer, ViewerKind
from hub.staff.viewer import NotAllowed


def test_a_resident_sees_the_case_that_they_proved_is_theirs_and_no_other() -> None:
    mine, other = uuid4(), uuid4()

    viewer = Viewer.resident("aberwen", mine)

    viewer.demand_case(mine, "waste-collections")
    with pytest.raises(NotAllowed):
        viewer.demand_case(other, "waste-collections")


def test_staff_see_what_lies_with_their_teams() -> None:
    officer = Viewer(
        "aberwen", ViewerKind.STAFF, staff_id=uuid4(), teams=frozenset({"waste-collections"})
    )

    assert officer.may_see_case(uuid4(), "waste-collections")
    assert not officer.may_see_case(uuid4(), "blue-badges")
    assert not officer.may_see_case(uuid4(), None)


def test_a_resident_who_proved_nothing_sees_no_case() -> None:
    assert not Viewer.resident("aberwen").may_see_case(uuid4(), None)
