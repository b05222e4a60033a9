"""Somebody who reports the same as others: added to their case, in one commit."""

from dataclasses import dataclass
from uuid import UUID

from hub import arrivals, cases, interview
from hub.arrivals import Outcome
from hub.cases import Joiner
from hub.intake.submission import Submission
from hub.intake.submit import postcode_of, resident_of
from hub.staff import Viewer
from hub.store import Session


@dataclass(frozen=True, slots=True)
class Joined:
    """Hold the case that somebody was added to, and who they are in it."""

    case_id: UUID
    asker: UUID


def join_case(
    session: Session, viewer: Viewer, submission: Submission, *, case_id: UUID
) -> Joined | None:
    """Add who sent this to a case, in the caller's one commit; None if it is closed.

    :raises UnknownCase: if there is none.
    """
    if not cases.is_open(session, viewer, case_id):
        return None
    _arrive(session, submission, case_id)
    resident_id, name, passport = resident_of(session, viewer, submission)
    joiner = Joiner(
        resident_id=resident_id,
        name=name,
        passport=passport,
        answers=interview.applicable(submission.asked),
        postcode=postcode_of(submission),
        channel=submission.channel,
    )
    cases.add_asker(session, viewer, case_id, joiner=joiner)
    return Joined(case_id, resident_id)


def _arrive(session: Session, submission: Submission, case_id: UUID) -> None:
    """Take it in; one that was sent too early before ends now."""
    taken = arrivals.take(
        session,
        channel=submission.channel,
        external_id=submission.external_id,
        sha256=submission.sha256,
        received_at=submission.moments.received_at,
        outcome=Outcome.JOINED,
        case_id=case_id,
    )
    if not taken.is_new:
        arrivals.settle(
            session,
            taken.id,
            outcome=Outcome.JOINED,
            case_id=case_id,
            sha256=submission.sha256,
        )
