"""A draft saved for another device: its code, sent by e-mail, text or letter, and one reminder.

The draft keeps what the resident told when they saved (`hub/drafts`); here stands what goes out.
"""

from hub.saved.addresses import come_back_link
from hub.saved.events import CodeEmailWanted, CodeLetterWanted, CodeTextWanted
from hub.saved.lettering import letter_wanted, settle_letter
from hub.saved.mailing import email_wanted, settle_email
from hub.saved.reminding import remind
from hub.saved.rows import NoticeKind, NoticeState, SaveNotice
from hub.saved.telling import UnknownNotice
from hub.saved.texting import hear_text, judge_texts, settle_text, text_wanted
from hub.saved.wanting import save

__all__ = [
    "CodeEmailWanted",
    "CodeLetterWanted",
    "CodeTextWanted",
    "NoticeKind",
    "NoticeState",
    "SaveNotice",
    "UnknownNotice",
    "come_back_link",
    "email_wanted",
    "hear_text",
    "judge_texts",
    "letter_wanted",
    "remind",
    "save",
    "settle_email",
    "settle_letter",
    "settle_text",
    "text_wanted",
]
