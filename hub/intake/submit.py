"""Arrival, person, case, promise, history and events: all of one submission, or nothing."""

from dataclasses import replace
from uuid import UUID

from hub import arrivals, bookings, cases, interview, people
from hub.arrivals import Outcome, UnknownArrival
from hub.bookings import DayGone
from hub.cases import Opening
from hub.catalogue.definition import Meaning
from hub.councils import Council
from hub.errors import Refused
from hub.intake.parties import name_of, write_down
from hub.intake.submission import Receipt, Submission
from hub.people import Passport
from hub.promises import Promise, promise
from hub.staff import Viewer
from hub.store import Session


class NotComplete(Refused):
    """Refuse an interview that still has a question to ask."""

    key = "not_complete"


def submit(
    session: Session, viewer: Viewer, submission: Submission, *, council: Council
) -> Receipt:
    """Open the case of a finished interview, in the caller's one commit.

    What came before under the same name makes no second case: the first receipt is given again.

    :raises NotComplete: if a question is still to be asked.
    :raises DayGone: if the day that was booked has no place left; nothing is written then.
    """
    if not interview.is_complete(submission.asked):
        raise NotComplete
    case_id = session.chance.uuid()
    _hold(session, viewer, submission, case_id=case_id, council=council)
    taken = arrivals.take(
        session,
        channel=submission.channel,
        external_id=submission.external_id,
        sha256=submission.sha256,
        received_at=submission.moments.received_at,
        outcome=Outcome.OPENED,
        case_id=case_id,
    )
    if taken.is_new or _was_draft(session, taken.id, submission, case_id):
        return _open(session, viewer, submission, case_id=case_id, council=council)
    bookings.forgo(session, case_id)
    return _first_receipt(session, submission)


def receipt_again(session: Session, case_id: UUID) -> Receipt:
    """Give the receipt of a case to the one who sent the same thing again."""
    owner = Viewer.resident(session.council, case_id)
    reference, answer_by = cases.receipt_of(session, owner, case_id)
    return Receipt(case_id=case_id, reference=reference, answer_by=answer_by, is_new=False)


def _hold(
    session: Session, viewer: Viewer, submission: Submission, *, case_id: UUID, council: Council
) -> None:
    """Take the place of the day that was booked; what was sent before has its own already."""
    today = submission.moments.received_at.astimezone(council.timezone).date()
    try:
        bookings.hold(
            session, viewer, submission.asked, case_id=case_id, today=today, council=council
        )
    except DayGone:
        if not _has_opened(session, submission):
            raise


def _has_opened(session: Session, submission: Submission) -> bool:
    try:
        earlier = arrivals.find(
            session, channel=submission.channel, external_id=submission.external_id
        )
    except UnknownArrival:
        return False
    return earlier.case_id is not None


def _open(
    session: Session, viewer: Viewer, submission: Submission, *, case_id: UUID, council: Council
) -> Receipt:
    promised = _promise(submission, council)
    those = write_down(session, viewer, submission)
    opening = Opening(
        asked=submission.asked,
        case_id=case_id,
        channel=submission.channel,
        language=submission.language,
        moments=submission.moments,
        promise=promised,
        resident=those.answered,
        postcode=postcode_of(submission),
        parties=those.parties,
    )
    reference = cases.open_case(session, viewer, opening)
    if those.consented:
        people.keep_consent(session, viewer, case_id, consented=those.consented)
    return Receipt(case_id=case_id, reference=reference, answer_by=promised.answer_by)


def _promise(submission: Submission, council: Council) -> Promise:
    deadline = submission.asked.service.deadline
    asked_on = submission.moments.asked_on(council.timezone)
    return promise(deadline, asked_on=asked_on, council=council)


def resident_of(
    session: Session, viewer: Viewer, submission: Submission
) -> tuple[UUID, str, Passport]:
    """Write down who asked, and give their id, name and passport."""
    passport, name = Passport.of(submission.asked), name_of(submission.asked)
    return people.add(session, viewer, name=name, passport=passport), name, passport


def postcode_of(submission: Submission) -> str | None:
    """Give the second fact: the home's postcode, else that of the address to write to."""
    for meaning in (Meaning.HOME, Meaning.POST_TO):
        given = interview.meant(submission.asked, meaning)
        if isinstance(given, dict) and given.get("postcode"):
            return str(given["postcode"])
    return None


def _was_draft(session: Session, arrival_id: UUID, submission: Submission, case_id: UUID) -> bool:
    """Settle an arrival that was sent too early before, and is complete now."""
    earlier = arrivals.find(session, channel=submission.channel, external_id=submission.external_id)
    if earlier.outcome != Outcome.DRAFT.value:
        return False
    arrivals.settle(
        session, arrival_id, outcome=Outcome.OPENED, case_id=case_id, sha256=submission.sha256
    )
    return True


def _first_receipt(session: Session, submission: Submission) -> Receipt:
    earlier = arrivals.find(session, channel=submission.channel, external_id=submission.external_id)
    if earlier.case_id is None:
        raise NotComplete
    receipt = receipt_again(session, earlier.case_id)
    return replace(receipt, same_answers=earlier.sha256 == submission.sha256)
