"""What happens to permits, as other rooms hear of it."""

from dataclasses import dataclass

from hub.store import Event


@dataclass(frozen=True, slots=True)
class PermitGranted(Event):
    """Say that a permit was granted; its subject is the case that asked for it."""


@dataclass(frozen=True, slots=True)
class PermitEnding(Event):
    """Say that a permit ends soon and its holder is to be reminded; its subject is the case."""
