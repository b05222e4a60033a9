"""A case with several askers: who reports the same is added, and is answered like the first."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from hub import history
from hub.cases.events import AskerJoined
from hub.cases.queries import UnknownCase
from hub.cases.rows import Asker, Case
from hub.cases.status import Status
from hub.interview import Value
from hub.people import Passport
from hub.staff import Viewer
from hub.store import Session
from hub.values import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Joiner:
    """Hold who joins, what they answered, the facts by which they are known, and their door."""

    resident_id: UUID
    name: str
    passport: Passport
    answers: Mapping[str, Value]
    postcode: str | None
    channel: Channel


def is_open(session: Session, viewer: Viewer, case_id: UUID) -> bool:
    """Say whether a case can be joined, and keep it so until the transaction ends.

    :raises UnknownCase: if the viewer's council has none.
    """
    own = Case.id == case_id, Case.council == viewer.council
    status = session.sql.scalar(select(Case.status).where(*own).with_for_update())
    if status is None:
        raise UnknownCase
    return Status(status) is not Status.CLOSED


def add_asker(session: Session, viewer: Viewer, case_id: UUID, *, joiner: Joiner) -> None:
    """Add an asker to an open case; what the others told is not shown to them.

    :raises UnknownCase: if there is none.
    """
    if not is_open(session, viewer, case_id):
        raise UnknownCase
    email = joiner.passport.email.shown.lower() if joiner.passport.email else None
    asker = {
        "council": session.council,
        "case_id": case_id,
        "resident_id": joiner.resident_id,
        "number": _count(session, case_id) + 1,
        "postcode": joiner.postcode,
        "email": email,
    }
    session.insert(Asker, asker)
    facts = {"asker": str(joiner.resident_id), "channel": joiner.channel.value}
    history.append(
        session,
        chain=case_id,
        kind=AskerJoined.name(),
        actor=viewer.name,
        facts=facts,
        text={"name": joiner.name, "answers": dict(joiner.answers)},
    )
    session.change(Case, {"council": session.council, "id": case_id}, {"indexed_at": None})
    session.tell(AskerJoined(joiner.resident_id))


def _count(session: Session, case_id: UUID) -> int:
    wanted = select(func.count()).select_from(Asker).where(Asker.case_id == case_id)
    return session.sql.scalar(wanted) or 0
