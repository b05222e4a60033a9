"""Which way reaches this person: a letter, or an e-mail; and the e-mails that go out."""

from hub.messages.carrier import Email, MailAway, MailCarrier, MailRefused
from hub.messages.events import EmailWanted, LetterWanted
from hub.messages.rows import Message, MessageState
from hub.messages.sending import Delivery, TeamNotTold, deliver, email_wanted, settle_email
from hub.messages.verbs import (
    NotRouted,
    acknowledge,
    tell_team,
    tell_team_more,
    tell_team_waiting,
)

__all__ = [
    "Delivery",
    "Email",
    "EmailWanted",
    "LetterWanted",
    "MailAway",
    "MailCarrier",
    "MailRefused",
    "Message",
    "MessageState",
    "NotRouted",
    "TeamNotTold",
    "acknowledge",
    "deliver",
    "email_wanted",
    "settle_email",
    "tell_team",
    "tell_team_more",
    "tell_team_waiting",
]
