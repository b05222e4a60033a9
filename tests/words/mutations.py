"""The initial mutations of Welsh: a word at the head of a phrase changes its first letter.

Soft, nasal and aspirate mutations, and the h before a vowel. See any Welsh grammar: they are rules
of spelling with few exceptions, so a word is looked up by every radical it could come from.
"""

from collections.abc import Iterator

_SOFT = {
    "g": "c",
    "b": "p",
    "d": "t",
    "f": "bm",
    "dd": "d",
    "l": ("ll",),
    "r": ("rh",),
}
_NASAL = {"ngh": "c", "mh": "p", "nh": "t", "ng": "g", "m": "b", "n": "d"}
_ASPIRATE = {"ch": "c", "ph": "p", "th": "t"}
_LOSES_G = "aeiouwylrâêîôûŵŷ"
_VOWELS = "aeiouwyâêîôûŵŷ"


def radicals(word: str) -> frozenset[str]:
    """Give every word, in small letters, that this one could be a mutation of, and itself."""
    small = word.lower()
    return frozenset({small, *_unmutated(small)})


def _unmutated(word: str) -> Iterator[str]:
    for table in (_SOFT, _NASAL, _ASPIRATE):
        for mutated, before in table.items():
            if word.startswith(mutated):
                yield from (first + word.removeprefix(mutated) for first in before)
    if word[:1] in _LOSES_G:
        yield f"g{word}"
    if word.startswith("h") and word[1:2] in _VOWELS:
        yield word[1:]
