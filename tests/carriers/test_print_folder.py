"""The print folder: whatever crashes when, a letter shows once."""

import csv
from dataclasses import replace
from datetime import date
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from channels.carriers.print_folder import MANIFEST, PrintFolder
from hub.letters import PrintedLetter, PrinterAway
from hub.values import Reference

DAY = date(2026, 11, 23)


def a_letter(number: int = 1, **changed: Any) -> PrintedLetter:  # noqa: ANN401 (any field may be said)
    """Build a letter of two sheets, told apart by its number."""
    letter = PrintedLetter(
        council="aberwen",
        day=DAY,
        id=UUID(int=number),
        reference=Reference("12345678978"),
        kind="acknowledge",
        edition=1,
        sha256=sha256(b"%PDF").hexdigest(),
        sheets=2,
        pdf=b"%PDF",
    )
    return replace(letter, **changed)


def _day(folder: Path) -> Path:
    return folder / "aberwen" / "2026-11-23"


def _lines(folder: Path) -> list[dict[str, str]]:
    with (_day(folder) / MANIFEST).open(newline="") as manifest:
        return list(csv.DictReader(manifest))


def _shown(folder: Path) -> list[str]:
    return sorted(path.name for path in _day(folder).glob("[!.]*.pdf"))


def test_a_letter_has_its_file_and_its_line(tmp_path: Path) -> None:
    PrintFolder(tmp_path).lay(a_letter())

    (line,) = _lines(tmp_path)
    assert list(line) == [
        "reference",
        "letter",
        "edition",
        "file",
        "sha256",
        "sheets",
        "collect_at",
        "kind",
    ]
    assert line["kind"] == "acknowledge"
    assert _shown(tmp_path) == [line["file"]]
    assert sha256((_day(tmp_path) / line["file"]).read_bytes()).hexdigest() == line["sha256"]


def test_laid_twice_it_lies_there_once(tmp_path: Path) -> None:
    printer = PrintFolder(tmp_path)

    printer.lay(a_letter())
    printer.lay(a_letter())

    assert len(_lines(tmp_path)) == len(_shown(tmp_path)) == 1


def test_a_letter_that_was_printed_and_taken_away_does_not_come_back(tmp_path: Path) -> None:
    printer = PrintFolder(tmp_path)
    printer.lay(a_letter())
    (name,) = _shown(tmp_path)
    (_day(tmp_path) / name).unlink()

    printer.lay(a_letter())

    assert _shown(tmp_path) == []


def test_a_crash_between_the_line_and_the_name_is_mended(tmp_path: Path) -> None:
    printer = PrintFolder(tmp_path)
    printer.lay(a_letter())
    (name,) = _shown(tmp_path)
    (_day(tmp_path) / name).rename(_day(tmp_path) / f".{name}")

    printer.lay(a_letter())

    assert _shown(tmp_path) == [name]
    assert len(_lines(tmp_path)) == 1


@pytest.mark.parametrize("kept", [0, 1, 20, 70, 120])
def test_a_line_that_a_crash_cut_short_is_written_again(tmp_path: Path, kept: int) -> None:
    printer = PrintFolder(tmp_path)
    printer.lay(a_letter(1))
    manifest = _day(tmp_path) / MANIFEST
    whole = manifest.read_bytes()
    printer.lay(a_letter(2))
    manifest.write_bytes(whole + manifest.read_bytes()[len(whole) :][:kept])

    printer.lay(a_letter(2))

    assert [line["letter"] for line in _lines(tmp_path)] == [str(UUID(int=n)) for n in (1, 2)]


def test_a_manifest_cut_short_in_its_heading_is_begun_again(tmp_path: Path) -> None:
    _day(tmp_path).mkdir(parents=True)
    (_day(tmp_path) / MANIFEST).write_text("refere")

    PrintFolder(tmp_path).lay(a_letter())

    assert len(_lines(tmp_path)) == 1


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    PrintFolder(tmp_path).lay(a_letter(sha256="=HYPERLINK(1)"))

    assert _lines(tmp_path)[0]["sha256"] == "'=HYPERLINK(1)"


def test_a_folder_that_takes_nothing_is_tried_again_later(tmp_path: Path) -> None:
    (tmp_path / "aberwen").write_text("a file where a folder should be")

    with pytest.raises(PrinterAway):
        PrintFolder(tmp_path).lay(a_letter())


def test_processes_that_lay_at_once_lose_nothing(tmp_path: Path) -> None:
    with get_context("spawn").Pool(4) as pool:
        pool.starmap(_lay_some, [(tmp_path, first) for first in (1, 1, 11, 11)])

    letters = [line["letter"] for line in _lines(tmp_path)]
    assert sorted(letters) == [str(UUID(int=n)) for n in range(1, 21)]
    assert len(_shown(tmp_path)) == 20


def _lay_some(folder: Path, first: int) -> None:
    for number in range(first, first + 10):
        PrintFolder(folder).lay(a_letter(number))
