"""A sheet of a council as CSV, read line by line, every mistake marked with its line."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from hub.files.part import Part
from hub.files.proof import Proof

_MOST_BYTES = 1_000_000  # one line for each day of a year and each round is far below it


def read_sheet(
    path: Path, *, root: Path, columns: Sequence[str], more: Sequence[str], proof: Proof
) -> Iterator[tuple[Part, Mapping[str, str]]]:
    """Give each line that can be read with its place; `columns` must be there, `more` may be."""
    file = str(path.relative_to(root))
    if path.stat().st_size > _MOST_BYTES:
        whole = Part(None, file, 1, "")
        proof.mark(whole, "This sheet is larger than a megabyte.", "Leave the past out.")
        return
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as opened:
        reader = csv.DictReader(opened, restval="", strict=True)
        try:
            if not _has_columns(reader.fieldnames or (), file, columns, more, proof):
                return
            for row in reader:
                at = Part(None, file, reader.line_num, "")
                if _is_whole(row, at, proof):
                    yield at, {name: said.strip() for name, said in row.items()}
        except csv.Error:
            at = Part(None, file, reader.line_num + 1, "")
            proof.mark(at, "The sheet ends in the middle.", "Close the quotation mark.")


def _has_columns(
    found: Sequence[str], file: str, columns: Sequence[str], more: Sequence[str], proof: Proof
) -> bool:
    before, top = len(proof.mistakes), Part(None, file, 1, "")
    for name in columns:
        if name not in found:
            proof.mark(top, f"The column “{name}” is missing.", f"Write {','.join(columns)}.")
    for name in found:
        if name not in {*columns, *more}:
            proof.mark_unknown(top, "The column", said=name, known=(*columns, *more))
    return len(proof.mistakes) == before


def _is_whole(row: Mapping[str | None, object], at: Part, proof: Proof) -> bool:
    said = list(row.values())
    if None in row or not all(isinstance(one, str) for one in said):
        proof.mark(at, "This line has more columns than the first.", "Quote what holds a comma.")
    elif any("\n" in str(one) for one in said):
        proof.mark(at, "A quotation mark joins this with other lines.", "Take it out.")
    elif any("\ufffd" in str(one) or "\0" in str(one) for one in said):
        proof.mark(at, "Some letters are no UTF-8.", "Save the sheet as CSV UTF-8.")
    else:
        return True
    return False
