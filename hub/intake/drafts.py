"""Submitting a draft: the last step of an interview that was kept on its way."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from hub import arrivals, cases, drafts, enclosures, interview
from hub.arrivals import Outcome
from hub.bookings import DayGone
from hub.councils import Council
from hub.drafts import Draft, DraftState
from hub.intake.askers import Joined, join_case
from hub.intake.submission import Receipt, Submission, reading_of, sha256_of
from hub.intake.submit import receipt_again, submit
from hub.interview import Interview
from hub.staff import Viewer
from hub.store import Session
from hub.values import Channel, Language, Moments


@dataclass(frozen=True, slots=True)
class Missing:
    """Name the question that must be answered first; the draft stays open."""

    path: str


@dataclass(frozen=True, slots=True)
class Changed:
    """Say that the answers are others than those that were read over; the draft stays open."""


@dataclass(frozen=True, slots=True)
class Full:
    """Name the question whose day was taken by somebody else; the draft stays open without it."""

    path: str


@dataclass(frozen=True, slots=True)
class Closed:
    """Say that the case which a draft was to join is closed; the draft stays open, on its own."""


def submit_draft(
    session: Session,
    viewer: Viewer,
    draft: Draft,
    *,
    asked: Interview,
    council: Council,
    received_at: datetime,
    read: str | None = None,
) -> Receipt | Joined | Missing | Changed | Closed | Full:
    """Open the case of a draft and close the draft, in the caller's one commit.

    `read` names the answers that were read over (`reading_of`), None at a door that reads nothing
    over. A draft that was sent already gives its first receipt again, whatever is sent now.
    One that is not complete, was changed since it was read over or lost its day is an arrival too:
    it is written down as a draft and the resident is told. One that joins a case opens none.
    """
    if before := _sent_before(session, draft, council=council, read=read):
        return before
    submission = _submission(draft, asked, received_at)
    left = interview.next_step(asked)
    if left is not None:
        _note(session, submission)
        return Missing(left.path)
    if read is not None and read != reading_of(asked):
        _note(session, submission)
        return Changed()
    if draft.joins is not None:
        return _join(session, viewer, draft, submission)
    try:
        receipt = submit(session, viewer, submission, council=council)
    except DayGone as gone:
        _note(session, submission)
        drafts.keep(session, draft, interview.take_back(asked, gone.path))
        return Full(gone.path)
    _hand_over(session, draft, receipt.case_id, asked)
    drafts.close(session, draft, case_id=receipt.case_id)
    return receipt


def _sent_before(
    session: Session, draft: Draft, *, council: Council, read: str | None
) -> Receipt | Joined | None:
    if draft.state != DraftState.SUBMITTED:
        return None
    if draft.joins and draft.asker:
        return Joined(draft.joins, draft.asker)
    if draft.case_id is None:
        return None
    return _again(session, draft.case_id, council=council, read=read)


def _join(
    session: Session, viewer: Viewer, draft: Draft, submission: Submission
) -> Joined | Closed:
    """Add who sent it to the case that it joins; one that was closed meanwhile is let go."""
    joined = draft.joins and join_case(session, viewer, submission, case_id=draft.joins)
    if not joined:
        drafts.join(session, draft, case_id=None)
        _note(session, submission)
        return Closed()
    enclosures.remove_all(session, [draft.id])
    drafts.close(session, draft, case_id=joined.case_id, asker=joined.asker)
    return joined


def _hand_over(session: Session, draft: Draft, case_id: UUID, asked: Interview) -> None:
    """Give the case the files that its answers name; those of answers set aside go."""
    if interview.documents(draft.answers):
        answers = interview.applicable(asked)
        enclosures.hand_over(session, draft.id, case_id, answers=answers)


def _again(session: Session, case_id: UUID, *, council: Council, read: str | None) -> Receipt:
    """Give the first receipt, and say whether what was read over is what the case was opened by."""
    receipt = receipt_again(session, case_id)
    if read is None:
        return receipt
    own = Viewer.resident(session.council, case_id)
    _, asked = cases.interview_of(session, own, case_id, timezone=council.timezone)
    return replace(receipt, same_answers=read.partition(" ")[0] == sha256_of(asked))


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
