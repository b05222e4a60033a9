"""A draft saved for another device: its code, sent by e-mail or letter, and one reminder.

The draft keeps what the resident told when they saved (`hub/drafts`); here stands what goes out.
"""

from hub.saved.addresses import come_back_link
from hub.saved.events import CodeEmailWanted, CodeLetterWanted
from hub.saved.lettering import letter_wanted, settle_letter
from hub.saved.mailing import email_wanted, settle_email
from hub.saved.reminding import remind
from hub.saved.rows import NoticeKind, NoticeState, SaveNotice
from hub.saved.telling import UnknownNotice
from hub.saved.wanting import save

__all__ = [
    "CodeEmailWanted",
    "CodeLetterWanted",
    "NoticeKind",
    "NoticeState",
    "SaveNotice",
    "UnknownNotice",
    "come_back_link",
    "email_wanted",
    "letter_wanted",
    "remind",
    "save",
    "settle_email",
    "settle_letter",
]
