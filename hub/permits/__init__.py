"""Permits and subscriptions: granted for a time, reminded of once, expired on their day."""

from hub.permits.erasing import erase, holds_until
from hub.permits.events import PermitEnding, PermitGranted
from hub.permits.queries import PermitSeen, UnknownPermit, of_case
from hub.permits.rows import Permit, PermitState
from hub.permits.verbs import NoNumberLeft, NotLasting, grant, mind

__all__ = [
    "NoNumberLeft",
    "NotLasting",
    "Permit",
    "PermitEnding",
    "PermitGranted",
    "PermitSeen",
    "PermitState",
    "UnknownPermit",
    "erase",
    "grant",
    "holds_until",
    "mind",
    "of_case",
]
