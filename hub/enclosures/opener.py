"""What opens a file that a stranger sent, and what comes of it."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from hub.errors import Refused, TryAgain

LARGEST = 25 * 1024 * 1024
"""The most bytes that one file may have."""


class Why(StrEnum):
    """Say why a file is not taken; the words stand in problems.yaml, as `file_<why>`."""

    EMPTY = "empty"
    LARGE = "large"
    TYPE = "type"
    HEIC = "heic"
    DAMAGED = "damaged"
    LOCKED = "locked"
    ACTIVE = "active"
    PAGES = "pages"
    DOTS = "dots"
    INFLATED = "inflated"
    HARD = "hard"


class NotOpened(Refused):
    """Refuse a file: `why` says what is wrong with it."""

    key = "not_opened"

    def __init__(self, why: Why) -> None:
        """Keep the reason."""
        super().__init__(why=why.value)
        self.why = why


class OpenerAway(TryAgain):
    """Be raised when no file can be opened just now, whatever is in it."""

    key = "opener_away"


@dataclass(frozen=True, slots=True)
class Opened:
    """Hold what is kept of a file, its media type, and a small JPEG of its first page."""

    kind: str
    document: bytes = field(repr=False)
    thumbnail: bytes = field(repr=False)
    pages: int


class Opener(Protocol):
    """Open what strangers send, where it can do no harm."""

    def open(self, content: bytes) -> Opened:
        """Judge a file by its content, and give what is kept of it.

        :raises NotOpened: if it is not taken.
        :raises OpenerAway: if no file can be opened just now.
        """
