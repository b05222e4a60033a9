"""What is asked about letters."""

from uuid import UUID

from sqlalchemy import Select, select

from hub import cases
from hub.errors import Refused
from hub.letters.rows import Letter
from hub.staff import Viewer
from hub.store import Session


class LetterNotKept(Refused):
    """Say that no such letter is kept."""

    key = "letter_not_kept"


def of_case(session: Session, viewer: Viewer, case_id: UUID) -> tuple[Letter, ...]:
    """Give the letters of a case, the oldest first.

    :raises UnknownCase: if there is no such case.
    :raises NotAllowed: if it is not the viewer's.
    """
    cases.seen(session, viewer, case_id)
    wanted = select(Letter).where(Letter.case_id == case_id).order_by(Letter.wanted_at, Letter.id)
    return tuple(session.sql.execute(wanted).scalars())


def find(session: Session, viewer: Viewer, letter_id: UUID) -> Letter:
    """Look at a letter; it holds up nobody.

    :raises LetterNotKept: if there is none.
    :raises NotAllowed: if its case is not the viewer's.
    """
    return _kept(session, viewer, select(Letter).where(Letter.id == letter_id))


def take(session: Session, viewer: Viewer, letter_id: UUID) -> Letter:
    """Give a letter to move it on; nobody else moves it in the meantime.

    :raises LetterNotKept: if there is none.
    :raises NotAllowed: if its case is not the viewer's.
    """
    wanted = select(Letter).where(Letter.id == letter_id)
    return _kept(session, viewer, wanted.with_for_update())


def _kept(session: Session, viewer: Viewer, wanted: Select[Letter]) -> Letter:
    letter = session.sql.execute(wanted).scalar_one_or_none()
    if letter is None:
        raise LetterNotKept
    cases.seen(session, viewer, letter.case_id)
    return letter
