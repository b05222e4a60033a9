"""Writing a letter: its words filled in, its pages made and kept, once however often it is done."""

from dataclasses import dataclass
from uuid import UUID

from hub import cases, history, permits, store
from hub.councils import Council
from hub.letters.composing import compose
from hub.letters.contents import Contents
from hub.letters.events import LetterWritten
from hub.letters.printing import print_letter
from hub.letters.rows import Letter, LetterKind, LetterState
from hub.letters.stationery import Stationery
from hub.letters.wanting import want
from hub.permits import PermitSeen
from hub.staff import Viewer
from hub.store import Documents, Session
from hub.values import Language, PostalAddress
from hub.words import Words

PDF = "application/pdf"
_TO_FIRST = frozenset({LetterKind.ACKNOWLEDGE, LetterKind.GRANTED, LetterKind.ENDING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """Hold what the letters of a council are made with, and where they are kept.

    `public_url` is where this hub is found, without a slash at its end.
    """

    council: Council
    documents: Documents
    words: Words
    stationery: Stationery
    public_url: str


def write(
    session: Session,
    viewer: Viewer,
    case_id: UUID,
    *,
    press: Press,
    kind: LetterKind = LetterKind.ACKNOWLEDGE,
) -> UUID:
    """Write the letter of this kind about a case, keep it, and give the letter's id.

    A letter that is written already is left as it is.

    :raises UnknownCase: if there is no such case.
    :raises UnknownLetter: if the service names a letter that nobody wrote.
    :raises UnprintableAddress: if the fonts lack a character of the name or the address.
    :raises AddressDoesNotFit: if the address does not fit into the window.
    :raises LetterheadDoesNotFit: if the council's names or contact lines do not fit.
    """
    letter = want(session, viewer, case_id, kind=kind, council=press.council)
    return _write(session, viewer, letter, press)


def write_to_joiner(session: Session, viewer: Viewer, resident_id: UUID, *, press: Press) -> UUID:
    """Write the letter to somebody who joined a case, keep it, and give the letter's id.

    It tells the reference and the promise, and nothing of what others told.

    :raises UnknownCase: if they joined none.
    :raises UnprintableAddress: as `write` does, and all that it raises besides.
    """
    case_id, number = cases.joined(session, viewer, resident_id)
    letter = want(
        session,
        viewer,
        case_id,
        kind=LetterKind.JOINED,
        council=press.council,
        joiner=(resident_id, number),
    )
    return _write(session, viewer, letter, press)


def _write(session: Session, viewer: Viewer, letter: Letter, press: Press) -> UUID:
    if LetterState(letter.state) is LetterState.WANTED:
        contents = _gather(session, viewer, letter, press)
        _keep(session, letter, contents, press)
        _remember(session, viewer, letter)
        session.tell(LetterWritten(letter.id))
    return letter.id


def _gather(session: Session, viewer: Viewer, letter: Letter, press: Press) -> Contents:
    timezone = press.council.timezone
    case, asked = cases.interview_of(session, viewer, letter.case_id, timezone=timezone)
    behalf = cases.behalf_of(session, viewer, case.id)
    to = case.resident_id if letter.kind in _TO_FIRST else None
    return Contents(
        template=press.stationery.template(letter.template),
        council=press.council,
        asked=asked,
        reference=case.reference,
        name=letter.name,
        address=PostalAddress.parse(letter.address) if letter.address else None,
        size=letter.size,
        profile=letter.profile,
        languages=tuple(map(Language, letter.languages.split())),
        owed=cases.owed_of(session, viewer, case.id),
        answer_by=case.answer_by,
        permit=_permit(session, viewer, letter),
        written_on=letter.wanted_at.astimezone(timezone).date(),
        public_url=press.public_url,
        on_behalf=cases.say_behalf(behalf, press.words, to=to) if behalf and to else None,
        is_discreet=bool(behalf and to and not behalf.may_know(to)),
    )


def _permit(session: Session, viewer: Viewer, letter: Letter) -> PermitSeen | None:
    if letter.kind not in {LetterKind.GRANTED, LetterKind.ENDING}:
        return None
    return permits.of_case(session, viewer, letter.case_id)


def _keep(session: Session, letter: Letter, contents: Contents, press: Press) -> None:
    edition = compose(contents, press.words)
    printed = print_letter(edition)
    letter.document = store.documents.keep(session, press.documents, content=printed.pdf, kind=PDF)
    letter.pages, letter.sheets, letter.profile = printed.pages, printed.sheets, printed.profile
    letter.marks = len(edition.unprintable())
    letter.written_at = session.now()
    letter.move(LetterState.WRITTEN)
    session.sql.flush()


def _remember(session: Session, viewer: Viewer, letter: Letter) -> None:
    facts = {
        "letter": str(letter.id),
        "kind": letter.kind,
        "edition": letter.edition,
        "document": letter.document,
        "pages": letter.pages,
    }
    history.append(
        session, chain=letter.case_id, kind="LetterWritten", actor=viewer.name, facts=facts
    )
