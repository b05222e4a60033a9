"""The case: one request, whatever door it came by, and the moves it may make."""

from hub.cases.adding import ADDED, add_document, add_note, say_waiting
from hub.cases.behalf import (
    BehalfSeen,
    ConsentNotChecked,
    Parties,
    behalf_of,
    demand_consent,
    say_behalf,
)
from hub.cases.erasing import erase_askers, erase_told, hold_bare, people_of
from hub.cases.finding import MOST as MOST_FOUND
from hub.cases.finding import Found, find, forget_words, index_waiting
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
from hub.cases.keeping import CLOSED_AND_KEPT, keep_until, reckon
from hub.cases.knowing import know_people
from hub.cases.locating import knowing_area, with_nearest
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
from hub.cases.rows import Answer, Asker, Behalf, Case, OwedTask, Spot, WrongFact
from hub.cases.standing import Standing, standing
from hub.cases.status import ALLOWED, NotAllowedMove, Status
from hub.cases.steps import Step, StepKind, every_step_of
from hub.cases.verbs import give_to_team, move, settle_consent, warn
from hub.cases.waiting import Patience

__all__ = [
    "ADDED",
    "ALLOWED",
    "CLOSED_AND_KEPT",
    "MOST_FOUND",
    "MOST_WRONG_FACTS",
    "Answer",
    "Asker",
    "Behalf",
    "BehalfSeen",
    "Case",
    "CaseSeen",
    "ConsentNotChecked",
    "Found",
    "GivenBefore",
    "InQueue",
    "Joiner",
    "Mark",
    "Nearby",
    "NotAllowedMove",
    "Opening",
    "OwedTask",
    "Parties",
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
    "behalf_of",
    "demand_consent",
    "erase_askers",
    "erase_told",
    "every_step_of",
    "find",
    "forget_words",
    "give_to_team",
    "hold_bare",
    "index_waiting",
    "interview_of",
    "is_open",
    "joined",
    "keep_until",
    "know_people",
    "know_taken",
    "knowing_area",
    "look_up",
    "move",
    "nearby",
    "open_case",
    "open_cases",
    "owed_of",
    "people_of",
    "queue",
    "read",
    "receipt_of",
    "reckon",
    "remember_given",
    "say_behalf",
    "say_waiting",
    "seen",
    "settle_consent",
    "standing",
    "warn",
    "was_laid",
    "was_printed",
    "with_nearest",
    "with_reference",
]
