"""What is done to enclosures; whoever holds a draft's word, or a case, holds them."""

import hashlib
from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import func, select, update

from hub import interview, store
from hub.enclosures.naming import shown_name
from hub.enclosures.opener import Opened
from hub.enclosures.rows import Enclosure
from hub.errors import Refused
from hub.interview import Value
from hub.staff import Viewer
from hub.store import UNSYNCED, Documents, Session

MOST_ADDED = 30
"""How many documents are taken at one path of a case after it was opened."""

_JPEG = "image/jpeg"
_ANEW = {"populate_existing": True}


class UnknownEnclosure(Refused):
    """Be raised if an answer names a document that was not sent with its draft."""

    key = "unknown_enclosure"


class TooManyEnclosures(Refused):
    """Be raised if a case has got as many documents from its askers as are taken."""

    key = "too_many_enclosures"


def take(
    session: Session, draft_id: UUID, opened: Opened, *, path: str, name: str, documents: Documents
) -> str:
    """Keep what was opened with a question of a draft, once however often, and give its SHA-256.

    The caller answers the question with it, and holds the draft while it does.
    """
    sha256 = hashlib.sha256(opened.document).hexdigest()
    if not any((row.path, row.sha256) == (path, sha256) for row in _there(session, draft_id)):
        whose = {"draft_id": draft_id}
        _keep(session, whose, opened, path=path, name=name, documents=documents)
    return sha256


def add(
    session: Session,
    viewer: Viewer,
    case_id: UUID,
    *,
    opened: Opened,
    path: str,
    name: str,
    documents: Documents,
) -> str:
    """Keep what was opened with a case that is open to the viewer, and give its SHA-256.

    :raises NotAllowed: if the case is not the resident's own.
    :raises TooManyEnclosures: if as many were added at this path as are taken.
    """
    viewer.demand_case(case_id, None)
    there = Enclosure.case_id == case_id, Enclosure.path == path, Enclosure.removed_at.is_(None)
    count = session.sql.scalar(select(func.count()).select_from(Enclosure).where(*there))
    if (count or 0) >= MOST_ADDED:
        raise TooManyEnclosures
    _keep(session, {"case_id": case_id}, opened, path=path, name=name, documents=documents)
    return hashlib.sha256(opened.document).hexdigest()


def follow(session: Session, draft_id: UUID, answers: Mapping[str, Value]) -> None:
    """Let the enclosures of a draft be those that its answers name, wherever these stand now.

    What no answer names any more is removed: a round that was taken away takes its photos along.

    :raises UnknownEnclosure: if an answer names what was not sent with this draft.
    """
    wanted = set(interview.documents(answers))
    rows = _there(session, draft_id)
    moved = [row for row in rows if (row.path, row.sha256 or "") not in wanted]
    missing = wanted - {(row.path, row.sha256 or "") for row in rows}
    for row in moved:
        place = next((one for one in sorted(missing) if one[1] == row.sha256), None)
        if place is None:
            row.removed_at = session.now()
        else:
            row.path = place[0]
            missing.discard(place)
    if missing:
        raise UnknownEnclosure
    session.sql.flush()


def hand_over(
    session: Session, draft_id: UUID, case_id: UUID, *, answers: Mapping[str, Value]
) -> None:
    """Give a draft's enclosures to its case: those that its answers name, and no other.

    :raises UnknownEnclosure: if an answer names what was not sent with this draft.
    """
    follow(session, draft_id, answers)
    for row in _there(session, draft_id):
        row.draft_id, row.case_id = None, case_id
    session.sql.flush()


def remove_all(session: Session, draft_ids: Collection[UUID]) -> None:
    """Remove whatever was sent with these drafts, for nobody comes back to them."""
    going = Enclosure.draft_id.in_(draft_ids), Enclosure.removed_at.is_(None)
    removed = update(Enclosure).where(*going).values(removed_at=session.now())
    session.sql.execute(removed, execution_options=UNSYNCED)


def erase(session: Session, viewer: Viewer, case_id: UUID) -> None:
    """Remove whatever was sent with a case, and forget at once what each file was called.

    :raises NotAllowed: if it is not the hub itself that erases.
    """
    viewer.demand_work(case_id, None)
    going = Enclosure.case_id == case_id, Enclosure.removed_at.is_(None)
    removed = update(Enclosure).where(*going).values(removed_at=session.now(), name="")
    session.sql.execute(removed, execution_options=UNSYNCED)


def let_go(session: Session, documents: Documents, *, most: int = 100) -> int:
    """Let the documents of removed enclosures go, unless something else names them; count them."""
    asked = (
        select(Enclosure)
        .where(Enclosure.removed_at.is_not(None), Enclosure.sha256.is_not(None))
        .order_by(Enclosure.removed_at)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    rows = session.sql.scalars(asked, execution_options=_ANEW).all()
    hashes = {name for row in rows for name in (row.sha256, row.thumbnail) if name is not None}
    for row in rows:
        row.sha256, row.thumbnail, row.name = None, None, ""
    session.sql.flush()
    return sum(store.documents.let_go(session, documents, sha256) for sha256 in sorted(hashes))


def _keep(
    session: Session,
    whose: Mapping[str, UUID],
    opened: Opened,
    *,
    path: str,
    name: str,
    documents: Documents,
) -> None:
    row = {
        "council": session.council,
        "id": session.chance.uuid(),
        **whose,
        "path": path,
        "sha256": store.documents.keep(
            session, documents, content=opened.document, kind=opened.kind
        ),
        "thumbnail": store.documents.keep(session, documents, content=opened.thumbnail, kind=_JPEG),
        "name": shown_name(name),
        "kind": opened.kind,
        "size": len(opened.document),
        "pages": opened.pages,
        "at": session.now(),
    }
    session.insert(Enclosure, row)


def _there(session: Session, draft_id: UUID) -> list[Enclosure]:
    asked = (
        select(Enclosure)
        .where(Enclosure.draft_id == draft_id, Enclosure.removed_at.is_(None))
        .order_by(Enclosure.at, Enclosure.id)
    )
    return list(session.sql.scalars(asked, execution_options=_ANEW))
