"""The answers read back to whoever gave them, in every language at once."""

from dataclasses import dataclass

from hub.catalogue.definition import Stop
from hub.interview import saying
from hub.interview.answers import UNANSWERED
from hub.interview.asked import Another
from hub.interview.interview import Interview
from hub.values import Text
from hub.words import Words


@dataclass(frozen=True, slots=True)
class Line:
    """Be one answer read back: its label, and what was said; in a group, the name of the round."""

    path: str
    short: Text
    said: Text
    round_title: Text | None = None


def read_back(interview: Interview, words: Words) -> tuple[Line, ...]:
    """Read back every answer that applies, in the order of asking."""
    lines = []
    for asked in interview.way.places.values():
        question = asked.question
        if isinstance(question, Stop | Another) or asked.value is UNANSWERED:
            continue
        said = saying.say(question, asked.value, words)
        lines.append(Line(asked.path, asked.short, said, asked.round_title))
    return tuple(lines)
