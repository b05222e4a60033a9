"""Conditions: plain claims about earlier answers, to be skipped by, spoken and printed."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

TODAY = "today"  # stands for the day asked, where a date is expected


class Relation(StrEnum):
    """Say how an answer must stand to the value of a test."""

    EQUAL = "equal"
    ONE_OF = "one_of"
    NOT = "not"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BEFORE = "before"
    AFTER = "after"


Scalar = bool | int | str  # yes/no as bool; numbers and pence as int; option ids and days as str


@dataclass(frozen=True, slots=True)
class Test:
    """Be one claim about one answer.

    Without an answer (not asked, left out, "I do not know") no test holds, whatever its relation.
    For `choices`: EQUAL and ONE_OF hold when any value was ticked, NOT when none was. NOT takes
    several values and means none of them. Days are ISO dates or `TODAY`. Inside a group a bare id
    means the earlier sibling of the same round, if there is one, else the question outside.
    """

    __test__: ClassVar[bool] = False  # not for pytest

    question: str
    relation: Relation
    value: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """Hold when all tests of any one of its alternatives hold."""

    any_of: tuple[tuple[Test, ...], ...]
