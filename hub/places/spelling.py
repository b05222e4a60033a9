"""Street names however they are spelt: "High St.", "Stryd Fawr", "St John's Rd", "Heol Pont".

A name has a plain form, in which abbreviations, apostrophes and the languages' words for a street
are one, and a loose form, in which a mutated first letter is the letter that it came from as well.
"""

import re

from hub.places.folding import folded

_APOSTROPHES = re.compile("['\u2018\u2019\u02bc`]")
_NUMBER = re.compile(r"[0-9]+[a-z]?")
_SAME = (
    ("st", "street", "str", "stryd", "saint", "sant"),
    ("rd", "road", "heol", "hl", "ffordd", "ff"),
    ("ave", "av", "avenue", "rhodfa"),
    ("ln", "lane", "lon"),
    ("cl", "close", "clos"),
    ("sq", "square", "sgwar"),
    ("ter", "terr", "terrace", "teras", "rhes", "row"),
    ("cres", "crescent", "cilgant"),
    ("dr", "drive", "rhodfa"),
    ("pl", "place"),
    ("gdns", "gdn", "gardens", "garden", "gerddi"),
    ("pk", "park", "parc"),
    ("ct", "court", "cwrt", "llys"),
    ("gr", "grove", "llwyn"),
    ("hill", "rhiw", "allt"),
    ("way",),
)
KINDS = frozenset(same[0] for same in _SAME)
_KIND = {word: same[0] for same in reversed(_SAME) for word in same}
_SMALL = frozenset({"the", "y", "yr", "r", "of", "and"})
_AROUND = frozenset(
    {
        *("flat", "fflat", "unit", "apartment", "no", "number", "rhif", "house"),
        *("near", "nr", "outside", "opposite", "opp", "by", "next", "to", "at", "in", "on"),
        *("ger", "gyferbyn", "tu", "allan", "i", "a", "wrth"),
    }
)  # what stands before an address, and is no part of its street
# The nasal, spirant and soft mutations of Welsh, the longest sign first, and what they came from;
# g is lost altogether, so that it and all that may become it count for nothing.
_MUTATED = (
    ("ngh", ""),
    ("ng", ""),
    ("mh", "p"),
    ("nh", "t"),
    ("ph", "p"),
    ("th", "t"),
    ("dd", "t"),
    ("ch", ""),
    ("ll", "l"),
    ("rh", "r"),
    *((sign, "p") for sign in "pbfmv"),
    *((sign, "t") for sign in "td"),
    *((sign, "") for sign in "cg"),
)
_SHORTEST_LOOSE = 3  # letters


def plain_words(name: str) -> tuple[str, ...]:
    """Give the words of a name in their plain form, without the small ones."""
    words = folded(_APOSTROPHES.sub("", name)).split()
    return tuple(_KIND.get(word, word) for word in words if word not in _SMALL)


def loose_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Give plain words in their loose form."""
    return tuple(word if word in KINDS else _loose(word) for word in words)


def asked_words(said: str) -> tuple[tuple[str, ...], str]:
    """Give the words of a street somebody asks for, and the number of the house ("" if none)."""
    words = plain_words(said)
    numbers = [word for word in words if _NUMBER.fullmatch(word)]
    named = (word for word in words if word not in _AROUND and not _NUMBER.fullmatch(word))
    return tuple(dict.fromkeys(named)), numbers[-1] if numbers else ""


def _loose(word: str) -> str:
    if len(word) < _SHORTEST_LOOSE:
        return word
    for sign, radical in _MUTATED:
        if word.startswith(sign):
            return radical + word.removeprefix(sign)
    return word
