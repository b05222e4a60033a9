"""A mistake in a file: where it stands, what is wrong and what to write instead."""

from collections.abc import Sequence
from dataclasses import dataclass

from hub.errors import Refused


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """Tell the one who edits a file what to mend; lines count from 1."""

    file: str
    line: int
    key: str
    what: str
    remedy: str

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
