"""The first letters of Welsh words, which change: Pont, y Bont, ym Mhont, â Phont.

The changes are the soft, nasal and aspirate mutations (P. W. Thomas, Gramadeg y Gymraeg, 1996).
"""

_CHANGES = (  # as it is written, and what it came from
    ("ngh", "c"), ("ng", "g"), ("mh", "p"), ("nh", "t"), ("ch", "c"), ("ph", "p"), ("th", "t"),
    ("dd", "d"), ("f", "b"), ("f", "m"), ("g", "c"), ("b", "p"), ("d", "t"), ("l", "ll"),
    ("r", "rh"), ("m", "b"), ("n", "d"), ("", "g"),
)  # fmt: skip


def radicals(word: str) -> frozenset[str]:
    """Give the words that this one may be a mutation of, itself among them."""
    older = {
        radical + word.removeprefix(sign) for sign, radical in _CHANGES if word.startswith(sign)
    }
    return frozenset({word, *older})


def relatives(word: str) -> frozenset[str]:
    """Give every word that may be the same one, mutated or not, itself among them."""
    newer = {
        sign + root.removeprefix(radical)
        for root in radicals(word)
        for sign, radical in _CHANGES
        if root.startswith(radical)
    }
    return radicals(word) | newer
