"""What a resident adds to their case: a note, a document, that they still wait."""

from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select

from hub import history, people
from hub.cases.events import MoreTold, StillWaiting
from hub.cases.queries import CaseSeen, UnknownCase, seen
from hub.cases.rows import Answer, Asker, Case, OwedTask
from hub.cases.steps import steps_of
from hub.cases.waiting import patience
from hub.people import ConsentState
from hub.staff import Viewer
from hub.staff.viewer import NotAllowed
from hub.store import Session

ADDED = "added"
"""The path of a document that answers no question."""


def add_note(session: Session, viewer: Viewer, case_id: UUID, *, asker: UUID, note: str) -> None:
    """Write what an asker tells besides into the history, and have the team told.

    :raises UnknownCase: if there is none.
    :raises NotAllowed: if it is not the viewer's, or they are none of its askers.
    """
    _demand_asker(session, viewer, case_id, asker)
    history.append(
        session,
        chain=case_id,
        kind="NoteAdded",
        actor=viewer.name,
        facts={"asker": str(asker)},
        text={"note": note},
    )
    session.change(Case, {"council": session.council, "id": case_id}, {"indexed_at": None})
    session.tell(MoreTold(case_id))


def add_document(
    session: Session, viewer: Viewer, case_id: UUID, *, asker: UUID, path: str, sha256: str
) -> None:
    """Write down that an asker sent a document, and settle what was owed at this path.

    :raises UnknownCase: if there is none.
    :raises NotAllowed: if it is not the viewer's, or they are none of its askers.
    """
    _demand_asker(session, viewer, case_id, asker)
    is_settled = _settle(session, case_id, path, sha256)
    facts = {"asker": str(asker), "path": path, "document": sha256, "settles": is_settled}
    history.append(
        session, chain=case_id, kind="DocumentAdded", actor=viewer.name, facts=facts, text={}
    )
    session.tell(MoreTold(case_id))


def say_waiting(
    session: Session, viewer: Viewer, case_id: UUID, *, asker: UUID, timezone: ZoneInfo
) -> bool:
    """Pass on that an asker still waits, by the council's clock; say whether it was of use.

    It is not before the promised day has passed, nor when the team was told lately.

    :raises UnknownCase: if there is none.
    :raises NotAllowed: if it is not the viewer's, or they are none of its askers.
    """
    case = _demand_asker(session, viewer, case_id, asker)
    steps = steps_of(session, viewer, case_id, asker=asker, team=case.team)
    today = session.now().astimezone(timezone).date()
    if not patience(case, steps, today=today, timezone=timezone).may_say:
        return False
    facts = {"asker": str(asker), "answer_by": case.answer_by.isoformat()}
    history.append(
        session, chain=case_id, kind=StillWaiting.name(), actor=viewer.name, facts=facts, text={}
    )
    session.tell(StillWaiting(case_id))
    return True


def _demand_asker(session: Session, viewer: Viewer, case_id: UUID, asker: UUID) -> CaseSeen:
    case = seen(session, viewer, case_id)
    one = select(Asker.case_id).where(Asker.case_id == case_id, Asker.resident_id == asker)
    if session.sql.execute(one).first() is None:
        raise NotAllowed
    if people.consent_state(session, viewer, case_id) is ConsentState.WITHDRAWN:
        raise UnknownCase
    return case


def _settle(session: Session, case_id: UUID, path: str, sha256: str) -> bool:
    """Let a document be the answer that was owed; say whether it was."""
    own = {"council": session.council, "case_id": case_id, "path": path}
    owed = session.lock(OwedTask, own)
    if owed is None or owed.settled_at is not None:
        return False
    session.change(OwedTask, own, {"settled_at": session.now()})
    session.change(Answer, own, {"value": {"documents": [sha256]}})
    return True
