"""Words folded for finding: without accents, capitals or marks, so that "ŵyn" finds "Wyn"."""

import re
import unicodedata

_NUMBER = re.compile(r"[0-9]+")
_NOT_WORDS = re.compile(r"[^a-z0-9]+")


def folded(words: str) -> str:
    """Give words in small plain letters and digits, single spaces between them."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    plain = "".join(mark for mark in apart if not unicodedata.combining(mark))
    return _NOT_WORDS.sub(" ", plain).strip()


def in_order(words: str) -> str:
    """Give folded words in a form that sorts as people count: 2 before 10."""
    return _NUMBER.sub(lambda number: number[0].zfill(6), folded(words))
