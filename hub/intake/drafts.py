"""Submitting a draft: the last step of an interview that was kept on its way."""

from dataclasses import dataclass
from datetime import datetime

from hub import arrivals, drafts, interview
from hub.arrivals import Outcome
from hub.councils import Council
from hub.drafts import Draft, DraftState
from hub.intake.submission import Receipt, Submission
from hub.intake.submit import receipt_again, submit
from hub.interview import Interview
from hub.staff import Viewer
from hub.store import Session
from hub.values import Channel, Language, Moments


@dataclass(frozen=True, slots=True)
class Missing:
    """Name the question that must be answered first; the draft stays open."""

    path: str


def submit_draft(
    session: Session,
    viewer: Viewer,
    draft: Draft,
    *,
    asked: Interview,
    council: Council,
    received_at: datetime,
) -> Receipt | Missing:
    """Open the case of a draft and close the draft, in the caller's one commit.

    A draft that was sent already gives its first receipt again, whatever is sent now. One that is
    not complete is an arrival too: it is written down as a draft and the resident is told what is
    missing.
    """
    if draft.state == DraftState.SUBMITTED and draft.case_id is not None:
        return receipt_again(session, draft.case_id)
    submission = _submission(draft, asked, received_at)
    left = interview.next_step(asked)
    if left is not None:
        _note(session, submission)
        return Missing(left.path)
    receipt = submit(session, viewer, submission, council=council)
    drafts.close(session, draft, case_id=receipt.case_id)
    return receipt


def _submission(draft: Draft, asked: Interview, received_at: datetime) -> Submission:
    return Submission(
        asked=asked,
        channel=Channel(draft.channel),
        language=Language(draft.language),
        external_id=drafts.external_id(draft.id),
        moments=Moments.sent_now(received_at),
    )


def _note(session: Session, submission: Submission) -> None:
    arrivals.take(
        session,
        channel=submission.channel,
        external_id=submission.external_id,
        sha256=submission.sha256,
        received_at=submission.moments.received_at,
        outcome=Outcome.DRAFT,
    )
