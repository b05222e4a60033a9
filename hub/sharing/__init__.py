"""Keeping the promise of the privacy notice: what was told is erased when its time is over.

See docs/decisions/0021. What was given to whom, and subject access, come to this room later.
"""

from hub.sharing.copies import UNSURE, Copies, CopiesLeft, copies_left
from hub.sharing.erasing import carry_out
from hub.sharing.events import CaseErased, ErasureDue
from hub.sharing.finding import find
from hub.sharing.holding import CaseHeld, NotHeldBack, hold, lift
from hub.sharing.ledger import Erased, LedgerRefused, note, note_anew, read_ledger
from hub.sharing.requests import CaseOpen, erase_again, erase_now
from hub.sharing.rows import Cause, Erasure, Hold
from hub.sharing.verifying import Leftover, leftovers

__all__ = [
    "UNSURE",
    "CaseErased",
    "CaseHeld",
    "CaseOpen",
    "Cause",
    "Copies",
    "CopiesLeft",
    "Erased",
    "Erasure",
    "ErasureDue",
    "Hold",
    "LedgerRefused",
    "Leftover",
    "NotHeldBack",
    "carry_out",
    "copies_left",
    "erase_again",
    "erase_now",
    "find",
    "hold",
    "leftovers",
    "lift",
    "note",
    "note_anew",
    "read_ledger",
]
