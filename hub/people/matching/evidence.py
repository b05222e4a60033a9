"""The evidence that two people are one: a fact, and what it says."""

from dataclasses import dataclass
from enum import StrEnum


class Fact(StrEnum):
    """Name a fact by which people are told apart."""

    NAME = "name"
    POSTCODE = "postcode"
    BORN = "born"
    PHONE = "phone"
    EMAIL = "email"


class Verdict(StrEnum):
    """Say what a fact of both says: a difference speaks against, what is unknown is left out."""

    SAME = "same"
    CLOSE = "close"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Hold one fact, what it says, and how much: in bits, as `weighing` tells."""

    fact: Fact
    verdict: Verdict
    bits: float
