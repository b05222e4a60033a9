"""What the hub needs of whoever carries e-mail."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from hub.errors import Refused, TryAgain
from hub.values import EmailAddress, Language


class MailAway(TryAgain):
    """Say that no mail server answered, or that it asked us to come back later."""

    key = "mail_away"


class MailRefused(Refused):
    """Say that the mail server will never take this e-mail."""

    key = "mail_refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Email:
    """Hold one e-mail in plain words.

    `id` makes its Message-ID, so that the same e-mail handed over twice can be known as one.
    `sender_name` and `sender` are the council's. One that is not welcome does not go out any more.
    """

    id: UUID
    sender_name: str
    sender: EmailAddress
    to: EmailAddress
    subject: str
    body: str
    language: Language
    is_welcome: bool = True


class MailCarrier(Protocol):
    """Carry e-mails away."""

    def send(self, email: Email) -> None:
        """Hand an e-mail over, and return once it was taken.

        :raises MailAway: if trying again later may help.
        :raises MailRefused: if it will not.
        """
