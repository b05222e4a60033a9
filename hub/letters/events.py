"""What happens to letters, as other rooms hear of it."""

from dataclasses import dataclass

from hub.store import Event


@dataclass(frozen=True, slots=True)
class LetterWritten(Event):
    """Say that a letter is written and waits to be printed; its subject is the letter."""
