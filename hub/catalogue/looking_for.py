"""Services found by the words people use: misspelt, mutated, in either language.

Words are compared folded, without accents. A letter wrong, missing, too many or changed with its
neighbour is forgiven in words of four letters and more, two in long ones. A Welsh word is found by
any of its mutations.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from rapidfuzz.distance import OSA

from hub.catalogue.definition import Service
from hub.places import folded
from hub.values import radicals

_SHORTEST, _LONG = 4, 8
_MOST_WORDS = 12
_TITLE, _SEARCH, _ABOUT = 1.2, 1.0, 0.4
_SAME, _BEGINS, _NEAR = 1.0, 0.8, 0.6
_ENOUGH = 0.45  # of the best found, so that a weak likeness does not stand beside a good one
_LITTLE = frozenset(  # words that tell nothing, English and Welsh
    "a an and the my our your i we you is are was be been to of in on at for it has have "  # noqa: SIM905 (words to be read as words)
    "not no do does did with from y yr fy ein eich o ac yn ar am wedi heb mae ei".split()
)


@dataclass(frozen=True, slots=True)
class Told:
    """Hold a service and the words that it is told by, in every language, each with its weight."""

    service: Service
    words: Mapping[str, float]


def look_for(told: Sequence[Told], words: str) -> tuple[Service, ...]:
    """Give the services that these words may mean, the likeliest first; none if none is like."""
    wanted = [word for word in folded(words).split() if word not in _LITTLE][:_MOST_WORDS]
    if not wanted:
        return ()
    likely = [_weighed([_likeness(word, one.words) for one in told]) for word in wanted]
    scores = [sum(each) for each in zip(*likely, strict=True)]
    best = max(scores, default=0.0)
    found = [
        (score, one.service)
        for score, one in zip(scores, told, strict=True)
        if score > 0 and score >= best * _ENOUGH
    ]
    return tuple(service for _, service in sorted(found, key=lambda one: -one[0]))


def tell(service: Service) -> Told:
    """Make what a service is told by; a word of its title weighs most."""
    told: dict[str, float] = {}
    search = [phrase for phrases in service.search.values() for phrase in phrases]
    weighed = (
        (_ABOUT, service.about.values()),
        (_SEARCH, search),
        (_TITLE, service.title.values()),
    )
    for weight, phrases in weighed:
        told |= dict.fromkeys(_words(phrases), weight)
    return Told(service, told)


def _words(phrases: Iterable[str]) -> Iterable[str]:
    return (word for phrase in phrases for word in folded(phrase).split() if word not in _LITTLE)


def _weighed(likely: Sequence[float]) -> list[float]:
    """Weigh the likenesses of a word: one that every service is told by tells little."""
    told_by = sum(one >= _ABOUT for one in likely)
    return [one / sqrt(1 + told_by) for one in likely]


def _likeness(word: str, told: Mapping[str, float]) -> float:
    return max((weight * _alike(word, other) for other, weight in told.items()), default=0)


def _alike(word: str, other: str) -> float:
    if word == other:
        return _SAME
    if min(len(word), len(other)) < _SHORTEST:
        return 0
    if radicals(word) & radicals(other):
        return _SAME
    if other.startswith(word) or word.startswith(other):
        return _BEGINS
    slips = 2 if min(len(word), len(other)) >= _LONG else 1
    return _NEAR if OSA.distance(word, other, score_cutoff=slips) <= slips else 0
