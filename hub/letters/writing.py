"""Writing a letter: its words filled in, its pages made and kept, once however often it is done."""

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


def write(  # noqa: PLR0913 (what a letter is made of lies in so many places)
    session: Session,
    viewer: Viewer,
    case_id: UUID,
    *,
    kind: LetterKind = LetterKind.ACKNOWLEDGE,
    council: Council,
    documents: Documents,
    words: Words,
    stationery: Stationery,
    public_url: str,
) -> UUID:
    """Write the letter of this kind about a case, keep it, and give the letter's id.

    A letter that is written already is left as it is.

    :raises UnknownCase: if there is no such case.
    :raises UnknownLetter: if the service names a letter that nobody wrote.
    :raises UnprintableAddress: if the fonts lack a character of the name or the address.
    :raises AddressDoesNotFit: if the address does not fit into the window.
    :raises LetterheadDoesNotFit: if the council's names or contact lines do not fit.
    """
    letter = want(session, viewer, case_id, kind=kind, council=council)
    return _write(
        session,
        viewer,
        letter,
        council=council,
        documents=documents,
        words=words,
        stationery=stationery,
        public_url=public_url,
    )


def write_to_joiner(
    session: Session,
    viewer: Viewer,
    resident_id: UUID,
    *,
    council: Council,
    documents: Documents,
    words: Words,
    stationery: Stationery,
    public_url: str,
) -> UUID:
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
        council=council,
        joiner=(resident_id, number),
    )
    return _write(
        session,
        viewer,
        letter,
        council=council,
        documents=documents,
        words=words,
        stationery=stationery,
        public_url=public_url,
    )


def _write(
    session: Session,
    viewer: Viewer,
    letter: Letter,
    *,
    council: Council,
    documents: Documents,
    words: Words,
    stationery: Stationery,
    public_url: str,
) -> UUID:
    if LetterState(letter.state) is LetterState.WANTED:
        contents = _gather(
            session, viewer, letter, council=council, stationery=stationery, public_url=public_url
        )
        _keep(session, letter, contents, documents=documents, words=words)
        _remember(session, viewer, letter)
        session.tell(LetterWritten(letter.id))
    return letter.id


def _gather(
    session: Session,
    viewer: Viewer,
    letter: Letter,
    *,
    council: Council,
    stationery: Stationery,
    public_url: str,
) -> Contents:
    timezone = council.timezone
    case, asked = cases.interview_of(session, viewer, letter.case_id, timezone=timezone)
    return Contents(
        template=stationery.template(letter.template),
        council=council,
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
        public_url=public_url,
    )


def _permit(session: Session, viewer: Viewer, letter: Letter) -> PermitSeen | None:
    if letter.kind not in {LetterKind.GRANTED, LetterKind.ENDING}:
        return None
    return permits.of_case(session, viewer, letter.case_id)


def _keep(
    session: Session, letter: Letter, contents: Contents, *, documents: Documents, words: Words
) -> None:
    edition = compose(contents, words)
    printed = print_letter(edition)
    letter.document = store.documents.keep(session, documents, content=printed.pdf, kind=PDF)
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
