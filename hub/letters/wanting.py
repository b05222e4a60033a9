"""The row of a letter that is wanted: to whom, in which languages, how large, once per case."""

from uuid import UUID

from sqlalchemy import select

from hub import cases, catalogue, people
from hub.councils import Council
from hub.letters.contents import languages_of
from hub.letters.rows import Letter, LetterKind, LetterState
from hub.staff import Viewer
from hub.store import Session

FIRST_EDITION = 1


def want(
    session: Session, viewer: Viewer, case_id: UUID, *, kind: LetterKind, council: Council
) -> Letter:
    """Give the letter of this kind about a case; its row is made if it is not there yet.

    How the person wants to read is taken from their passport now and kept with the letter.

    :raises UnknownCase: if there is no such case.
    """
    kept = _kept(session, case_id, kind) or _make(
        session, viewer, case_id, kind=kind, council=council
    )
    if kept is None:
        raise cases.UnknownCase
    return kept


def _kept(session: Session, case_id: UUID, kind: LetterKind) -> Letter | None:
    wanted = (
        select(Letter)
        .where(
            Letter.case_id == case_id,
            Letter.kind == kind.value,
            Letter.edition == FIRST_EDITION,
        )
        .with_for_update()
    )
    return session.sql.execute(wanted).scalar_one_or_none()


def _make(
    session: Session, viewer: Viewer, case_id: UUID, *, kind: LetterKind, council: Council
) -> Letter | None:
    case = cases.seen(session, viewer, case_id)
    name, passport = people.passport_of(session, viewer, case.resident_id)
    service = catalogue.of_version(session, case.version)
    letter = {
        "council": session.council,
        "id": session.chance.uuid(),
        "case_id": case_id,
        "kind": kind.value,
        "edition": FIRST_EDITION,
        "reference": case.reference.digits,
        "template": service.letters.get(kind.value, kind.value),
        "languages": " ".join(languages_of(passport.language, council)),
        "size": passport.size,
        "profile": council.letter_profile.value,
        "name": name,
        "address": passport.address and passport.address.parts(),
        "state": LetterState.WANTED.value,
        "wanted_at": session.now(),
    }
    session.insert_once(Letter, letter)
    return _kept(session, case_id, kind)
