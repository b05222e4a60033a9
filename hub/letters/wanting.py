"""The row of a letter that is wanted: to whom, in which languages, how large, once per case."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from hub import cases, catalogue, people
from hub.cases import CaseSeen
from hub.catalogue.definition import Service
from hub.councils import Council
from hub.letters.contents import languages_of
from hub.letters.rows import Letter, LetterKind, LetterState
from hub.staff import Viewer
from hub.store import Session

FIRST_EDITION = 1


@dataclass(frozen=True, slots=True)
class _Recipient:
    """Hold whom a letter goes to, as which asker of the case, and what it is about."""

    resident_id: UUID
    number: int
    about: LetterKind

    @property
    def kind(self) -> str:
        """Give the letter's kind: whoever joined has one of their own."""
        is_first = self.number == 1
        return self.about.value if is_first else f"{LetterKind.JOINED}-{self.number}"


def want(
    session: Session,
    viewer: Viewer,
    case_id: UUID,
    *,
    kind: LetterKind,
    council: Council,
    joiner: tuple[UUID, int] | None = None,
) -> Letter:
    """Give the letter of this kind about a case; its row is made if it is not there yet.

    It goes to the first asker, or to the `joiner`, who came as the asker of that number.

    How the person wants to read is taken from their passport now and kept with the letter.

    :raises UnknownCase: if there is no such case.
    """
    case = cases.seen(session, viewer, case_id)
    to = _Recipient(*(joiner or (case.resident_id, 1)), kind)
    kept = _kept(session, case_id, to.kind) or _make(session, viewer, case, council, to)
    if kept is None:
        raise cases.UnknownCase
    return kept


def _kept(session: Session, case_id: UUID, kind: str) -> Letter | None:
    wanted = (
        select(Letter)
        .where(
            Letter.case_id == case_id,
            Letter.kind == kind,
            Letter.edition == FIRST_EDITION,
        )
        .with_for_update()
    )
    return session.sql.execute(wanted).scalar_one_or_none()


def _make(
    session: Session, viewer: Viewer, case: CaseSeen, council: Council, to: _Recipient
) -> Letter | None:
    name, passport = people.passport_of(session, viewer, to.resident_id)
    service = catalogue.of_version(session, case.version)
    letter = {
        "council": session.council,
        "id": session.chance.uuid(),
        "case_id": case.id,
        "kind": to.kind,
        "edition": FIRST_EDITION,
        "reference": case.reference.digits,
        "template": _template(service, to),
        "languages": " ".join(languages_of(passport.language, council)),
        "size": passport.size,
        "profile": council.letter_profile.value,
        "name": name,
        "address": passport.address and passport.address.parts(),
        "state": LetterState.WANTED.value,
        "wanted_at": session.now(),
    }
    session.insert_once(Letter, letter)
    return _kept(session, case.id, to.kind)


def _template(service: Service, to: _Recipient) -> str:
    """Give the service's own letter, or for whoever joined one that tells of no answer."""
    own = to.about.value if to.number == 1 else LetterKind.JOINED.value
    return service.letters.get(own, own)
