"""What somebody looked for last: it may be a name, so their session keeps it and no address."""

from uuid import UUID

from hub.staff.sessions import open_session
from hub.staff.viewer import Viewer
from hub.store import Session

MOST = 200
"""Letters of what is looked for."""


def seek(session: Session, viewer: Viewer, session_id: UUID, *, said: str) -> None:
    """Keep what somebody looks for.

    :raises SessionEnded: if their session has ended.
    """
    open_session(session, viewer, session_id).sought = said[:MOST]


def sought(session: Session, viewer: Viewer, session_id: UUID) -> str:
    """Give what was looked for last in this session; empty if nothing was.

    :raises SessionEnded: if it has ended.
    """
    return open_session(session, viewer, session_id).sought or ""
