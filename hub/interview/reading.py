"""What was given at a door, turned into the answer that is kept; the same rules at every door."""

from collections.abc import Mapping, Sequence

from hub.catalogue.definition import Kind, Question
from hub.interview.answers import OWED, UNKNOWN, Given, Value
from hub.interview.asking import Asking
from hub.interview.readers import READERS
from hub.interview.readers.plain import is_blank

_UNKNOWN_GIVEN: Given = {"unknown": "yes"}
_LATER_GIVEN: Given = {"later": "yes"}


def read(given: object, asking: Asking) -> Value:
    """Turn what was given into the answer that is kept.

    :raises Problem: if it cannot be taken; never anything else, whatever is given.
    """
    question = asking.question
    if _says(given, "unknown") and question.may_be_unknown:
        return UNKNOWN
    if _says(given, "later") and may_follow(question):
        return OWED
    if not _is_empty(given):
        return READERS[question.kind].read(given, asking)
    if question.optional:
        return None
    raise asking.problem(READERS[question.kind].needed)


def write(question: Question, value: object) -> Given:
    """Give a kept answer as a door hands it over: reading it again gives the same."""
    if value is None:
        return None
    if value == UNKNOWN:
        return _UNKNOWN_GIVEN
    if value == OWED:
        return _LATER_GIVEN
    return READERS[question.kind].write(value)


def may_follow(question: Question) -> bool:
    """Say whether the answer may be owed: a file always (not every door takes one)."""
    return question.owed or question.kind is Kind.FILE


def _says(given: object, word: str) -> bool:
    return isinstance(given, Mapping) and given.get(word) == "yes"


def _is_empty(given: object) -> bool:
    if given is None:
        return True
    if isinstance(given, str):
        return is_blank(given)
    if isinstance(given, Mapping):
        return all(_is_empty(part) for part in given.values())
    return isinstance(given, Sequence) and not given
