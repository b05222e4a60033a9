"""That somebody read a case is history: see docs/decisions/0009.

Staff whenever they see one, residents where they are shown theirs, the hub at its work never.
"""

from uuid import UUID

from hub import history
from hub.staff import Viewer, ViewerKind
from hub.store import Session


def demand(session: Session, viewer: Viewer, case_id: UUID, *, team: str | None) -> None:
    """Let the viewer pass to a case; that staff did is history, and needs a session that writes.

    :raises NotAllowed: if it is not the viewer's.
    """
    viewer.demand_case(case_id, team)
    if viewer.kind is ViewerKind.STAFF:
        note(session, viewer, case_id)


def note(session: Session, viewer: Viewer, case_id: UUID) -> None:
    """Write down that the viewer read a case, once for all they are shown in one session."""
    if session.is_first(f"read {viewer.name} {case_id}"):
        history.append(session, chain=case_id, kind="CaseRead", actor=viewer.name)
