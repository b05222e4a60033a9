"""The door of text messages: what Twilio says became of ours, and what people text to us."""

from channels.sms import incoming, status
from channels.sms.door import sms

__all__ = ["incoming", "sms", "status"]
