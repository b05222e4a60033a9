"""The glossary of terms: which Welsh words must stand where the English says a term."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from hub import files
from hub.files import Proof
from tests.words.mutations import radicals

_HOLDER = re.compile(r"\{[^}]*\}")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
Terms = Mapping[str, tuple[str, ...]]


@cache
def read(templates: Path) -> Terms:
    """Give every term, the longest first, with the Welsh that may stand for it."""
    proof = Proof()
    part = files.read(templates / "terms.yaml", root=templates, proof=proof)
    assert part is not None, proof.mistakes
    found = {
        term: tuple(each.written for each in welsh.members or ())
        for term, welsh in (part.mapping or {}).items()
    }
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


def missing(english: str, welsh: str, terms: Terms) -> Iterator[str]:
    """Give each term of the English for which nothing stands in the Welsh."""
    left = _HOLDER.sub(" ", english)
    said = words(welsh)
    for term, forms in terms.items():
        left, count = re.subn(rf"\b{re.escape(term)}s?\b", " ", left, flags=re.IGNORECASE)
        if count and not any(_stands(words(form), said) for form in forms):
            yield term


def words(sentence: str) -> list[str]:
    """Part a sentence into its words, without what is joined on by an apostrophe."""
    plain = _HOLDER.sub(" ", sentence).replace("\u2019", "'")
    return _WORD.findall(re.sub(r"'(?:ch|th|[rniuwm])\b", " ", plain))


def _stands(form: list[str], said: list[str]) -> bool:
    starts = range(len(said) - len(form) + 1)
    return any(
        all(radicals(a) & radicals(b) for a, b in zip(form, said[at:], strict=False))
        for at in starts
    )
