"""What joins a case: each an arrival with its one outcome, and in the history of its case."""

import hashlib
from dataclasses import dataclass
from uuid import UUID

from hub import arrivals, cases, enclosures
from hub.arrivals import Outcome, Taken
from hub.councils import Council
from hub.enclosures import Opened
from hub.staff import Viewer
from hub.store import Documents, Session
from hub.values import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """Say which case something joins, who sent it, and at which door.

    `key` is the same when the same page is sent again, and another on another page.
    """

    case_id: UUID
    asker: UUID
    channel: Channel
    key: str = ""


def join_note(session: Session, viewer: Viewer, joining: Joining, *, note: str) -> bool:
    """Add a note to a case; False if this very note was sent from the same page before.

    :raises NotAllowed: if the case is not the viewer's, or they are none of its askers.
    """
    is_new = _arrives(session, joining, "note", joining.key, note)
    if is_new:
        own, case_id = joining.asker, joining.case_id
        cases.add_note(session, viewer, case_id, asker=own, note=note)
    return is_new


def join_document(
    session: Session,
    viewer: Viewer,
    joining: Joining,
    *,
    opened: Opened,
    path: str,
    name: str,
    documents: Documents,
) -> bool:
    """Add a document to a case; False if it was sent from the same page before.

    It settles what is owed at this path; where nothing is, it comes besides.

    :raises NotAllowed: if the case is not the viewer's, or they are none of its askers.
    :raises TooManyEnclosures: if as many were added at this path as are taken.
    """
    sha256 = hashlib.sha256(opened.document).hexdigest()
    is_new = _arrives(session, joining, "document", joining.key, sha256)
    if is_new:
        own, case_id = joining.asker, joining.case_id
        path = path if path in cases.owed_of(session, viewer, case_id) else cases.ADDED
        enclosures.add(
            session, viewer, case_id, opened=opened, path=path, name=name, documents=documents
        )
        cases.add_document(session, viewer, case_id, asker=own, path=path, sha256=sha256)
    return is_new


def join_waiting(session: Session, viewer: Viewer, joining: Joining, *, council: Council) -> None:
    """Pass on that somebody still waits; once a day, and where it is of no use it is refused.

    :raises NotAllowed: if the case is not the viewer's, or they are none of its askers.
    """
    today = session.now().astimezone(council.timezone).date()
    taken = _taken(session, joining, "waiting", today.isoformat())
    if not taken.is_new:
        return
    own, case_id = joining.asker, joining.case_id
    is_told = cases.say_waiting(session, viewer, case_id, asker=own, timezone=council.timezone)
    arrivals.settle(
        session,
        taken.id,
        outcome=Outcome.JOINED if is_told else Outcome.REFUSED,
        reason=None if is_told else "not waiting yet, or told lately",
        case_id=case_id,
    )


def _arrives(session: Session, joining: Joining, *parts: str) -> bool:
    """Take it in as an arrival that joins the case; say whether it came for the first time."""
    return _taken(session, joining, *parts, outcome=Outcome.JOINED).is_new


def _taken(
    session: Session, joining: Joining, *parts: str, outcome: Outcome | None = None
) -> Taken:
    """Take an arrival in under a name made of all that it says: whatever differs is another."""
    said = "\n".join((str(joining.case_id), str(joining.asker), *parts))
    sha256 = hashlib.sha256(said.encode()).hexdigest()
    return arrivals.take(
        session,
        channel=joining.channel,
        external_id=f"{parts[0]}:{sha256}",
        sha256=sha256,
        received_at=session.now(),
        outcome=outcome,
        case_id=joining.case_id,
    )
