"""What is wanted of letters and of the mail, as other rooms hear of it."""

from dataclasses import dataclass

from hub.store import Event


@dataclass(frozen=True, slots=True)
class LetterWanted(Event):
    """Say that a case is to be acknowledged by letter; its subject is the case."""


@dataclass(frozen=True, slots=True)
class TextWanted(Event):
    """Say that a text message is to go out; its subject is the message."""


@dataclass(frozen=True, slots=True)
class MessageFailed(Event):
    """Say that a message never arrives, and another way is needed; its subject is the message."""


@dataclass(frozen=True, slots=True)
class GrantLetterWanted(Event):
    """Say that the holder of a permit is to be told of it by letter; its subject is the case."""


@dataclass(frozen=True, slots=True)
class EndingLetterWanted(Event):
    """Say that a holder is to be reminded by letter that a permit ends; its subject is the case."""


@dataclass(frozen=True, slots=True)
class JoinerLetterWanted(Event):
    """Say that who joined a case is to have a letter; its subject is the resident."""


@dataclass(frozen=True, slots=True)
class EmailWanted(Event):
    """Say that an e-mail is to go out; its subject is the message."""
