"""Which way reaches this person: a letter, or an e-mail; and the e-mails that go out."""

from hub.messages.carrier import Email, MailAway, MailCarrier, MailRefused
from hub.messages.events import (
    EmailWanted,
    EndingLetterWanted,
    GrantLetterWanted,
    LetterWanted,
)
from hub.messages.rows import Message, MessageKind, MessageState
from hub.messages.sending import Delivery, TeamNotTold, deliver, email_wanted, settle_email
from hub.messages.verbs import NotRouted, acknowledge, tell_holder, tell_team

__all__ = [
    "Delivery",
    "Email",
    "EmailWanted",
    "EndingLetterWanted",
    "GrantLetterWanted",
    "LetterWanted",
    "MailAway",
    "MailCarrier",
    "MailRefused",
    "Message",
    "MessageKind",
    "MessageState",
    "NotRouted",
    "TeamNotTold",
    "acknowledge",
    "deliver",
    "email_wanted",
    "settle_email",
    "tell_holder",
    "tell_team",
]
