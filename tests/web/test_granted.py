"""What was granted stands on the page of the request that asked for it, for its holder alone."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from channels.pages import House
from hub import cases
from hub.cases import Case
from hub.permits import Permit
from tests.web.test_following import SYSTEM, resident
from tests.web.uploading import quick
from tests.web.visitor import Visitor

__all__ = ["quick", "resident"]


@pytest.mark.parametrize(
    ("language", "until"), [("en", "22 November 2027"), ("cy", "22 Tachwedd 2027")]
)
def test_who_was_granted_a_permit_finds_its_number_and_its_last_day(
    resident: Visitor, quick: House, language: str, until: str
) -> None:
    before = resident.open(f"/{language}/track/request").text
    with quick.database.session("aberwen") as session:
        case = session.sql.scalars(select(Case)).one()
        session.insert(Permit, a_permit(case, cases.seen(session, SYSTEM, case.id).resident_id))

    page = resident.open(f"/{language}/track/request").text

    assert ("2026 1234" in before, "2026 1234" in page) == (False, True)
    assert until in page


def a_permit(case: Case, holder: UUID) -> dict[str, object]:
    days = {"since": date(2026, 11, 23), "until": date(2027, 11, 22)}
    own = {"council": case.council, "id": UUID(int=9), "case_id": case.id, "resident_id": holder}
    more = {"number": "20261234", "service": case.service, "remind_on": date(2027, 10, 25)}
    return {**own, **days, **more, "state": "valid", "granted_at": case.asked_at}
