"""The lines of a council's files: one address or one collection each, or what is wrong with it.

The columns follow BS 7666 and the names that gazetteer systems export; their order is free.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from hub.errors import Refused
from hub.places.known import KnownAddress
from hub.values import Point, PostalAddress, WrongValue

ADDRESS_COLUMNS = ("uprn", "street", "town", "postcode")
COLLECTION_COLUMNS = ("uprn", "bin", "first", "every_days")
_UPRN = re.compile(r"[0-9]{1,12}")
_LONGEST_ROUND = 366
_LONGEST_BIN = 40
_Read = TypeVar("_Read")


class GazetteerRefused(Refused):
    """Refuse a whole file: the one that was loaded before stays in use."""

    key = "gazetteer_refused"

    def __str__(self) -> str:
        """Say it in one sentence, for a terminal."""
        return f"{self.values['file']} {self.values['why']} What was loaded before stays in use."


@dataclass(frozen=True, slots=True)
class Broken:
    """Name a line that cannot be used, counted from 1, and why."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class AddressLine:
    """Be one address of the file; its upper lines are three at most.

    `other_names` is how else its street is called: in Welsh, where the file is English.
    """

    known: KnownAddress
    street: str
    other_names: str = ""


@dataclass(frozen=True, slots=True)
class BinRound:
    """Be one kind of bin at one property: emptied on `first`, and every so many days."""

    uprn: str
    bin: str
    first: date
    every_days: int


def lines_of(path: Path, columns: Iterable[str]) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Give each line with its number; bytes that are no UTF-8 are kept as marks, and so found.

    :raises GazetteerRefused: if a column is missing, or a quotation mark is left open.
    """
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        reader = csv.DictReader(file, restval="", strict=True)
        try:
            missing = [name for name in columns if name not in (reader.fieldnames or ())]
            if missing:
                raise GazetteerRefused(file=path.name, why=f"lacks the column {missing[0]}.")
            for row in reader:
                said = {str(k): v.strip() for k, v in row.items() if isinstance(v, str)}
                yield reader.line_num, said
        except csv.Error as error:
            why = f"cannot be read past line {reader.line_num}: a quotation mark may be open."
            raise GazetteerRefused(file=path.name, why=why) from error


def address_of(row: Mapping[str, str]) -> AddressLine:
    """Read one address.

    :raises ValueError: in words, if the line is broken.
    """
    _demand_whole(row)
    within = _joined(", ", row.get("organisation", ""), row.get("saon", ""))
    numbered = _joined(" ", row.get("paon", ""), row["street"])
    upper = [part for part in (within, numbered, row.get("locality", "")) if part]
    named = {f"line{place}": line for place, line in enumerate(upper, start=1)}
    try:
        address = PostalAddress.parse({**named, "town": row["town"], "postcode": row["postcode"]})
    except WrongValue as wrong:
        raise ValueError(f"the address cannot be used ({wrong.key})") from wrong
    known = KnownAddress(_uprn(row), address, _point(row))
    return AddressLine(known, row["street"], row.get("street_cy", ""))


def round_of(row: Mapping[str, str]) -> BinRound:
    """Read one round of a bin.

    :raises ValueError: in words, if the line is broken.
    """
    _demand_whole(row)
    if not 1 <= len(row["bin"]) <= _LONGEST_BIN:
        raise ValueError(f"the bin must be one word of up to {_LONGEST_BIN} letters")
    try:
        first, every = date.fromisoformat(row["first"]), int(row["every_days"])
    except ValueError as wrong:
        raise ValueError("first must be a day such as 2026-11-30, every_days a number") from wrong
    if not 1 <= every <= _LONGEST_ROUND:
        raise ValueError(f"every_days must be from 1 to {_LONGEST_ROUND}")
    return BinRound(_uprn(row), row["bin"], first, every)


def sound(
    path: Path, columns: Iterable[str], parse: Callable[[Mapping[str, str]], _Read]
) -> Iterator[tuple[int, _Read | Broken]]:
    """Give every line with its number, as `parse` reads it or as broken with the reason.

    :raises GazetteerRefused: if a column is missing.
    """
    for number, row in lines_of(path, columns):
        try:
            yield number, parse(row)
        except ValueError as wrong:
            yield number, Broken(number, str(wrong))


def _demand_whole(row: Mapping[str, str]) -> None:
    if any("\n" in said for said in row.values()):
        raise ValueError("a quotation mark joins it with the lines below")
    if any("\ufffd" in said or "\0" in said for said in row.values()):
        raise ValueError("some letters are no UTF-8")


def _uprn(row: Mapping[str, str]) -> str:
    if not _UPRN.fullmatch(row["uprn"]):
        raise ValueError("the UPRN is not a number of up to 12 digits")
    return row["uprn"].lstrip("0") or "0"


def _joined(between: str, *parts: str) -> str:
    return between.join(part for part in parts if part)


def _point(row: Mapping[str, str]) -> Point | None:
    written = row.get("latitude", ""), row.get("longitude", "")
    if not all(written):
        return None
    try:
        lat, lon = map(float, written)
    except ValueError as wrong:
        raise ValueError("latitude and longitude must be numbers") from wrong
    if not (abs(lat) <= 90 and abs(lon) <= 180):  # noqa: PLR2004 (the poles, and half way round)
        raise ValueError("latitude and longitude are not on the earth")
    return Point(lat, lon)
