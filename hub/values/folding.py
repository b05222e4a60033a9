"""Words folded for finding: no accents, capitals or marks, in whatever script they are written."""

import unicodedata
from collections.abc import Iterator

_APOSTROPHES = str.maketrans("", "", "'`\u2018\u2019\u02bc")


def bare_words(said: str) -> Iterator[str]:
    """Give the words of a text in small plain letters and digits; an apostrophe parts none."""
    plain = unicodedata.normalize("NFKD", said.casefold().translate(_APOSTROPHES))
    marks = (mark for mark in plain if not unicodedata.combining(mark))
    yield from "".join(mark if mark.isalnum() else " " for mark in marks).split()
