"""A mistake in a file: where it stands, what is wrong and what to write instead."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from hub.errors import Refused
from hub.files.part import Part


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """Tell the one who edits a file what to mend; lines count from 1."""

    file: str
    line: int
    key: str
    what: str
    remedy: str

    @classmethod
    def at(cls, part: Part, what: str, remedy: str) -> Self:
        """Note that something is wrong at `part`, and what to write instead."""
        return cls(part.file, part.line, part.key, what, remedy)

    def __str__(self) -> str:
        """Say it as `hub check` prints it."""
        key = f" {self.key}:" if self.key else ""
        return f"{self.file}:{self.line}:{key} {self.what} {self.remedy}"


class FilesRefused(Refused):
    """Refuse files with mistakes, and carries all of them."""

    key = "files_refused"

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        """Keep the mistakes in the order of files and lines, each once."""
        self.mistakes = tuple(sorted(set(mistakes)))
        super().__init__(count=len(self.mistakes), first=str(self.mistakes[0]))

    def __str__(self) -> str:
        """Say every mistake on a line of its own."""
        return "\n".join(map(str, self.mistakes))
