"""A note in somebody's own words, beside any question: read by the rules of a story."""

from datetime import date

from hub.catalogue.definition import Kind, Limits, Question
from hub.interview import reading
from hub.interview.asking import Asking
from hub.values import Language, Text

LONGEST_NOTE = 2000
NOTE = "note"

_UNNAMED = Text(dict.fromkeys(Language, ""))
_QUESTION = Question(
    id=NOTE,
    kind=Kind.STORY,
    ask=_UNNAMED,
    short=_UNNAMED,
    limits=Limits(longest=LONGEST_NOTE),
    optional=True,
)


def read_note(given: str, told_on: date) -> str:
    """Read a note of several lines; empty if nothing was written.

    :raises Problem: "too_long" or "characters".
    """
    read = reading.read(given, Asking(NOTE, _QUESTION, _UNNAMED, told_on))
    return read if isinstance(read, str) else ""
