"""Intake: what came in at any door becomes a case, once, in one commit."""

from hub.intake.account import account
from hub.intake.confirming import Confirmation, confirmation
from hub.intake.drafts import Changed, Full, Missing, submit_draft
from hub.intake.submission import Receipt, Submission, reading_of, sha256_of
from hub.intake.submit import NotComplete, submit

__all__ = [
    "Changed",
    "Confirmation",
    "Full",
    "Missing",
    "NotComplete",
    "Receipt",
    "Submission",
    "account",
    "confirmation",
    "reading_of",
    "sha256_of",
    "submit",
    "submit_draft",
]
