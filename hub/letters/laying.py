"""Laying a written letter where it will be printed, once however often it is tried."""

from uuid import UUID

from hub import history
from hub.councils import Council
from hub.letters.printer import PrintedLetter, Printer
from hub.letters.queries import take
from hub.letters.rows import Letter, LetterState, NotAllowedLetterMove
from hub.staff import Viewer
from hub.store import Documents, Session
from hub.values import Reference


def lay_in_folder(
    session: Session,
    viewer: Viewer,
    letter_id: UUID,
    *,
    council: Council,
    documents: Documents,
    printer: Printer,
) -> None:
    """Hand a written letter to the printer; one that lies there already is left alone.

    :raises LetterNotKept: if there is none.
    :raises NotAllowedLetterMove: if it is not written yet.
    :raises PrinterAway: if trying again later may help.
    """
    letter = take(session, viewer, letter_id)
    if LetterState(letter.state) is LetterState.WAITING:
        return
    printer.lay(_printed(letter, council, documents))
    letter.move(LetterState.WAITING)
    letter.laid_at = session.now()
    session.sql.flush()
    history.append(
        session,
        chain=letter.case_id,
        kind="LetterLaid",
        actor=viewer.name,
        facts={"letter": str(letter.id), "document": letter.document},
    )


def _printed(letter: Letter, council: Council, documents: Documents) -> PrintedLetter:
    if letter.document is None or letter.written_at is None or letter.sheets is None:
        raise NotAllowedLetterMove(now=letter.state, then=LetterState.WAITING.value)
    return PrintedLetter(
        council=letter.council,
        day=letter.written_at.astimezone(council.timezone).date(),
        id=letter.id,
        reference=Reference(letter.reference),
        edition=letter.edition,
        sha256=letter.document,
        sheets=letter.sheets,
        pdf=documents.get(letter.council, letter.document),
    )
