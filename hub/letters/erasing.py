"""Taking out of the letters about a case to whom they went and what they say."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select

from hub.letters.rows import Letter, LetterState
from hub.staff import Viewer
from hub.store import Session

_NO_SIZE = 0


@dataclass(frozen=True, slots=True)
class LaidLetter:
    """Name a letter that was laid to be printed, and the council's day on which it was written."""

    id: UUID
    reference: str
    day: date


def erase(session: Session, viewer: Viewer, case_id: UUID, *, whole: bool) -> frozenset[str]:
    """Erase name, address and size from the letters of a case, and give the papers that may go.

    That there was each letter stays, to be counted. With `whole` none is spared; else those on
    their way are.

    :raises NotAllowed: if it is not the hub itself that erases.
    """
    viewer.demand_work(case_id, None)
    letters = list(_of_case(session, case_id, whole=whole))
    papers = frozenset(letter.document for letter in letters if letter.document)
    for letter in letters:
        letter.name, letter.address, letter.document = "", None, None
        letter.size = _NO_SIZE
    session.sql.flush()
    return papers


def laid_of(
    session: Session, viewer: Viewer, case_id: UUID, *, timezone: ZoneInfo
) -> tuple[LaidLetter, ...]:
    """Give the erased letters of a case that were written, by the council's clock.

    :raises NotAllowed: if it is not the hub itself that asks.
    """
    viewer.demand_work(case_id, None)
    asked = select(Letter).where(
        Letter.case_id == case_id, Letter.written_at.is_not(None), Letter.document.is_(None)
    )
    return tuple(
        LaidLetter(one.id, one.reference, one.written_at.astimezone(timezone).date())
        for one in session.sql.scalars(asked)
        if one.written_at is not None
    )


def ids_of(session: Session, viewer: Viewer, case_id: UUID) -> tuple[UUID, ...]:
    """Give the ids of all letters about a case.

    :raises NotAllowed: if it is not the hub itself that asks.
    """
    viewer.demand_work(case_id, None)
    return tuple(session.sql.scalars(select(Letter.id).where(Letter.case_id == case_id)))


def _of_case(session: Session, case_id: UUID, *, whole: bool) -> Iterator[Letter]:
    asked = select(Letter).where(Letter.case_id == case_id).with_for_update()
    for letter in session.sql.scalars(asked).all():
        if whole or LetterState(letter.state) is LetterState.WAITING:
            yield letter
