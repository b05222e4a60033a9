"""A part of a file: a value, and where it was written."""

from collections.abc import Mapping
from typing import NamedTuple

Leaf = str | int | bool | None
Plain = Leaf | list["Plain"] | dict[str, "Plain"]
_HOLDING = (dict, tuple)


class Part(NamedTuple):
    """Hold a leaf, a list or a mapping, with its file, line and key.

    A hub with 500 services makes 300,000 of these at its start: a tuple is made in a third of the
    time that a frozen dataclass takes.

    `key` is the way to it from the top: "questions.3.ask", lists counted from 1. `written` is a
    leaf as it stands in the file, so that 0800 keeps its nought.
    """

    value: "Leaf | tuple[Part, ...] | dict[str, Part]"
    file: str
    line: int
    key: str
    written: str = ""

    @property
    def mapping(self) -> "Mapping[str, Part] | None":
        """Give the parts by key, or nothing if this is no mapping."""
        return self.value if isinstance(self.value, dict) else None

    @property
    def members(self) -> "tuple[Part, ...] | None":
        """Give the parts in order, or nothing if this is no list."""
        return self.value if isinstance(self.value, tuple) else None

    @property
    def is_leaf(self) -> bool:
        """Say whether this is neither a list nor a mapping."""
        return not isinstance(self.value, _HOLDING)

    @property
    def is_empty(self) -> bool:
        """Say whether nothing at all was written here."""
        return self.value is None or not (self.value or isinstance(self.value, int))

    @property
    def number(self) -> int | None:
        """Give the whole number that is written here, plainly (no 007, no +7); else nothing."""
        value = self.value
        is_plain = isinstance(value, int) and str(value) == self.written
        return int(self.written) if is_plain else None

    @property
    def sort(self) -> str:
        """Name what is written here, for a person."""
        if self.mapping is not None:
            return "a mapping (key: value)"
        if self.members is not None:
            return "a list"
        return "nothing" if self.value in (None, "") else f"“{self.written[:40]}”"

    def holding(self, value: "tuple[Part, ...] | dict[str, Part]") -> "Part":
        """Give a part that stands where this one does, and holds something else."""
        return self._replace(value=value)

    def saying(self, word: str) -> "Part":
        """Give a part that stands where this one does, and is this word."""
        return self._replace(value=word, written=word)

    def plain(self) -> Plain:
        """Give the value without its places, as JSON knows it."""
        value = self.value
        if isinstance(value, str):
            return value
        if isinstance(value, dict):
            return {
                key: part.value if part.value.__class__ is str else part.plain()
                for key, part in value.items()
            }
        if isinstance(value, tuple):
            return [part.plain() for part in value]
        return value if str(value) == self.written else self.written


def from_plain(value: Plain, file: str, key: str = "") -> Part:
    """Make parts of a value that was kept, all on line 1 of `file`."""
    if isinstance(value, dict):
        under = f"{key}." if key else ""
        parts = {name: from_plain(inner, file, under + name) for name, inner in value.items()}
        return Part(parts, file, 1, key)
    if isinstance(value, list):
        members = (from_plain(inner, file, f"{key}.{n}") for n, inner in enumerate(value, 1))
        return Part(tuple(members), file, 1, key)
    return Part(value, file, 1, key, "" if value is None else str(value))
