"""Patterns that a hostile answer could make slow.

A regular expression is matched by trying: each repeat that may be longer or shorter, and each
choice, doubles the ways, and repeats inside repeats multiply them. We count these ways in bits (in
how often they double) for an answer of the greatest length, and refuse too many of them. That is on
the safe side: some that would be quick are refused too, and can be written in a quick way.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import log2

from hub.catalogue.definition import Question, Several
from hub.catalogue.judging.judged import Judged, under
from hub.files import Mistake, Part

MOST_BITS = 20  # a million ways are tried in a twentieth of a second
_LONGEST = 200  # characters of an answer; more than one line holds no door hands on
_REPEAT = re.compile(r"([*+?]|\{(\d*)(,?)(\d*)\})[?+]?")
_ATOM = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?[a-zA-Z]+\)|\(\?P=\w+\)|[^()|]", re.DOTALL)
_OPENS = re.compile(r"\((\?(?:P<\w+>|<?[=!]|[:>#]|[a-zA-Z-]*:))?")
_AGAIN = re.compile(r"\\[1-9]|\(\?P=")


def judge(judged: Judged) -> Iterator[Mistake]:
    """Refuse patterns with too many ways."""
    for question, part in _questions(judged):
        pattern = question.limits.pattern
        if pattern and bits(pattern) > MOST_BITS:
            what = "A long wrong answer could keep this pattern busy for minutes."
            remedy = "Take a repeat out that stands in a repeat, or write how often: {1,8}, not +."
            yield Mistake.at(under(part, "pattern"), what, remedy)


def bits(pattern: str) -> float:
    """Count the ways of a pattern that can be compiled: how often they double."""
    return _Scan(pattern).bits()


@dataclass(slots=True)
class _Group:
    inner: float = 0.0
    choices: int = 1

    @property
    def bits(self) -> float:
        return self.inner + log2(self.choices)


@dataclass(slots=True)
class _Scan:
    """Go through a pattern once; the last of `open` is the group we are in."""

    pattern: str
    at: int = 0
    open: list[_Group] = field(default_factory=lambda: [_Group()])

    def bits(self) -> float:
        while self.at < len(self.pattern):
            self._step()
        return sum(group.bits for group in self.open)

    def _step(self) -> None:
        atom = _ATOM.match(self.pattern, self.at)
        opens = None if atom else _OPENS.match(self.pattern, self.at)
        if opens:
            self.open.append(_Group())
            self.at = opens.end()
        elif self.pattern[self.at] == "|":
            self.open[-1].choices += 1
            self.at += 1
        else:
            self._repeat(self._one(atom))

    def _one(self, atom: re.Match[str] | None) -> float:
        self.at = atom.end() if atom else self.at + 1
        if atom:
            return log2(_LONGEST) if _AGAIN.match(atom[0]) else 0.0
        return self.open.pop().bits if len(self.open) > 1 else 0.0

    def _repeat(self, inner: float) -> None:
        repeat = _REPEAT.match(self.pattern, self.at)
        self.open[-1].inner += _repeated(inner, repeat)
        self.at = repeat.end() if repeat else self.at


def _repeated(inner: float, repeat: re.Match[str] | None) -> float:
    if repeat is None:
        return inner
    least, most = _bounds(repeat)
    return inner * most + log2(most - least + 1)


def _bounds(repeat: re.Match[str]) -> tuple[int, int]:
    if not repeat[1].startswith("{"):
        return {"*": (0, _LONGEST), "+": (1, _LONGEST), "?": (0, 1)}[repeat[1]]
    if not repeat[2] + repeat[4]:
        return 1, 1  # braces that stand for themselves
    least = int(repeat[2] or 0)
    most = int(repeat[4] or _LONGEST) if repeat[3] else least
    return min(least, _LONGEST), min(most, _LONGEST)


def _questions(judged: Judged) -> Iterator[tuple[Question, Part]]:
    for step, part in judged.steps():
        if isinstance(step, Question):
            yield step, part
        elif isinstance(step, Several):
            yield from zip(step.questions, under(part, "questions").members or (), strict=True)
