"""A definition before its judges: the service, and where each of its words was written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from hub.catalogue.definition import Service, Step
from hub.files import Mistake, Part
from hub.values import Language

_CODES = frozenset(language.value for language in Language)


@dataclass(frozen=True, slots=True)
class Judged:
    """Hold a service that could be read, with the part of the files that it was read from."""

    service: Service
    part: Part

    def at(self, *way: str) -> Part:
        """Give the part under these keys, or the nearest above it that is written."""
        return under(self.part, *way)

    def steps(self) -> Iterator[tuple[Step, Part]]:
        """Give each step with its part, in the order of asking; those of groups stay inside."""
        written = self.at("questions").members or ()
        return zip(self.service.steps, written, strict=True)

    def words(self) -> Iterator[tuple[Language, Part]]:
        """Give everything that is said to anyone, in each language, where it is written."""
        return _words(self.part)


class Judge(Protocol):
    """Be whoever may refuse a definition: a room, or a door that could not carry it."""

    def __call__(self, judged: Judged, /) -> Iterable[Mistake]:
        """Give every mistake in a service, none if it will do."""


def under(part: Part, *way: str) -> Part:
    """Give the part under these keys, or the nearest above it that is written."""
    for name in way:
        part = (part.mapping or {}).get(name, part)
    return part


def alternatives(part: Part) -> tuple[Part, ...]:
    """Give where each alternative of a condition stands."""
    return part.members if part.members is not None else (part,)


def _words(part: Part) -> Iterator[tuple[Language, Part]]:
    inner = part.mapping
    if inner and inner.keys() <= _CODES:
        yield from ((Language(code), said) for code, said in inner.items() if said.is_leaf)
        return
    for each in (*(inner or {}).values(), *(part.members or ())):
        yield from _words(each)
