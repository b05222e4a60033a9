"""How much each fact weighs, and what all of them say together.

The weights are bits, the logarithm to base 2 of how much more often a fact agrees for one person
than for two who were met by chance (I. P. Fellegi, A. B. Sunter, A Theory for Record Linkage,
Journal of the American Statistical Association 64, 1969). They are set for a council of some
hundred thousand people: to find one among them takes 17 bits. What they are worth is measured by
tests/people/test_matching_measured.py on people with twins, shared phones and slips of the pen.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from hub.people.matching.evidence import Evidence, Fact, Verdict
from hub.people.matching.facts import Known, Sought
from hub.people.matching.naming import Compared, Likeness, compare, words_of

_LIKELY, _PERHAPS = 20.0, 10.0

_WORD: Mapping[Likeness, float] = MappingProxyType(
    {Likeness.SAME: 7.0, Likeness.CLOSE: 4.5, Likeness.INITIAL: 1.5}
)
_COMMON_WORD: Mapping[Likeness, float] = MappingProxyType(
    {Likeness.SAME: 4.0, Likeness.CLOSE: 2.5, Likeness.INITIAL: 1.0}
)
_COMMON = frozenset(
    {"jones", "williams", "davies", "evans", "thomas", "roberts", "lewis", "hughes", "morgan"}
).union(
    {"griffiths", "edwards", "owen", "james", "rees", "jenkins", "smith", "brown", "taylor"},
    {"wilson", "johnson", "patel", "khan", "singh", "kaur", "ahmed", "ali", "begum", "mohammed"},
)
"""Surnames so common in Wales or England that they say little."""

_WHOLE_NAME = 14.0  # at most: many words make nobody known by the name alone
_OTHER_WORD, _MORE_OTHER, _LACKING = -6.0, -2.0, -0.5
_POSTCODE, _OUTWARD, _MOVED = 9.0, 1.0, -1.5
_BORN, _BORN_SLIP, _BORN_OTHER = 13.0, 6.0, -8.0
_REACHED, _REACHED_OTHERWISE = 11.0, -0.5


class Likelihood(StrEnum):
    """Say how a match is offered; what is neither is not shown."""

    LIKELY = "likely"
    PERHAPS = "perhaps"


@dataclass(frozen=True, slots=True)
class Match:
    """Hold somebody who may be the one who is sought, and all that speaks for and against it."""

    resident_id: UUID
    evidence: tuple[Evidence, ...]

    @property
    def bits(self) -> float:
        """Give what all facts say together."""
        return sum(each.bits for each in self.evidence)

    @property
    def likelihood(self) -> Likelihood | None:
        """Say how it is offered; None if too little speaks for it.

        What a twin differs in, the name or the day of birth, is never outvoted by what twins share.
        """
        if self.bits < _PERHAPS:
            return None
        told_apart = any(
            each.verdict is Verdict.OTHER and each.fact in {Fact.NAME, Fact.BORN}
            for each in self.evidence
        )
        return Likelihood.LIKELY if self.bits >= _LIKELY and not told_apart else Likelihood.PERHAPS


def weigh(sought: Sought, known: Known) -> Match:
    """Weigh each fact that both sides know."""
    return Match(known.resident_id, tuple(_evidence(sought, known)))


def _evidence(sought: Sought, known: Known) -> Iterator[Evidence]:
    if (words := words_of(sought.name)) and (theirs := words_of(known.name)):
        yield _name(compare(words, theirs))
    if sought.postcode and known.postcodes:
        yield _postcode(sought.postcode.shown, known.postcodes)
    if sought.born and known.born:
        yield max((_born(sought.born, each) for each in known.born), key=lambda e: e.bits)
    if sought.phone and known.phones:
        yield _reached(Fact.PHONE, is_same=sought.phone.e164 in known.phones)
    if sought.email and known.emails:
        yield _reached(Fact.EMAIL, is_same=sought.email.shown.lower() in known.emails)


def _name(compared: Compared) -> Evidence:
    bits = min(sum(_word(word, likeness) for word, likeness in compared.pairs), _WHOLE_NAME)
    if compared.differ:
        bits += _OTHER_WORD + _MORE_OTHER * (compared.differ - 1)
    bits += _LACKING * compared.lacking
    return Evidence(Fact.NAME, _verdict(compared), bits)


def _word(word: str, likeness: Likeness) -> float:
    return (_COMMON_WORD if word in _COMMON else _WORD)[likeness]


def _verdict(compared: Compared) -> Verdict:
    if compared.differ or not compared.pairs:
        return Verdict.OTHER
    all_same = all(likeness is Likeness.SAME for _, likeness in compared.pairs)
    return Verdict.SAME if all_same and not compared.lacking else Verdict.CLOSE


def _postcode(sought: str, known: frozenset[str]) -> Evidence:
    if sought in known:
        return Evidence(Fact.POSTCODE, Verdict.SAME, _POSTCODE)
    if sought.split(maxsplit=1)[0] in {each.split()[0] for each in known}:
        return Evidence(Fact.POSTCODE, Verdict.CLOSE, _OUTWARD)
    return Evidence(Fact.POSTCODE, Verdict.OTHER, _MOVED)


def _born(sought: date, known: date) -> Evidence:
    if sought == known:
        return Evidence(Fact.BORN, Verdict.SAME, _BORN)
    if _is_swapped(sought, known) or _slips(sought, known) == 1:
        return Evidence(Fact.BORN, Verdict.CLOSE, _BORN_SLIP)
    return Evidence(Fact.BORN, Verdict.OTHER, _BORN_OTHER)


def _is_swapped(one: date, other: date) -> bool:
    return (one.year, one.month, one.day) == (other.year, other.day, other.month)


def _slips(one: date, other: date) -> int:
    pairs = zip(one.isoformat(), other.isoformat(), strict=True)
    return sum(digit != its for digit, its in pairs)


def _reached(fact: Fact, *, is_same: bool) -> Evidence:
    if is_same:
        return Evidence(fact, Verdict.SAME, _REACHED)
    return Evidence(fact, Verdict.OTHER, _REACHED_OTHERWISE)
