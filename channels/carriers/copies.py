"""Copies of letters, e-mails and texts in the folders into which this program laid them."""

from pathlib import Path
from uuid import UUID

from hub.errors import TryAgain
from hub.letters import LaidLetter
from hub.sharing import UNSURE, CopiesLeft
from hub.store.documents import fsync


class CopiesAway(TryAgain):
    """Say that a folder of copies cannot be written to just now."""

    key = "copies_away"


class FolderCopies:
    """Know the print folder, and those below `data`: of mail and texts, of what a restore laid."""

    def __init__(self, print_folder: Path, data: Path) -> None:
        self._print_folder = print_folder
        self._data = data

    def forget(self, left: CopiesLeft) -> None:
        """Delete what lies there of these letters and messages; manifests name nobody, and stay.

        :raises CopiesAway: if a folder takes no change at the moment.
        """
        try:
            for letter in left.letters:
                self._take_back(left.council, letter)
            for message in left.messages:
                self._tear_up(message)
        except OSError as error:
            raise CopiesAway from error

    def _take_back(self, council: str, letter: LaidLetter) -> None:
        name = f"{letter.reference}-{letter.id}.pdf"
        for root in (self._print_folder, *self._data.glob(f"{UNSURE}*")):
            folder = root / council / letter.day.isoformat()
            _delete(folder / name, folder / f".{name}")

    def _tear_up(self, message: UUID) -> None:
        _delete(self._data / "mail" / f"{message}.eml", self._data / "texts" / f"{message}.txt")


def _delete(*files: Path) -> None:
    there = [file for file in files if file.exists()]
    for file in there:
        file.unlink(missing_ok=True)
        fsync(file.parent)
