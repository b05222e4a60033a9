"""What happens to deadlines, as other rooms hear of it."""

from dataclasses import dataclass

from hub.store import Event


@dataclass(frozen=True, slots=True)
class WarningDue(Event):
    """Say when to look again whether a case was answered; its subject is the case."""


@dataclass(frozen=True, slots=True)
class DeadlineWarned(Event):
    """Say that a case's promised day is near; its subject is the case."""
