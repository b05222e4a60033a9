"""What happens to cases, as other rooms hear of it."""

from dataclasses import dataclass

from hub.store import Event


@dataclass(frozen=True, slots=True)
class CaseOpened(Event):
    """Say that a case was opened; its subject is the case."""


@dataclass(frozen=True, slots=True)
class CaseRouted(Event):
    """Say that a case went to a team; its subject is the case."""


@dataclass(frozen=True, slots=True)
class AskerJoined(Event):
    """Say that somebody was added to a case; its subject is the resident."""


@dataclass(frozen=True, slots=True)
class MoreTold(Event):
    """Say that somebody added a note or a document; its subject is the case."""


@dataclass(frozen=True, slots=True)
class StillWaiting(Event):
    """Say that somebody told us that they still wait; its subject is the case."""


@dataclass(frozen=True, slots=True)
class CheckWanted(Event):
    """Say that somebody must ask a person whether they agree; its subject is the case."""
