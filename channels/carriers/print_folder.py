"""Letters into a folder, one PDF each, with a manifest of every day beside them.

`<folder>/<council>/<day>/` holds the PDFs and `manifest.csv`: reference, letter, edition, file,
sha256, sheets. A printer may take a PDF away as soon as it shows. So that no letter shows twice
or never, whatever crashes when: the PDF is written under a hidden name, then its line is added to
the manifest, then the PDF is given its name. A hidden PDF whose line is there only lacks its name.
"""

import csv
import fcntl
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from hub import store
from hub.cases import Printed
from hub.letters import PrintedLetter, PrinterAway

MANIFEST = "manifest.csv"
COLUMNS = ("reference", "letter", "edition", "file", "sha256", "sheets")
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
        shown = folder / f"{letter.reference}-{letter.id}.pdf"
        hidden = shown.with_name(f".{shown.name}")
        try:
            _make(folder)
            with _manifest(folder) as manifest:
                if not _names(manifest, letter):
                    store.documents.write_through(hidden, letter.pdf)
                    _add(manifest, _line(letter, shown.name))
            _show(hidden, shown)
        except OSError as error:
            raise PrinterAway from error


def _make(folder: Path) -> None:
    """Make a folder so that a power cut does not take it back."""
    if not folder.is_dir():
        _make(folder.parent)
        folder.mkdir(exist_ok=True)
        _sync(folder.parent)


def printed_in(folder: Path) -> Iterator[Printed]:
    """Give what every manifest in a print folder names; a line that a crash cut short is none."""
    for path in sorted(folder.rglob(MANIFEST)):
        whole = path.read_text(encoding="utf-8").rpartition("\n")[0]
        for line in csv.DictReader(io.StringIO(whole)):
            council = path.parent.parent.name
            yield Printed(council, line["reference"], UUID(line["letter"]), int(line["edition"]))


@contextmanager
def _manifest(folder: Path) -> Iterator[io.BufferedRandom]:
    """Open the day's manifest for this process alone, without a line that a crash cut short."""
    path = folder / MANIFEST
    if not path.exists():
        path.touch()
        _sync(folder)
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
    cells = (letter.reference, letter.id, letter.edition, file, letter.sha256, letter.sheets)
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
    _sync(shown.parent)


def _sync(folder: Path) -> None:
    line = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(line)
    finally:
        os.close(line)
