"""The case: one request, whatever door it came by, and the moves it may make."""

from hub.cases.given_before import (
    GivenBefore,
    Printed,
    know_taken,
    remember_given,
    was_laid,
    was_printed,
)
from hub.cases.interviews import interview_of
from hub.cases.looking_up import MOST_WRONG_FACTS, Standing, look_up, standing
from hub.cases.openings import Opening, open_case
from hub.cases.queries import (
    CaseSeen,
    UnknownCase,
    answers_of,
    owed_of,
    read,
    receipt_of,
    seen,
    with_reference,
)
from hub.cases.rows import Answer, Asker, Case, OwedTask, WrongFact
from hub.cases.status import ALLOWED, NotAllowedMove, Status
from hub.cases.verbs import give_to_team, move, warn

__all__ = [
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
    "Printed",
    "Standing",
    "Status",
    "UnknownCase",
    "WrongFact",
    "answers_of",
    "give_to_team",
    "interview_of",
    "know_taken",
    "look_up",
    "move",
    "open_case",
    "owed_of",
    "read",
    "receipt_of",
    "remember_given",
    "seen",
    "standing",
    "warn",
    "was_laid",
    "was_printed",
    "with_reference",
]
