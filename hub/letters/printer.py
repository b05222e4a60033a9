"""What the hub needs of whoever prints letters."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from hub.errors import TryAgain
from hub.values import Reference


class PrinterAway(TryAgain):
    """Say that the printer, or its folder, cannot be reached just now."""

    key = "printer_away"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLetter:
    """Hold a letter as it goes to the printer; `day` is the council's day on which it was written.

    `reference` is None for a letter that is about no case. `id` is the letter's own: what is laid
    twice under it lies there once. `collect_at` is the address of the counter where it is
    collected, empty where it is posted. `was_printed` says that a print manifest named it before
    the hub was restored.
    """

    council: str
    day: date
    id: UUID
    reference: Reference | None
    kind: str
    edition: int
    sha256: str
    sheets: int
    pdf: bytes
    collect_at: str = ""
    was_printed: bool = False


class Printer(Protocol):
    """Take letters to be printed."""

    def lay(self, letter: PrintedLetter) -> None:
        """Lay a letter where it will be printed, once however often it is laid.

        :raises PrinterAway: if trying again later may help.
        """
