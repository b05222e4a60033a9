"""What happens to what is kept, as the workers hear of it."""

from dataclasses import dataclass

from hub.store import Event


@dataclass(frozen=True, slots=True)
class ErasureDue(Event):
    """Say that a case is to be erased, or looked at once more; its subject is the erasure."""


@dataclass(frozen=True, slots=True)
class CaseErased(Event):
    """Say that the store keeps nothing personal of a case; its subject is the erasure."""
