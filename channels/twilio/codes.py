"""Twilio's error codes, as what they mean for whoever waits for the text."""

from collections.abc import Mapping
from types import MappingProxyType

from hub.messages import WhyNot

ENDED: Mapping[int, WhyNot] = MappingProxyType(
    {
        21610: WhyNot.OPTED_OUT,
        21211: WhyNot.UNREACHABLE,  # no valid number
        21214: WhyNot.UNREACHABLE,  # a number that cannot be reached
        21217: WhyNot.UNREACHABLE,  # a number that does not appear to be valid
        21612: WhyNot.REFUSED,  # no way from our number to this one
        21614: WhyNot.UNREACHABLE,  # no mobile
        21617: WhyNot.REFUSED,  # too long
        21408: WhyNot.REFUSED,  # the account may not send to that country
        30003: WhyNot.REFUSED,  # switched off or out of reach: the next text may arrive
        30004: WhyNot.REFUSED,  # blocked
        30005: WhyNot.UNREACHABLE,  # nobody has that number
        30006: WhyNot.UNREACHABLE,  # a landline, or a carrier that takes none
        30007: WhyNot.REFUSED,  # filtered as spam
        30008: WhyNot.REFUSED,  # nobody knows why
    }
)
"""Twilio's error codes after which the same text will not arrive (from its error dictionary).

What is not here is our own mistake, as a wrong token: it is tried again until it is mended.
"""
