"""That somebody still waits: from when they may say so, and how often it is of use."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hub.cases.queries import CaseSeen
from hub.cases.status import Status
from hub.cases.steps import Step, StepKind

_PAUSE = timedelta(days=7)  # a team that was told yesterday learns nothing new today
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Patience:
    """Say from which local day somebody may tell that they still wait, and when they last did.

    `may_say` is whether they may today; `is_late` whether the promised day has passed.
    """

    from_day: date
    may_say: bool
    is_late: bool
    said_at: datetime | None


def patience(
    case: CaseSeen, steps: tuple[Step, ...], *, today: date, timezone: ZoneInfo
) -> Patience:
    """Judge it: once the promised day has passed, then every seven days, until it is closed."""
    said = [step.at for step in steps if step.kind is StepKind.WAITS]
    from_day = case.answer_by + _ONE_DAY
    if said:
        from_day = max(from_day, said[-1].astimezone(timezone).date() + _PAUSE)
    is_open = case.status is not Status.CLOSED
    return Patience(
        from_day=from_day,
        may_say=is_open and today >= from_day,
        is_late=is_open and today > case.answer_by,
        said_at=said[-1] if said else None,
    )
