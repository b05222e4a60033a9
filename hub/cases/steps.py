"""The steps of a case so far, as a resident may know them: what happened when, and no answer.

What concerns one asker alone (what they added, what was written to them) is told to them alone.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from hub import history
from hub.cases.events import AskerJoined, StillWaiting
from hub.cases.queries import joined
from hub.cases.reading import demand
from hub.cases.status import Status
from hub.history import Happened
from hub.staff import Viewer
from hub.store import Session


class StepKind(StrEnum):
    """Name what happened; the words stand in steps.yaml."""

    RECEIVED = "received"
    TEAM = "team"
    EMAILED = "emailed"
    TEXTED = "texted"
    PRINTED = "printed"
    GRANTED = "granted"
    ENDING = "ending"
    NEEDS_YOU = "needs_you"
    GOES_ON = "goes_on"
    CLOSED = "closed"
    OPEN_AGAIN = "open_again"
    DAY_LOST = "day_lost"
    NOTE = "note"
    FILE = "file"
    WAITS = "waits"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class Step:
    """Hold one step, when it was, and the id of the team where it names one."""

    kind: StepKind
    at: datetime
    team: str = ""


def steps_of(
    session: Session, viewer: Viewer, case_id: UUID, *, asker: UUID, team: str | None
) -> tuple[Step, ...]:
    """Give the steps of a case that lies with `team`, in their order, as one asker may see them.

    :raises NotAllowed: if the case is not the viewer's.
    """
    demand(session, viewer, case_id, team=team)
    _, number = joined(session, viewer, asker)
    told = history.happened(session, chain=case_id, kinds=_STEPS)
    return tuple(_steps(told, str(asker), number))


def every_step_of(
    session: Session, viewer: Viewer, case_id: UUID, *, team: str | None
) -> tuple[Step, ...]:
    """Give all steps of a case that lies with `team`, whichever asker they concern: for staff.

    :raises NotAllowed: if the case is not the viewer's to work on.
    """
    viewer.demand_work(case_id, team)
    demand(session, viewer, case_id, team=team)
    told = history.happened(session, chain=case_id, kinds=_STEPS)
    return tuple(filter(None, (_STEPS[one.kind](one) for one in told)))


def _steps(told: tuple[Happened, ...], asker: str, number: int) -> Iterator[Step]:
    for one in told:
        if one.facts.get("asker", asker) != asker or _is_others(one, number):
            continue
        step = _STEPS[one.kind](one)
        if step is not None:
            yield step


def _is_others(one: Happened, number: int) -> bool:
    """Say whether it was written to another asker: what names none went to the first."""
    if one.kind == "LetterLaid":
        whose = str(one.facts.get("kind", _FIRST))
        return whose != f"joined-{number}" if number > 1 else whose.startswith("joined-")
    return one.kind == "MessageSent" and "asker" not in one.facts and number > 1


def _received(one: Happened) -> Step:
    return Step(StepKind.RECEIVED, datetime.fromisoformat(one.facts["received_at"]))


def _routed(one: Happened) -> Step:
    return Step(StepKind.TEAM, one.at, one.facts["team"])


def _moved(one: Happened) -> Step | None:
    now, then = Status(one.facts["now"]), Status(one.facts["then"])
    if then is Status.WITH_TEAM:
        kind = StepKind.OPEN_AGAIN if now is Status.CLOSED else StepKind.GOES_ON
        return Step(kind, one.at) if now in _LEFT else None
    return Step(_REACHED[then], one.at) if then in _REACHED else None


def _written_to(one: Happened) -> Step | None:
    """Say that somebody was written to; what a team is told is no resident's step."""
    what = one.facts["kind"]
    if what in _OF_PERMITS:
        return Step(_OF_PERMITS[what], one.at)
    if what not in _ACKNOWLEDGES:
        return None
    is_text = one.facts.get("way") == "text"
    return Step(StepKind.TEXTED if is_text else StepKind.EMAILED, one.at)


def _printed(one: Happened) -> Step:
    return Step(_OF_PERMITS.get(one.facts.get("kind", _FIRST), StepKind.PRINTED), one.at)


def _always(kind: StepKind) -> Callable[[Happened], Step]:
    return lambda one: Step(kind, one.at)


_FIRST = "acknowledge"
_ACKNOWLEDGES = frozenset({"received", "joined", "instead"})
_OF_PERMITS: Mapping[str, StepKind] = {"granted": StepKind.GRANTED, "ending": StepKind.ENDING}
_LEFT = frozenset({Status.CLOSED, Status.WAITING_FOR_RESIDENT})
_REACHED: Mapping[Status, StepKind] = {
    Status.WAITING_FOR_RESIDENT: StepKind.NEEDS_YOU,
    Status.CLOSED: StepKind.CLOSED,
}
_STEPS: Mapping[str, Callable[[Happened], Step | None]] = {
    "CaseOpened": _received,
    "CaseRouted": _routed,
    "CaseMoved": _moved,
    "MessageSent": _written_to,
    "LetterLaid": _printed,
    "DayLost": _always(StepKind.DAY_LOST),
    "NoteAdded": _always(StepKind.NOTE),
    "DocumentAdded": _always(StepKind.FILE),
    StillWaiting.name(): _always(StepKind.WAITS),
    AskerJoined.name(): _always(StepKind.JOINED),
}
