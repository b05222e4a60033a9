"""The limits of an answer: which fit which kind of question, and whether they agree."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from hub.catalogue.definition import TODAY, Kind, Limits
from hub.files import Fields

_LENGTHS = frozenset({"shortest", "longest"})
_AMOUNTS = frozenset({"least", "most"})
FITTING: Mapping[Kind, frozenset[str]] = {
    Kind.WORDS: _LENGTHS | {"example"},
    Kind.STORY: _LENGTHS,
    Kind.NAME: _LENGTHS,
    Kind.DIGITS: _LENGTHS | {"length", "example"},
    Kind.PATTERN: frozenset({"pattern", "example"}),
    Kind.NUMBER: _AMOUNTS,
    Kind.MONEY: _AMOUNTS,
    Kind.DATE: frozenset({"earliest", "latest"}),
}
NAMES = frozenset().union(*FITTING.values())
_LONGEST = 10_000
_NONE = Limits()


def read_limits(fields: Fields, kind: Kind) -> Limits:
    """Read the limits of a question of this kind, and mark those that do not fit or agree."""
    if kind is not Kind.PATTERN and NAMES.isdisjoint(fields.parts):
        return _NONE
    for name in sorted((NAMES & fields.parts.keys()) - FITTING.get(kind, frozenset())):
        what = f"“{name}” does not fit the kind “{kind}”."
        fields.proof.mark(fields.parts[name], what, f"Take {name} out, or change the kind.")
    limits = Limits(
        length=fields.number("length", least=1, most=40),
        shortest=fields.number("shortest", least=1, most=_LONGEST),
        longest=fields.number("longest", least=1, most=_LONGEST),
        least=fields.number("least", least=-(10**9)),
        most=fields.number("most", least=-(10**9)),
        pattern=_pattern(fields, kind),
        example=fields.maybe_word("example"),
        earliest=_day(fields, "earliest"),
        latest=_day(fields, "latest"),
    )
    for name, what, remedy in _disagreements(limits, kind):
        fields.proof.mark(fields.get(name) or fields.part, what, remedy)
    return limits


def _pattern(fields: Fields, kind: Kind) -> str | None:
    if kind is Kind.PATTERN:
        fields.need("pattern")
        fields.need("example")
    written = fields.maybe_word("pattern") if "pattern" in fields else None
    try:
        return re.compile(written).pattern if written else None
    except (re.error, OverflowError, RecursionError) as error:
        remedy = "Write a regular expression, such as [A-Z]{2}[0-9]{6}."
        fields.proof.mark(fields.parts["pattern"], f"This pattern cannot be read: {error}.", remedy)
        return None


def _day(fields: Fields, name: str) -> str | None:
    return fields.parsed(name, _iso, stand_in=None) if name in fields else None


def _iso(written: str) -> str | None:
    return TODAY if written == TODAY else date.fromisoformat(written).isoformat()


def _disagreements(limits: Limits, kind: Kind) -> Iterator[tuple[str, str, str]]:
    if limits.length and (limits.shortest or limits.longest):
        yield "length", "“length” says it all.", "Take shortest and longest out."
    if limits.shortest and limits.longest and limits.shortest > limits.longest:
        yield "shortest", "The shortest answer is longer than the longest.", "Swap the two."
    if limits.least is not None and limits.most is not None and limits.least > limits.most:
        yield "least", "The least is more than the most.", "Swap the two."
    if _are_days(limits) and str(limits.earliest) > str(limits.latest):
        yield "earliest", "The earliest day lies after the latest.", "Swap the two."
    if limits.example and not _fits(limits, limits.example, kind):
        yield "example", "The example would be refused itself.", "Write one that fits."


def _are_days(limits: Limits) -> bool:
    return None not in {limits.earliest, limits.latest} and TODAY not in {
        limits.earliest,
        limits.latest,
    }


def _fits(limits: Limits, example: str, kind: Kind) -> bool:
    if kind is Kind.PATTERN:
        return limits.pattern is None or bool(re.fullmatch(limits.pattern, example))
    shortest = limits.length or limits.shortest or 1
    longest = limits.length or limits.longest or _LONGEST
    digits = kind is not Kind.DIGITS or (example.isascii() and example.isdigit())
    return digits and shortest <= len(example) <= longest
