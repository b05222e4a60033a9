"""Which way reaches this person: a letter, an e-mail or a text; and what goes out by the two."""

from hub.messages.carrier import Email, MailAway, MailCarrier, MailRefused
from hub.messages.counting import MOST_PARTS, is_plain, parts, together
from hub.messages.erasing import erase, ids_of
from hub.messages.events import (
    EmailWanted,
    EndingLetterWanted,
    GrantLetterWanted,
    JoinerLetterWanted,
    LetterWanted,
    MessageFailed,
    TextWanted,
)
from hub.messages.joiners import acknowledge_joiner
from hub.messages.judging import judge_texts
from hub.messages.keeping import UnknownMessage
from hub.messages.rows import PATIENCE, Message, MessageKind, MessageState
from hub.messages.sending import Delivery, TeamNotTold, deliver, email_wanted, settle_email
from hub.messages.teams import (
    NotRouted,
    tell_team,
    tell_team_check,
    tell_team_more,
    tell_team_waiting,
)
from hub.messages.text_carrier import TextAway, TextCarrier, TextMessage, TextRefused, WhyNot
from hub.messages.texts import (
    STOPS,
    TextDelivery,
    deliver_text,
    hear,
    mark_contact,
    settle_text,
    text_wanted,
)
from hub.messages.turning import turn
from hub.messages.verbs import acknowledge, tell_holder
from hub.messages.ways import NobodyReached

__all__ = [
    "MOST_PARTS",
    "PATIENCE",
    "STOPS",
    "Delivery",
    "Email",
    "EmailWanted",
    "EndingLetterWanted",
    "GrantLetterWanted",
    "JoinerLetterWanted",
    "LetterWanted",
    "MailAway",
    "MailCarrier",
    "MailRefused",
    "Message",
    "MessageFailed",
    "MessageKind",
    "MessageState",
    "NobodyReached",
    "NotRouted",
    "TeamNotTold",
    "TextAway",
    "TextCarrier",
    "TextDelivery",
    "TextMessage",
    "TextRefused",
    "TextWanted",
    "UnknownMessage",
    "WhyNot",
    "acknowledge",
    "acknowledge_joiner",
    "deliver",
    "deliver_text",
    "email_wanted",
    "erase",
    "hear",
    "ids_of",
    "is_plain",
    "judge_texts",
    "mark_contact",
    "parts",
    "settle_email",
    "settle_text",
    "tell_holder",
    "tell_team",
    "tell_team_check",
    "tell_team_more",
    "tell_team_waiting",
    "text_wanted",
    "together",
    "turn",
]
