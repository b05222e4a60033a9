"""What is asked about enclosures."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, select

from hub.enclosures.rows import Enclosure
from hub.staff import Viewer
from hub.store import Documents, Session, UnknownDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosed:
    """Be one enclosure as it is shown: what it is called, what it is, how large, on which pages."""

    id: UUID
    path: str
    sha256: str
    name: str
    kind: str
    size: int
    pages: int


def of_draft(session: Session, draft_id: UUID) -> tuple[Enclosed, ...]:
    """Give what was sent with a draft so far, in the order it came, to the holder of its word."""
    return _asked(session, Enclosure.draft_id == draft_id)


def of_case(
    session: Session, viewer: Viewer, case_id: UUID, *, team: str | None
) -> tuple[Enclosed, ...]:
    """Give what was sent with a case that lies with `team`.

    :raises NotAllowed: if the case is not the viewer's.
    """
    viewer.demand_case(case_id, team)
    return _asked(session, Enclosure.case_id == case_id)


def thumbnail_of(
    session: Session, draft_id: UUID, enclosure_id: UUID, *, documents: Documents
) -> bytes:
    """Give the small picture of an enclosure to the holder of the draft's word.

    :raises UnknownDocument: if nothing of the kind was sent with this draft, or it was removed.
    """
    own = Enclosure.draft_id == draft_id, Enclosure.id == enclosure_id
    asked = select(Enclosure.thumbnail).where(*own, Enclosure.removed_at.is_(None))
    sha256 = session.sql.scalar(asked)
    if sha256 is None:
        raise UnknownDocument
    return documents.get(session.council, sha256)


def _asked(session: Session, whose: ColumnElement[bool]) -> tuple[Enclosed, ...]:
    names = ("id", "path", "sha256", "name", "kind", "size", "pages")
    asked = (
        select(*(getattr(Enclosure, name) for name in names))
        .where(whose, Enclosure.removed_at.is_(None))
        .order_by(Enclosure.at, Enclosure.id)
    )
    return tuple(Enclosed(**row._asdict()) for row in session.sql.execute(asked))
