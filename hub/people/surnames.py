"""Whether somebody told us a person's surname, however they write it."""

import hmac
import unicodedata


def is_surname(told: str, *, name: str) -> bool:
    """Say whether these are the last words of a person's name, or all of them.

    Capitals, accents, hyphens and apostrophes do not count: Siân Ŵyn-Jones is found by "wyn jones".
    A double name is told whole. Whose surname stands first tells the whole name.
    """
    said = _bare(told)
    words = [bare for bare in map(_bare, name.split()) if bare]
    tails = ["".join(words[start:]) for start in range(len(words))]
    same = [hmac.compare_digest(said.encode(), tail.encode()) for tail in tails]
    return bool(said) and any(same)


def may_be_surname(told: str) -> bool:
    """Say whether these words may be a surname at all: letters, no digit, no e-mail address."""
    letters = any(mark.isalpha() for mark in told)
    return letters and not any(mark.isdigit() or mark == "@" for mark in told)


def _bare(words: str) -> str:
    parts = unicodedata.normalize("NFKD", words).casefold()
    return "".join(mark for mark in parts if mark.isalnum())
