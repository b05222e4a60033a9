"""The case: one request, whatever door it came by, and the moves it may make."""

from hub.cases.adding import ADDED, add_document, add_note, say_waiting
from hub.cases.given_before import GivenBefore, Printed, remember_given, was_printed
from hub.cases.interviews import interview_of
from hub.cases.looking_up import MOST_WRONG_FACTS, look_up
from hub.cases.openings import Opening, open_case
from hub.cases.queries import (
    CaseSeen,
    UnknownCase,
    answers_of,
    owed_of,
    read,
    receipt_of,
    seen,
)
from hub.cases.rows import Answer, Asker, Case, OwedTask, WrongFact
from hub.cases.standing import Standing, standing
from hub.cases.status import ALLOWED, NotAllowedMove, Status
from hub.cases.steps import Step, StepKind
from hub.cases.verbs import give_to_team, move, warn
from hub.cases.waiting import Patience

__all__ = [
    "ADDED",
    "ALLOWED",
    "MOST_WRONG_FACTS",
    "Answer",
    "Asker",
    "Case",
    "CaseSeen",
    "GivenBefore",
    "NotAllowedMove",
    "Opening",
    "OwedTask",
    "Patience",
    "Printed",
    "Standing",
    "Status",
    "Step",
    "StepKind",
    "UnknownCase",
    "WrongFact",
    "add_document",
    "add_note",
    "answers_of",
    "give_to_team",
    "interview_of",
    "look_up",
    "move",
    "open_case",
    "owed_of",
    "read",
    "receipt_of",
    "remember_given",
    "say_waiting",
    "seen",
    "standing",
    "warn",
    "was_printed",
]
