"""Opening a case: its rows, the first entry of its history and its event, for one commit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from hub import history, interview
from hub.cases.behalf import Parties
from hub.cases.events import CaseOpened
from hub.cases.nearby import spots_of
from hub.cases.references import keep_under_a_new_reference
from hub.cases.rows import Answer, Asker, Behalf, OwedTask, Spot
from hub.cases.status import Status
from hub.interview import Interview
from hub.people import Passport
from hub.promises import Promise
from hub.staff import Viewer
from hub.store import Session
from hub.values import Channel, Language, Moments, Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Hold all that a case is opened with.

    `resident` is the id, name and passport of the one who is answered, which is who asked, unless
    `parties` says otherwise.
    """

    asked: Interview
    case_id: UUID
    channel: Channel
    language: Language
    moments: Moments
    promise: Promise
    resident: tuple[UUID, str, Passport]
    postcode: str | None
    parties: Parties | None = None


def open_case(session: Session, viewer: Viewer, opening: Opening) -> Reference:
    """Write a new case and all that belongs to it; the caller's commit keeps it."""
    reference = keep_under_a_new_reference(session, _case(viewer, opening))
    owned = {"council": viewer.council, "case_id": opening.case_id}
    answers = interview.applicable(opening.asked)
    session.insert(Answer, *_answers(opening, owned, answers))
    session.insert(Asker, *_askers(opening, owned))
    if opening.parties:
        session.insert(Behalf, _behalf(opening.parties, owned))
    spots = list(spots_of(opening.asked, owned, opening.moments.asked_at))
    if spots:
        session.insert(Spot, *spots)
    paths = interview.owed(opening.asked)
    if paths:
        session.insert(OwedTask, *({**owned, "path": p, "asked_at": session.now()} for p in paths))
    _remember(session, viewer, opening, (reference, answers))
    session.tell(CaseOpened(opening.case_id))
    return reference


def _case(viewer: Viewer, opening: Opening) -> dict[str, Any]:
    fee, moments = interview.fee(opening.asked), opening.moments
    status = Status.CHECKING if _is_to_check(opening) else Status.OPENED
    return {
        "council": viewer.council,
        "id": opening.case_id,
        "service": opening.asked.service.id,
        "version": opening.asked.service.version,
        "status": status.value,
        "channel": opening.channel.value,
        "language": opening.language.value,
        "asked_at": moments.asked_at,
        "asked_source": moments.asked_source.value,
        "received_at": moments.received_at,
        "recorded_at": moments.recorded_at,
        "answer_by": opening.promise.answer_by,
        "urgent": bool(interview.dangers(opening.asked)),
        "fee_pence": fee.pence if fee else None,
    }


def _answers(
    opening: Opening, owned: Mapping[str, Any], answers: Mapping[str, Any]
) -> Iterator[dict[str, Any]]:
    for path, value in answers.items():
        yield {
            **owned,
            "path": path,
            "value": value,
            "origin": opening.channel.value,
            "confidence": None,
        }


def _is_to_check(opening: Opening) -> bool:
    """Say whether a person checks it before a team works on it: in danger nobody waits."""
    is_doubtful = opening.parties is not None and opening.parties.is_doubtful
    return is_doubtful and not interview.dangers(opening.asked)


def _askers(opening: Opening, owned: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Give who is answered, and who asked if that is another: with no fact of the one answered."""
    resident_id, _, passport = opening.resident
    email = passport.email.shown.lower() if passport.email else None
    first = {"resident_id": resident_id, "number": 1, "postcode": opening.postcode, "email": email}
    yield {**owned, **first}
    asker_id = opening.parties.asker[0] if opening.parties else resident_id
    if asker_id != resident_id:
        second = {"resident_id": asker_id, "number": 2, "postcode": None, "email": None}
        yield {**owned, **second}


def _behalf(parties: Parties, owned: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **owned,
        "asker_id": parties.asker[0],
        "person_id": parties.person_id,
        "answered_id": parties.answered_id,
        "organisation": parties.organisation,
    }


def _remember(
    session: Session,
    viewer: Viewer,
    opening: Opening,
    opened: tuple[Reference, Mapping[str, Any]],
) -> None:
    reference, answers = opened
    facts = {
        "reference": reference.digits,
        "service": opening.asked.service.id,
        "version": opening.asked.service.version,
        "channel": opening.channel.value,
        "asked_at": opening.moments.asked_at.isoformat(),
        "asked_source": opening.moments.asked_source.value,
        "received_at": opening.moments.received_at.isoformat(),
        "answer_by": opening.promise.answer_by.isoformat(),
    }
    asker = opening.parties.asker[1] if opening.parties else opening.resident[1]
    text = {"name": asker, "answers": dict(answers)}
    history.open_chain(
        session,
        chain=opening.case_id,
        kind="CaseOpened",
        actor=viewer.name,
        facts=facts,
        text=text,
    )
