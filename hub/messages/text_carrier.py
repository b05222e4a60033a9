"""What the hub needs of whoever carries text messages."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from hub.errors import Refused, TryAgain
from hub.values import PhoneNumber


class WhyNot(StrEnum):
    """Say why a text never arrives."""

    OPTED_OUT = "opted_out"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    NO_CARRIER = "no_carrier"


class TextAway(TryAgain):
    """Say that the carrier did not answer, answered nonsense, or asked us to come back later.

    Whether it took the text is then not known.
    """

    key = "text_away"


class TextRefused(Refused):
    """Say that this text will never arrive, and why."""

    key = "text_refused"

    def __init__(self, why: WhyNot) -> None:
        """Keep the reason."""
        super().__init__(why=why.value)
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class TextMessage:
    """Hold one text message.

    `mark` is all the words, or a part that stands in no other text to this number: by it a carrier
    knows whether it has this text already. `stopped` says why it may not go out any more.
    """

    id: UUID
    council: str
    to: PhoneNumber
    words: str
    mark: str
    wanted_at: datetime
    stopped: WhyNot | None = None


class TextCarrier(Protocol):
    """Carry text messages away."""

    def send(self, text: TextMessage) -> str:
        """Hand a text over, once however often it is asked, and give the carrier's name for it.

        :raises TextAway: if trying again later may help.
        :raises TextRefused: if it will not.
        """
