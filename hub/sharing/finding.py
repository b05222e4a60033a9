"""Finding the closed cases whose time is over, a few at a time."""

from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Row, select

from hub import cases
from hub.cases import Case
from hub.councils import Council
from hub.sharing import wanting
from hub.sharing.events import ErasureDue
from hub.sharing.rows import Cause, Erasure, Hold
from hub.staff import Viewer
from hub.store import Session


def find(session: Session, viewer: Viewer, *, council: Council, most: int = 25) -> int:
    """Want the erasing of the cases that were kept longest past their time; count them.

    Each is erased by a job of its own, so that one which cannot be erased stops no other. What is
    wanted already is not found again, whoever dies in between.
    """
    cases.reckon(session, viewer, timezone=council.timezone)
    today = session.now().astimezone(council.timezone).date()
    found = _over(session, today, most)
    for case_id, reference in found:
        erasure = wanting.want(session, case=(case_id, reference), cause=Cause.KEPT, by=viewer.name)
        session.tell(ErasureDue(erasure))
    return len(found)


def is_over(case: Case, *, today: date) -> bool:
    """Say whether the time of keeping a closed case is over, as far as it was reckoned."""
    is_closed = case.status == cases.Status.CLOSED
    return is_closed and case.kept_until is not None and case.kept_until < today


def _over(session: Session, today: date, most: int) -> list[Row[UUID, str]]:
    wanted = (
        select(Case.id, Case.reference)
        .where(*cases.CLOSED_AND_KEPT, Case.kept_until < today, ~_is_held(), ~_is_wanted())
        .order_by(Case.kept_until, Case.id)
        .limit(most)
    )
    return list(session.sql.execute(wanted).all())


def _is_held() -> ColumnElement[bool]:
    return select(Hold.case_id).where(Hold.case_id == Case.id).exists()


def _is_wanted() -> ColumnElement[bool]:
    under_way = Erasure.case_id == Case.id, Erasure.done_at.is_(None)
    return select(Erasure.id).where(*under_way).exists()
