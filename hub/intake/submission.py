"""What a door hands over, and what it gets back."""

import hashlib
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from hub import interview
from hub.interview import Interview
from hub.store import canonical
from hub.values import Channel, Language, Moments, Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """Hold a finished interview and how it came.

    `external_id` is what the door calls it, the same when the same thing is sent again: a draft's
    id, a call's or a message's SID, a page's code.
    """

    asked: Interview
    channel: Channel
    language: Language
    external_id: str
    moments: Moments

    @property
    def sha256(self) -> str:
        """Give the hash of the answers that reach the case."""
        return sha256_of(self.asked)


def sha256_of(asked: Interview) -> str:
    """Give the hash of the answers that reach a case: what was read over is what is sent."""
    answers = canonical(interview.applicable(asked))
    return hashlib.sha256(f"{asked.service.id}\n{answers}".encode()).hexdigest()


def reading_of(asked: Interview) -> str:
    """Name what is read over before it is sent: the answers, and which of them are marked."""
    marked = sorted(asked.changed & interview.applicable(asked).keys())
    return " ".join((sha256_of(asked), *marked))


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Hold what the resident is told at once.

    `is_new` is False when the same thing came before; `same_answers` is False when it came before
    with other answers, which were not taken: the door offers to add to the case.
    """

    case_id: UUID
    reference: Reference
    answer_by: date
    is_new: bool = True
    same_answers: bool = True
