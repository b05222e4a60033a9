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
