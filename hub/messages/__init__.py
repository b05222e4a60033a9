"""Which way reaches this person: a letter, or an e-mail; and the e-mails that go out."""

from hub.messages.carrier import Email, MailAway, MailCarrier, MailRefused
from hub.messages.events import EmailWanted, JoinerLetterWanted, LetterWanted
from hub.messages.rows import Message, MessageState
from hub.messages.sending import Delivery, TeamNotTold, deliver, email_wanted, settle_email
from hub.messages.verbs import (
    NotRouted,
    acknowledge,
    acknowledge_joiner,
    tell_team,
    tell_team_more,
    tell_team_waiting,
)

__all__ = [
    "Delivery",
    "Email",
    "EmailWanted",
    "JoinerLetterWanted",
    "LetterWanted",
    "MailAway",
    "MailCarrier",
    "MailRefused",
    "Message",
    "MessageState",
    "NotRouted",
    "TeamNotTold",
    "acknowledge",
    "acknowledge_joiner",
    "deliver",
    "email_wanted",
    "settle_email",
    "tell_team",
    "tell_team_more",
    "tell_team_waiting",
]
