"""Intake: what came in at any door becomes a case, once, in one commit."""

from hub.intake.account import account
from hub.intake.askers import Joined, join_case
from hub.intake.confirming import Confirmation, confirmation
from hub.intake.drafts import Changed, Closed, Full, Missing, submit_draft
from hub.intake.joining import Joining, join_document, join_note, join_waiting
from hub.intake.knowing import knowing
from hub.intake.remarks import remarks
from hub.intake.submission import Receipt, Submission, reading_of, sha256_of
from hub.intake.submit import NotComplete, submit

__all__ = [
    "Changed",
    "Closed",
    "Confirmation",
    "Full",
    "Joined",
    "Joining",
    "Missing",
    "NotComplete",
    "Receipt",
    "Submission",
    "account",
    "confirmation",
    "join_case",
    "join_document",
    "join_note",
    "join_waiting",
    "knowing",
    "reading_of",
    "remarks",
    "sha256_of",
    "submit",
    "submit_draft",
]
