"""What is wanted of the mail and of the printer, as other rooms hear of it."""

from dataclasses import dataclass

from hub.store import Event


@dataclass(frozen=True, slots=True)
class CodeEmailWanted(Event):
    """Say that an e-mail about a saved draft is to go out; its subject is the notice."""


@dataclass(frozen=True, slots=True)
class CodeTextWanted(Event):
    """Say that a text about a saved draft is to go out; its subject is the notice."""


@dataclass(frozen=True, slots=True)
class CodeLetterWanted(Event):
    """Say that a letter about a saved draft is to be printed; its subject is the notice."""
