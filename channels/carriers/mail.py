"""An e-mail as the world writes it (RFC 5322), the same for every carrier."""

from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from hub.messages import Email


def compose(email: Email, *, sent_at: datetime) -> EmailMessage:
    """Write the e-mail out; the same e-mail has the same Message-ID whenever it is sent.

    It calls itself automatic (RFC 3834), so that nobody's holiday reply answers it.
    """
    message = EmailMessage(policy=SMTP)
    sender = email.sender.shown
    message["From"] = Address(display_name=email.sender_name, addr_spec=sender)
    message["To"] = email.to.shown
    message["Subject"] = email.subject
    message["Date"] = format_datetime(sent_at)
    message["Message-ID"] = f"<{email.id}@{sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(email.body)  # first, for it clears every header of content
    message["Content-Language"] = email.language.value
    return message
