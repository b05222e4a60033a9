"""A mapping read key by key: what is missing, unknown or of the wrong sort is marked."""

import re
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from hub.files.part import Part
from hub.files.proof import Proof
from hub.files.texts import MISSING, text
from hub.values import Text

_E = TypeVar("_E", bound=StrEnum)
_S = TypeVar("_S")
_FLAGS = {"yes": True, "true": True, "no": False, "false": False}


@dataclass(slots=True)
class Fields:
    """Give the values under the keys of a mapping, or a stand-in after a mistake.

    Nobody changes one; it is not frozen because a hub with 500 services makes 40,000 at its start.
    `parts` are those by key, none if this is no mapping; `known` names the keys that may stand
    here, each with an example that shows how to write it.
    """

    part: Part
    proof: Proof
    known: Mapping[str, str]
    parts: Mapping[str, Part] = field(init=False)

    def __post_init__(self) -> None:
        """Mark what is no mapping, and keys that are not known."""
        written = self.part.mapping
        self.parts = written or {}
        if written is None:
            example = next(iter(self.known.values()))
            what = f"Here stands {self.part.sort} where keys are needed."
            self.proof.mark(self.part, what, f"Write keys, the first for example {example}.")
        if not self.parts.keys() <= self.known.keys():
            self._mark_unknown()

    def _mark_unknown(self) -> None:
        for name, part in self.parts.items():
            if name not in self.known:
                self.proof.mark_unknown(part, "The key", said=name, known=self.known)

    def __contains__(self, name: str) -> bool:
        """Say whether a key is written."""
        return name in self.parts

    def get(self, name: str) -> Part | None:
        """Give the part under a key, if it is written."""
        return self.parts.get(name)

    def need(self, name: str) -> Part | None:
        """Give the part under a key, and mark it if nothing is written there."""
        part = self.parts.get(name)
        if part is not None and (part.value or not part.is_empty):
            return part
        if self.part.mapping is not None:
            what = f"“{name}” is missing."
            self.proof.mark(part or self.part, what, f"Write {self.known[name]}.")
        return None

    def _written(self, name: str) -> Part | None:
        return self.need(name) if name in self.parts else None

    def text(self, name: str, allowed: AbstractSet[str] = frozenset()) -> Text:
        """Give words in each language; `allowed` are their place-holders."""
        part = self.need(name)
        return text(part, proof=self.proof, allowed=allowed) if part else MISSING

    def maybe_text(self, name: str, allowed: AbstractSet[str] = frozenset()) -> Text | None:
        """Give words in each language, or nothing if the key is not written."""
        return self.text(name, allowed) if name in self.parts else None

    def word(self, name: str, shape: re.Pattern[str] | None = None) -> str:
        """Give one line of words, which must have `shape`; "" after a mistake."""
        part = self.need(name)
        if part is None:
            return ""
        fits = part.is_leaf and (shape is None or shape.fullmatch(part.written))
        return part.written if fits else self._wrong(part, "")

    def maybe_word(self, name: str, shape: re.Pattern[str] | None = None) -> str | None:
        """Give one line of words, or nothing if the key is not written."""
        return (self.word(name, shape) or None) if name in self else None

    def number(self, name: str, *, least: int = 0, most: int = 10**9) -> int | None:
        """Give a whole number, or nothing if the key is not written."""
        part = self._written(name)
        if part is None:
            return None
        number = part.number
        fits = number is not None and least <= number <= most
        return number if fits else self._wrong(part, None)

    def parsed(self, name: str, parse: Callable[[str], _S], *, stand_in: _S) -> _S:
        """Give what `parse` makes of a line of words; it refuses them with a ValueError."""
        part = self.need(name)
        if part is None:
            return stand_in
        try:
            return parse(part.written) if part.is_leaf else self._wrong(part, stand_in)
        except (ValueError, LookupError):
            return self._wrong(part, stand_in)

    def words(self, name: str, parse: Callable[[str], _S], *, least: int = 0) -> tuple[_S, ...]:
        """Give a list of single words, each as `parse` makes it; at least `least` of them."""
        if least and name not in self:
            self.need(name)
        read: list[_S] = []
        for part in self.each(name):
            try:
                read.append(parse(part.written if part.is_leaf else ""))
            except (ValueError, LookupError):
                self._wrong(part, None, name)
        return tuple(read)

    def flag(self, name: str) -> bool:
        """Give yes or no; no if the key is not written."""
        part = self._written(name)
        if part is None or (part.is_leaf and part.written in _FLAGS):
            return part is not None and _FLAGS[part.written]
        return self._wrong(part, False)  # noqa: FBT003  (a stand-in, not a switch)

    def kind(self, name: str, kinds: type[_E]) -> _E | None:
        """Give a member of `kinds` by its word; nothing after a mistake."""
        part = self.need(name)
        if part is None:
            return None
        if not part.is_leaf:
            return self._wrong(part, None)
        try:
            return kinds(part.written)
        except ValueError:
            words = [kind.value for kind in kinds]
            self.proof.mark_unknown(part, f"The {name}", said=part.written, known=words)
            return None

    def each(self, name: str) -> tuple[Part, ...]:
        """Give the members of a list, none if the key is not written."""
        part = self._written(name)
        if part is None or part.members is not None:
            return (part.members or ()) if part else ()
        return self._wrong(part, ())

    def under(self, name: str, known: Mapping[str, str]) -> "Fields | None":
        """Give the keys of the mapping under a key, which must be there."""
        part = self.need(name)
        return Fields(part, self.proof, known) if part else None

    def _wrong(self, part: Part, stand_in: _S, name: str = "") -> _S:
        name = name or part.key.rpartition(".")[2]
        what = f"Here stands {part.sort}, which does not fit."
        self.proof.mark(part, what, f"Write {self.known.get(name, name)}.")
        return stand_in
