"""Laying a written letter where it will be printed, once however often it is tried.

The printer may be slow or far away: it is called between two transactions, and in none. What was
laid and not yet written down as laid is laid again, which a printer takes for the same letter.
"""

from uuid import UUID

from hub import cases, history
from hub.councils import Council
from hub.letters.printer import PrintedLetter, Printer
from hub.letters.queries import find, take
from hub.letters.rows import Letter, LetterState, NotAllowedLetterMove
from hub.staff import Viewer
from hub.store import Documents, Session
from hub.values import Reference


def printing_wanted(
    session: Session, viewer: Viewer, letter_id: UUID, *, council: Council, documents: Documents
) -> PrintedLetter | None:
    """Give a written letter as a printer needs it; None if it was laid already.

    :raises LetterNotKept: if there is none.
    :raises NotAllowedLetterMove: if it is not written yet.
    """
    letter = find(session, viewer, letter_id)
    if LetterState(letter.state) is LetterState.WAITING:
        return None
    was_printed = cases.was_printed(
        session, reference=letter.reference, kind=letter.kind, edition=letter.edition
    )
    return _printed(letter, council, documents, was_printed=was_printed)


def lay(letter: PrintedLetter, printer: Printer) -> None:
    """Hand a letter to the printer, but for one that was printed before the hub was restored.

    :raises PrinterAway: if trying again later may help.
    """
    if not letter.was_printed:
        printer.lay(letter)


def settle_laid(session: Session, viewer: Viewer, letter_id: UUID) -> None:
    """Write down that a printer has the letter, once however often it is said.

    :raises LetterNotKept: if there is none.
    :raises NotAllowedLetterMove: if it is not written yet.
    """
    letter = take(session, viewer, letter_id)
    if LetterState(letter.state) is LetterState.WAITING:
        return
    letter.move(LetterState.WAITING)
    letter.laid_at = session.now()
    session.sql.flush()
    history.append(
        session,
        chain=letter.case_id,
        kind="LetterLaid",
        actor=viewer.name,
        facts={"letter": str(letter.id), "document": letter.document, "kind": letter.kind},
    )


def _printed(
    letter: Letter, council: Council, documents: Documents, *, was_printed: bool
) -> PrintedLetter:
    if letter.document is None or letter.written_at is None or letter.sheets is None:
        raise NotAllowedLetterMove(now=letter.state, then=LetterState.WAITING.value)
    return PrintedLetter(
        council=letter.council,
        day=letter.written_at.astimezone(council.timezone).date(),
        id=letter.id,
        reference=Reference(letter.reference),
        kind=letter.kind,
        edition=letter.edition,
        sha256=letter.document,
        sheets=letter.sheets,
        pdf=documents.get(letter.council, letter.document),
        collect_at="" if letter.address else council.address.one_line(),
        was_printed=was_printed,
    )
