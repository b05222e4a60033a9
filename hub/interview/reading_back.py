"""The answers read back to whoever gave them, in every language at once."""

from dataclasses import dataclass

from hub.catalogue.definition import Stop
from hub.interview import saying
from hub.interview.answers import UNANSWERED
from hub.interview.asked import Another
from hub.interview.interview import Interview
from hub.interview.walk import Learnt
from hub.values import Text
from hub.words import Words


@dataclass(frozen=True, slots=True)
class Line:
    """Be one answer read back: its label, and what was said; in a group, the name of the round.

    `is_asked` is False for what the council knew by itself, which nobody can change.
    """

    path: str
    short: Text
    said: Text
    round_title: Text | None = None
    is_asked: bool = True


def read_back(interview: Interview, words: Words) -> tuple[Line, ...]:
    """Read back every answer that applies, in the order of asking."""
    lines: list[Line] = []
    for asked in interview.way.places.values():
        question = asked.question
        if not isinstance(question, Stop | Another) and asked.value is not UNANSWERED:
            said = saying.say(question, asked.value, words)
            lines.append(Line(asked.path, asked.short, said, asked.round_title))
        lines += [_line(one, words) for one in interview.way.learnt if one.after == asked.path]
    return tuple(lines)


def _line(learnt: Learnt, words: Words) -> Line:
    said = saying.say_fact(learnt.value, words)
    return Line(learnt.fact.id, learnt.fact.short, said, is_asked=False)
