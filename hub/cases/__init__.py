"""The case: one request, whatever door it came by, and the moves it may make."""

from hub.cases.adding import ADDED, add_document, add_note, say_waiting
from hub.cases.given_before import (
    GivenBefore,
    Printed,
    know_taken,
    remember_given,
    was_laid,
    was_printed,
)
from hub.cases.interviews import interview_of
from hub.cases.joining import Joiner, add_asker, is_open
from hub.cases.looking_up import MOST_WRONG_FACTS, look_up
from hub.cases.nearby import Nearby, nearby
from hub.cases.openings import Opening, open_case
from hub.cases.queries import (
    CaseSeen,
    UnknownCase,
    answers_of,
    joined,
    owed_of,
    read,
    receipt_of,
    seen,
    with_reference,
)
from hub.cases.queue import InQueue, Mark, open_cases, queue
from hub.cases.rows import Answer, Asker, Case, OwedTask, Spot, WrongFact
from hub.cases.standing import Standing, standing
from hub.cases.status import ALLOWED, NotAllowedMove, Status
from hub.cases.steps import Step, StepKind, every_step_of
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
    "InQueue",
    "Joiner",
    "Mark",
    "Nearby",
    "NotAllowedMove",
    "Opening",
    "OwedTask",
    "Patience",
    "Printed",
    "Spot",
    "Standing",
    "Status",
    "Step",
    "StepKind",
    "UnknownCase",
    "WrongFact",
    "add_asker",
    "add_document",
    "add_note",
    "answers_of",
    "every_step_of",
    "give_to_team",
    "interview_of",
    "is_open",
    "joined",
    "know_taken",
    "look_up",
    "move",
    "nearby",
    "open_case",
    "open_cases",
    "owed_of",
    "queue",
    "read",
    "receipt_of",
    "remember_given",
    "say_waiting",
    "seen",
    "standing",
    "warn",
    "was_laid",
    "was_printed",
    "with_reference",
]
