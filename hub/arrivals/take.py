"""Taking an arrival in, once however often it is sent, and settling what became of it."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update

from hub.arrivals.arrival import ALLOWED, Arrival, Outcome
from hub.errors import Refused
from hub.store import Session
from hub.values import Channel


class UnknownArrival(Refused):
    """Raised when nothing of that name came in at that door."""

    key = "unknown_arrival"


class WrongOutcome(Refused):
    """Raised when an arrival has ended already and cannot end in another way."""

    key = "wrong_outcome"


@dataclass(frozen=True, slots=True)
class Taken:
    """Say which arrival it is, and whether it came for the first time."""

    id: UUID
    is_new: bool


def fingerprint(content: bytes) -> str:
    """Give the hash by which the content of an arrival is known."""
    return hashlib.sha256(content).hexdigest()


def take(
    session: Session,
    *,
    channel: Channel,
    external_id: str,
    sha256: str,
    received_at: datetime,
    outcome: Outcome | None = None,
    reason: str | None = None,
    case_id: UUID | None = None,
) -> Taken:
    """Write the arrival down, with its outcome if that is known in the same breath.

    Sent again it is not written again: the first arrival stands, whatever is said the second time.
    """
    arrival_id = session.chance.uuid()
    row = {
        "council": session.council,
        "id": arrival_id,
        "channel": channel.value,
        "external_id": external_id,
        "sha256": sha256,
        "received_at": received_at,
        "recorded_at": session.now(),
        "outcome": outcome.value if outcome else None,
        "reason": reason,
        "case_id": case_id,
    }
    if session.insert_once(Arrival, row):
        return Taken(arrival_id, is_new=True)
    return Taken(find(session, channel=channel, external_id=external_id).id, is_new=False)


def find(session: Session, *, channel: Channel, external_id: str) -> Arrival:
    """Give the arrival of that name at that door.

    :raises UnknownArrival: if there is none
    """
    query = select(Arrival).where(
        Arrival.channel == channel.value, Arrival.external_id == external_id
    )
    found = session.sql.scalars(query).one_or_none()
    if found is None:
        raise UnknownArrival
    return found


def settle(
    session: Session,
    arrival_id: UUID,
    *,
    outcome: Outcome,
    reason: str | None = None,
    case_id: UUID | None = None,
    sha256: str | None = None,
) -> None:
    """Write down what became of an arrival; the same outcome twice is once.

    With `sha256` it is known from now on by what was sent at last.

    :raises UnknownArrival: if there is no such arrival
    :raises WrongOutcome: if it ended in another way already
    """
    query = select(Arrival).where(Arrival.id == arrival_id).with_for_update()
    arrival = session.sql.scalars(query).one_or_none()
    if arrival is None:
        raise UnknownArrival
    before = Outcome(arrival.outcome) if arrival.outcome else None
    if before is outcome and arrival.case_id == case_id:
        return
    if outcome not in ALLOWED[before]:
        raise WrongOutcome(before=str(before), after=outcome.value)
    arrival.outcome, arrival.reason, arrival.case_id = outcome.value, reason, case_id
    arrival.sha256 = sha256 or arrival.sha256
    session.sql.flush()


def lapse(session: Session, *, channel: Channel, external_ids: Collection[str]) -> None:
    """Write down that of these, whatever was sent too early will not be sent any more."""
    early = (
        Arrival.channel == channel.value,
        Arrival.external_id.in_(external_ids),
        Arrival.outcome == Outcome.DRAFT.value,
    )
    lapsed = update(Arrival).where(*early).values(outcome=Outcome.LAPSED.value)
    session.sql.execute(lapsed, execution_options={"synchronize_session": False})
