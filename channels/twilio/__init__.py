"""What is Twilio's own, for the doors that it calls and the carrier that calls it."""

from channels.twilio.codes import ENDED
from channels.twilio.signatures import is_signed

__all__ = ["ENDED", "is_signed"]
