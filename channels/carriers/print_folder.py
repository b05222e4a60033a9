"""Letters into a folder, one PDF each, with a manifest of every day beside them.

`<folder>/<council>/<day>/` holds the PDFs and `manifest.csv`: reference, letter, edition, file,
sha256, sheets, at which counter it is collected if it is not posted, and the kind of letter. One
that is about no case has no reference. A
printer may take a PDF away as soon as it shows. So that no letter shows twice or never, whatever
crashes when: the PDF is written under a hidden name, then its line is added to the manifest, then
the PDF is given its name. A hidden PDF whose line is there only lacks its name.
"""

import csv
import fcntl
import io
import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from hub import store
from hub.cases import Printed
from hub.errors import Refused
from hub.letters import PrintedLetter, PrinterAway

MANIFEST = "manifest.csv"
COLUMNS = ("reference", "letter", "edition", "file", "sha256", "sheets", "collect_at", "kind")
_FIRST_KIND = "acknowledge"  # of a manifest that does not say
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class PrintFolder:
    """Lay letters in a folder; several processes may do so at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def lay(self, letter: PrintedLetter) -> None:
        """Lay a letter in its day's folder, once however often it is laid.

        :raises PrinterAway: if the folder takes nothing at the moment.
        """
        folder = self._folder / letter.council / letter.day.isoformat()
        shown = folder / f"{letter.reference or letter.kind}-{letter.id}.pdf"
        hidden = shown.with_name(f".{shown.name}")
        try:
            store.documents.make_through(folder)
            with _manifest(folder) as manifest:
                if not _names(manifest, letter):
                    store.documents.write_through(hidden, letter.pdf)
                    _add(manifest, _line(letter, shown.name))
            _show(hidden, shown)
        except OSError as error:
            raise PrinterAway from error


class PrintFolderRefused(Refused):
    """Say that a folder is none in which letters lie, with their manifests."""

    key = "print_folder_refused"

    def __str__(self) -> str:
        """Say it in one sentence, for a terminal."""
        return f"{self.values['folder']} is no print folder: {self.values['why']}"


def printed_in(
    folder: Path, councils: Collection[str], *, must_have: bool = False
) -> list[Printed]:
    """Give what every manifest in a print folder names; a line that a crash cut short is none.

    :raises PrintFolderRefused: if a manifest lies elsewhere than in `<council>/<day>/`, or cannot
        be read; and if there is none where there must be one.
    """
    found: list[Printed] = []
    for path in sorted(folder.rglob(MANIFEST)):
        council = path.parent.parent.name
        if council not in councils:
            why = f"{path} lies in no folder <council>/<day>."
            raise PrintFolderRefused(folder=str(folder), why=why)
        try:
            found += _printed(path, council)
        except (ValueError, KeyError, csv.Error) as error:
            why = f"{path} cannot be read."
            raise PrintFolderRefused(folder=str(folder), why=why) from error
    if must_have and not found:
        raise PrintFolderRefused(folder=str(folder), why=f"it holds no {MANIFEST} with a letter.")
    return found


def _printed(path: Path, council: str) -> Iterator[Printed]:
    whole = path.read_text(encoding="utf-8").rpartition("\n")[0]
    for line in csv.DictReader(io.StringIO(whole), strict=True):
        letter, kind = UUID(line["letter"]), line.get("kind") or _FIRST_KIND
        yield Printed(council, line["reference"], letter, kind, int(line["edition"]))


@contextmanager
def _manifest(folder: Path) -> Iterator[io.BufferedRandom]:
    """Open the day's manifest for this process alone, without a line that a crash cut short."""
    path = folder / MANIFEST
    if not path.exists():
        path.touch()
        store.documents.fsync(folder)
    with path.open("rb+") as manifest:
        fcntl.flock(manifest, fcntl.LOCK_EX)
        written = manifest.read()
        manifest.truncate(written.rfind(b"\n") + 1)
        if b"\n" not in written:
            _add(manifest, COLUMNS)
        manifest.seek(0)
        yield manifest


def _names(manifest: io.BufferedRandom, letter: PrintedLetter) -> bool:
    return f",{letter.id},".encode() in manifest.read()


def _line(letter: PrintedLetter, file: str) -> tuple[str, ...]:
    named = (letter.reference or "", letter.id, letter.edition, file)
    cells = (*named, letter.sha256, letter.sheets, letter.collect_at, letter.kind)
    return tuple(map(_harmless, map(str, cells)))


def _harmless(cell: str) -> str:
    """Keep a spreadsheet from taking a cell for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _add(manifest: io.BufferedRandom, cells: tuple[str, ...]) -> None:
    words = io.StringIO()
    csv.writer(words, lineterminator="\n").writerow(cells)
    manifest.seek(0, os.SEEK_END)
    manifest.write(words.getvalue().encode())
    manifest.flush()
    os.fsync(manifest.fileno())


def _show(hidden: Path, shown: Path) -> None:
    try:
        hidden.rename(shown)
    except FileNotFoundError:
        return  # it was shown before, and may have been printed and taken away since
    store.documents.fsync(shown.parent)
