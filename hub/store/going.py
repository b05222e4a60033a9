"""Documents that go: first a commit says so, then the contents go, then the row.

Whoever takes a document away from what named it marks it in the same commit. What is killed after
that commit is found again by its mark; what is killed before it has taken nothing.
"""

from collections.abc import Collection

from sqlalchemy import select, update

from hub.store import documents
from hub.store.documents import Document, Documents
from hub.store.session import UNSYNCED, Session


def mark(session: Session, hashes: Collection[str]) -> None:
    """Write down that these may go, should nothing else name them."""
    if hashes:
        ours = update(Document).where(Document.sha256.in_(hashes), Document.going_at.is_(None))
        marked = ours.values(going_at=session.now())
        session.sql.execute(marked, execution_options=UNSYNCED)


def let_go(session: Session, kept_in: Documents, *, most: int = 100) -> int:
    """Let the oldest marked go, but those that something names; count what was seen to."""
    asked = (
        select(Document.sha256)
        .where(Document.going_at.is_not(None))
        .order_by(Document.going_at)
        .limit(most)
    )
    hashes = session.sql.scalars(asked).all()
    needed = [one for one in hashes if not documents.let_go(session, kept_in, one)]
    if needed:
        stays = update(Document).where(Document.sha256.in_(needed)).values(going_at=None)
        session.sql.execute(stays, execution_options=UNSYNCED)
    return len(hashes)
