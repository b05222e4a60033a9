"""A service's questions one by one, as a value: what is asked next, answered, set aside, owed.

Pure: no store, no clock, no door. An `Interview` holds the definition, the day asked and every
valid answer ever given; everything else is derived. Doors know hints (`Asked.hint`), never kinds.
"""

from hub.interview.answering import answer, answered_again, given, remove, take_back
from hub.interview.answers import OWED, UNANSWERED, UNKNOWN, Answer, Given, Unanswered, Value
from hub.interview.asked import Another, Asked, Round
from hub.interview.facts import Facts, LastDue
from hub.interview.foretold import Foretold, always_asked, everything_asked
from hub.interview.interview import Interview, begin
from hub.interview.noting import LONGEST_NOTE, read_note
from hub.interview.on_behalf import (
    Agreed,
    OnBehalf,
    consent_said,
    may_be_for_others,
    on_behalf,
)
from hub.interview.outcome import (
    FeeDue,
    about_you,
    applicable,
    dangers,
    documents,
    fee,
    holds,
    meant,
    owed,
    place,
)
from hub.interview.paying import prices, ways_to_pay
from hub.interview.problem import Problem, UnknownQuestion
from hub.interview.progress import back, is_complete, missing, next_step, step, steps, stopped
from hub.interview.readers.sending import MOST_DOCUMENTS
from hub.interview.reading_back import Line, read_back
from hub.interview.saying import say
from hub.interview.storing import resume
from hub.interview.warning import say_dangers

__all__ = [
    "LONGEST_NOTE",
    "MOST_DOCUMENTS",
    "OWED",
    "UNANSWERED",
    "UNKNOWN",
    "Agreed",
    "Another",
    "Answer",
    "Asked",
    "Facts",
    "FeeDue",
    "Foretold",
    "Given",
    "Interview",
    "LastDue",
    "Line",
    "OnBehalf",
    "Problem",
    "Round",
    "Unanswered",
    "UnknownQuestion",
    "Value",
    "about_you",
    "always_asked",
    "answer",
    "answered_again",
    "applicable",
    "back",
    "begin",
    "consent_said",
    "dangers",
    "documents",
    "everything_asked",
    "fee",
    "given",
    "holds",
    "is_complete",
    "may_be_for_others",
    "meant",
    "missing",
    "next_step",
    "on_behalf",
    "owed",
    "place",
    "prices",
    "read_back",
    "read_note",
    "remove",
    "resume",
    "say",
    "say_dangers",
    "step",
    "steps",
    "stopped",
    "take_back",
    "ways_to_pay",
]
