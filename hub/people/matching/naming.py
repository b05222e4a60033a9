"""Names as people write them: which words count, and how alike two names are.

The order of the words does not count: Welsh, English and Hungarian, Chinese or Tamil names put the
family's name first or last, and clerks do it both ways.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz.distance import OSA, JaroWinkler

from hub.values import bare_words

_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "lord", "lady", "rev", "revd"}
).union({"cllr", "fr", "sr", "jr", "parch", "parchg", "cyng", "athro", "bnr", "bns", "y"})
_JOINING = frozenset(
    {"ap", "ab", "ferch", "verch", "bin", "binti", "bint", "ibn", "al", "el", "van", "von", "der"}
).union({"den", "de", "di", "da", "du"})
_PREFIXES = frozenset({"mc", "mac", "o"})
_LONGEST = 12  # words of a name that are looked at; more is no name
_SHORT_FORM = 3  # letters with which a shortened name still says something: Wil, Deb, Moh
_ONE_SLIP, _TWO_SLIPS = 4, 8  # letters from which one or two slips of the pen are forgiven
_ALIKE = 0.93


class Likeness(IntEnum):
    """Say how alike two words of a name are."""

    OTHER = 0
    INITIAL = 1
    CLOSE = 2
    SAME = 3


@dataclass(frozen=True, slots=True)
class Compared:
    """Hold how two names stand to each other: each pair of words, and how many are left over."""

    pairs: tuple[tuple[str, Likeness], ...]
    only_one: int
    only_other: int

    @property
    def differ(self) -> int:
        """Count the words of one name that stand against other words of the other."""
        return min(self.only_one, self.only_other)

    @property
    def lacking(self) -> int:
        """Count the words that one name has and the other leaves out."""
        return max(self.only_one, self.only_other) - self.differ


def words_of(name: str) -> tuple[str, ...]:
    """Give the words of a name that count: no accents, capitals, titles or small joining words.

    A name of joining words alone keeps them: somebody may be called Van.
    """
    bare = [word for word in _bare(name) if word not in _TITLES] or list(_bare(name))
    kept = [word for word in bare if word not in _JOINING] or bare
    return tuple(_joined(kept))[:_LONGEST]


def compare(one: Sequence[str], other: Sequence[str]) -> Compared:
    """Set the words of two names side by side, the most alike first, whatever their order."""
    rated = sorted(
        ((likeness(a, b), i, j) for i, a in enumerate(one) for j, b in enumerate(other)),
        key=lambda rating: (-rating[0], rating[1], rating[2]),
    )
    free, free_other = set(range(len(one))), set(range(len(other)))
    pairs = []
    for rating, i, j in rated:
        if rating and i in free and j in free_other:
            free.remove(i)
            free_other.remove(j)
            pairs.append((max(one[i], other[j], key=len), rating))
    return Compared(tuple(pairs), len(free), len(free_other))


def likeness(one: str, other: str) -> Likeness:
    """Say how alike two bare words are: slips of the pen and short forms are forgiven."""
    if one == other:
        return Likeness.SAME
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORT_FORM:
        return Likeness.INITIAL if long.startswith(short) else Likeness.OTHER
    if long.startswith(short) or _is_slip(short, long):
        return Likeness.CLOSE
    return Likeness.OTHER


def _is_slip(short: str, long: str) -> bool:
    forgiven = 2 if len(long) >= _TWO_SLIPS else 1 if len(long) >= _ONE_SLIP else 0
    slips = OSA.distance(short, long, score_cutoff=2)
    near = short[0] == long[0] and JaroWinkler.similarity(short, long) >= _ALIKE
    return slips <= forgiven or near


def _bare(name: str) -> Iterator[str]:
    return (word for word in bare_words(name) if word.isalpha())


def _joined(words: Sequence[str]) -> Iterator[str]:
    """Write "Mc Donald" and "O Brien" as one word, as most do; a lone letter stays an initial."""
    waiting = ""
    for at, word in enumerate(words):
        if word in _PREFIXES and 0 < at < len(words) - 1:
            waiting = word
            continue
        yield waiting + word
        waiting = ""
