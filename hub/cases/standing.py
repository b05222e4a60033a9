"""Where a case stands, as one of its askers is shown it."""

from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from hub import interview
from hub.cases import reading
from hub.cases.interviews import interview_of
from hub.cases.queries import CaseSeen, joined, owed_of
from hub.cases.steps import Step, steps_of
from hub.cases.waiting import Patience, patience
from hub.catalogue.definition import Hint, Service
from hub.interview import Asked
from hub.staff import Viewer
from hub.store import Session


@dataclass(frozen=True, slots=True)
class Standing:
    """Hold a case, the service as it keeps it, its steps so far, and what is still owed.

    `owed` are the questions whose answers are to follow; `files` those of them that take a file.
    """

    case: CaseSeen
    service: Service
    steps: tuple[Step, ...]
    owed: tuple[Asked, ...]
    patience: Patience

    @property
    def files(self) -> tuple[Asked, ...]:
        """Give what is owed and can be sent as a photo or a document."""
        return tuple(asked for asked in self.owed if asked.hint is Hint.FILE)


def standing(
    session: Session, viewer: Viewer, case_id: UUID, *, asker: UUID, timezone: ZoneInfo
) -> Standing:
    """Give where a case stands to one of its askers; that they looked is history.

    :raises UnknownCase: if there is none.
    :raises NotAllowed: if it is not the viewer's.
    """
    case, asked = interview_of(session, viewer, case_id, timezone=timezone)
    reading.note(session, viewer, case_id)
    steps = steps_of(session, viewer, case_id, asker=asker, team=case.team)
    _, number = joined(session, viewer, asker)
    owed = owed_of(session, viewer, case_id) if number == 1 else ()  # it is the first asker's
    today = session.now().astimezone(timezone).date()
    return Standing(
        case=case,
        service=asked.service,
        steps=steps,
        owed=tuple(interview.step(asked, path) for path in owed),
        patience=patience(case, steps, today=today, timezone=timezone),
    )
