"""What came in: everything is written down before it is understood, and ends in exactly one way."""

from hub.arrivals.account import Account, Unaccounted, account
from hub.arrivals.arrival import ALLOWED, Arrival, Outcome
from hub.arrivals.erasing import erase
from hub.arrivals.take import (
    Taken,
    UnknownArrival,
    WrongOutcome,
    find,
    lapse,
    settle,
    take,
)

__all__ = [
    "ALLOWED",
    "Account",
    "Arrival",
    "Outcome",
    "Taken",
    "Unaccounted",
    "UnknownArrival",
    "WrongOutcome",
    "account",
    "erase",
    "find",
    "lapse",
    "settle",
    "take",
]
