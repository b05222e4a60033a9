"""Where a case stands, as one of its askers is shown it."""

from dataclasses import dataclass, replace
from uuid import UUID
from zoneinfo import ZoneInfo

from hub import interview
from hub.cases import reading
from hub.cases.behalf import BehalfSeen, behalf_of
from hub.cases.interviews import interview_of
from hub.cases.queries import CaseSeen, UnknownCase, joined, owed_of
from hub.cases.status import Status
from hub.cases.steps import Step, StepKind, steps_of
from hub.cases.waiting import Patience, patience
from hub.catalogue.definition import Hint, Service
from hub.interview import Asked
from hub.people import ConsentState
from hub.staff import Viewer
from hub.store import Session

_OF_ANY = frozenset(
    {
        StepKind.RECEIVED,
        StepKind.EMAILED,
        StepKind.TEXTED,
        StepKind.PRINTED,
        StepKind.NOTE,
        StepKind.FILE,
        StepKind.WAITS,
    }
)
"""The steps that tell an asker nothing but what they did, and what was sent to them."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Hold a case, the service as it keeps it, its steps so far, and what is still owed.

    `owed` are the questions whose answers are to follow; `files` those of them that take a file.
    `behalf` says for whom it was asked, where that is another.
    """

    case: CaseSeen
    service: Service
    steps: tuple[Step, ...]
    owed: tuple[Asked, ...]
    patience: Patience
    behalf: BehalfSeen | None = None

    @property
    def files(self) -> tuple[Asked, ...]:
        """Give what is owed and can be sent as a photo or a document."""
        return tuple(asked for asked in self.owed if asked.hint is Hint.FILE)


def standing(
    session: Session, viewer: Viewer, case_id: UUID, *, asker: UUID, timezone: ZoneInfo
) -> Standing:
    """Give where a case stands to one of its askers; that they looked is history.

    Who asked for a person and does not know whether they agree is told that it came, and no more.

    :raises UnknownCase: if there is none, or the person took back that it is asked for them.
    :raises NotAllowed: if it is not the viewer's.
    """
    case, asked = interview_of(session, viewer, case_id, timezone=timezone)
    reading.note(session, viewer, case_id)
    steps = steps_of(session, viewer, case_id, asker=asker, team=case.team)
    behalf = behalf_of(session, viewer, case_id)
    owed = owed_of(session, viewer, case_id) if _may_owe(session, viewer, asker, behalf) else ()
    if behalf and not behalf.may_know(asker):
        case, steps = _held_back(case, steps, behalf)
    today = session.now().astimezone(timezone).date()
    return Standing(
        case=case,
        service=asked.service,
        steps=steps,
        owed=tuple(interview.step(asked, path) for path in owed),
        patience=patience(case, steps, today=today, timezone=timezone),
        behalf=behalf,
    )


def _may_owe(session: Session, viewer: Viewer, asker: UUID, behalf: BehalfSeen | None) -> bool:
    """Say whether what is owed is theirs: the first asker's, and who asked for another."""
    _, number = joined(session, viewer, asker)
    return number == 1 or (behalf is not None and behalf.asker_id == asker)


def _held_back(
    case: CaseSeen, steps: tuple[Step, ...], behalf: BehalfSeen
) -> tuple[CaseSeen, tuple[Step, ...]]:
    if behalf.consent is ConsentState.WITHDRAWN:
        raise UnknownCase
    told = tuple(step for step in steps if step.kind in _OF_ANY)
    return replace(case, status=Status.CHECKING, team=None), told
