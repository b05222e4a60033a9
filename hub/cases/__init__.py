"""The case: one request, whatever door it came by, and the moves it may make."""

from hub.cases.given_before import GivenBefore, Printed, remember_given, was_printed
from hub.cases.openings import Opening, open_case
from hub.cases.queries import (
    CaseSeen,
    UnknownCase,
    answers_of,
    look_up,
    owed_of,
    read,
    receipt_of,
    seen,
)
from hub.cases.rows import Answer, Asker, Case, OwedTask
from hub.cases.status import ALLOWED, NotAllowedMove, Status
from hub.cases.verbs import give_to_team, move, warn

__all__ = [
    "ALLOWED",
    "Answer",
    "Asker",
    "Case",
    "CaseSeen",
    "GivenBefore",
    "NotAllowedMove",
    "Opening",
    "OwedTask",
    "Printed",
    "Status",
    "UnknownCase",
    "answers_of",
    "give_to_team",
    "look_up",
    "move",
    "open_case",
    "owed_of",
    "read",
    "receipt_of",
    "remember_given",
    "seen",
    "warn",
    "was_printed",
]
