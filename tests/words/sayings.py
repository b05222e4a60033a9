"""All that the templates say: each pair of English and Welsh, and where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hub import files
from hub.files import Part, Proof


@dataclass(frozen=True, slots=True)
class Saying:
    """Be something said in both languages, and its place for whoever has to mend it."""

    place: str
    en: str
    cy: str


@cache
def sayings(templates: Path) -> tuple[Saying, ...]:
    """Give every pair of words in services, councils, letters, pages and other words."""
    return tuple(
        Saying(_place(part), part.mapping["en"].written, part.mapping["cy"].written)
        for part in _two_languages(templates)
        if part.mapping and part.mapping["en"].is_leaf and part.mapping["cy"].is_leaf
    )


@cache
def welsh(templates: Path) -> tuple[tuple[str, str], ...]:
    """Give all that is written in Welsh with its place, the words to search by too."""
    return tuple(
        (_place(leaf), leaf.written)
        for part in _two_languages(templates)
        if part.mapping
        for leaf in (part.mapping["cy"].members or (part.mapping["cy"],))
    )


def _two_languages(templates: Path) -> Iterator[Part]:
    for path in sorted(templates.rglob("*.yaml")):
        proof = Proof()
        part = files.read(path, root=templates, proof=proof)
        assert part is not None, proof.mistakes
        yield from _below(part)


def _below(part: Part) -> Iterator[Part]:
    inner = part.mapping or {}
    if {"en", "cy"} <= inner.keys():
        yield part
        return
    for each in (*inner.values(), *(part.members or ())):
        yield from _below(each)


def _place(part: Part) -> str:
    return f"templates/{part.file}:{part.line} {part.key}"
