"""Intake: what came in at any door becomes a case, once, in one commit."""

from hub.intake.account import account
from hub.intake.drafts import Missing, submit_draft
from hub.intake.submission import Receipt, Submission
from hub.intake.submit import NotComplete, submit

__all__ = ["Missing", "NotComplete", "Receipt", "Submission", "account", "submit", "submit_draft"]
