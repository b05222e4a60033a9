"""Is this the same person? Who is alike is offered with the evidence; a person says yes or no."""

from hub.people.matching.alike import MOST, alike
from hub.people.matching.evidence import Evidence, Fact, Verdict
from hub.people.matching.facts import Known, Sought
from hub.people.matching.keys import PersonKey
from hub.people.matching.knowing import know, unknown
from hub.people.matching.weighing import Likelihood, Match, weigh

__all__ = [
    "MOST",
    "Evidence",
    "Fact",
    "Known",
    "Likelihood",
    "Match",
    "PersonKey",
    "Sought",
    "Verdict",
    "alike",
    "know",
    "unknown",
    "weigh",
]
