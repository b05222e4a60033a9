"""The row of an erasure that is wanted: made once for a case, and used again if it must be."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from hub.sharing.rows import Cause, Erasure
from hub.store import Session


def want(
    session: Session, *, case: tuple[UUID, str], cause: Cause, by: str, reason: str | None = None
) -> UUID:
    """Write down that a case (its id and reference) is to be erased, and give the erasure's id."""
    case_id, reference = case
    wanted: dict[str, Any] = {
        "cause": cause.value,
        "reason": reason,
        "by": by,
        "wanted_at": session.now(),
        "done_at": None,
        "noted_at": None,
    }
    known = session.sql.scalar(select(Erasure.id).where(Erasure.case_id == case_id))
    if known is not None:
        session.change(Erasure, {"council": session.council, "id": known}, wanted)
        return known
    own = {"council": session.council, "id": session.chance.uuid(), "case_id": case_id}
    session.insert(Erasure, {**own, "reference": reference, **wanted})
    return UUID(str(own["id"]))


def say_done(session: Session, erasure_id: UUID, *, at: datetime) -> None:
    """Write down that nothing personal is left that may go; the ledger is to be told of it."""
    key = {"council": session.council, "id": erasure_id}
    session.change(Erasure, key, {"done_at": at, "noted_at": None})
