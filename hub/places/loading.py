"""Loading a file beside the one in use, in small transactions, and swapping the two in one.

Residents go on asking while a hundred thousand lines are read; a load that is cut short is never
used, and a later one clears it away.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from hub.places import lines, loads, spelling
from hub.places.folding import folded, in_order
from hub.places.lines import AddressLine, BinRound, Broken, GazetteerRefused
from hub.places.rows import AddressRow, CollectionRow, LoadKind, StreetRow
from hub.store import Database
from hub.values import Area

_UPPER = 3
_READ_AS = b"streets by their plain and loose words"  # other forms: every file is read anew
_LONGEST_FORM = 600
_Row = Mapping[str, Any]
_Line = TypeVar("_Line")


@dataclass(frozen=True, slots=True)
class Loaded:
    """Hold how many lines are in use now, and those that could not be used."""

    rows: int
    broken: tuple[Broken, ...]


def load_addresses(database: Database, council: str, path: Path) -> Loaded:
    """Load the council's gazetteer from a CSV file, and use it from then on.

    :raises GazetteerRefused: if a column is missing, or half of its lines or more are broken.
    """
    read = list(lines.sound(path, lines.ADDRESS_COLUMNS, lines.address_of))
    whole = _once(read, lambda line: line.known.uprn)
    _demand_most(path, whole)
    streets = {_street(line): line for line in reversed(whole.found)}
    load = loads.begin(database, council, LoadKind.ADDRESSES, sha256=_hash(path))
    loads.fill(database, load, table=AddressRow, rows=map(_address_row, whole.found))
    named = (_street_row(*street) for street in streets.items())
    loads.fill(database, load, table=StreetRow, rows=named)
    database.count_up(AddressRow, StreetRow)
    area = Area.around(line.known.point for line in whole.found if line.known.point)
    return _used(database, load, whole, area)


def load_collections(database: Database, council: str, path: Path) -> Loaded:
    """Load the days on which bins are emptied from a CSV file, and use them from then on.

    :raises GazetteerRefused: if a column is missing, or half of its lines or more are broken.
    """
    read = list(lines.sound(path, lines.COLLECTION_COLUMNS, lines.round_of))
    whole = _once(read, lambda one: f"{one.uprn} {one.bin}")
    _demand_most(path, whole)
    load = loads.begin(database, council, LoadKind.COLLECTIONS, sha256=_hash(path))
    loads.fill(database, load, table=CollectionRow, rows=map(_round_row, whole.found))
    return _used(database, load, whole)


def load_changed(database: Database, council: str, folder: Path) -> None:
    """Load the files that lie in a council's own folder, if they are not in use as they are now.

    :raises GazetteerRefused: if one of them cannot be used.
    """
    for name, (kind, load) in _OWN.items():
        path = folder / name
        if path.exists() and _hash_in_use(database, council, kind) != _hash(path):
            load(database, council, path)


def _hash_in_use(database: Database, council: str, kind: LoadKind) -> str | None:
    with database.reading(council) as session:
        load = loads.in_use(session, kind)
        return load.sha256 if load else None


_OWN = {
    "gazetteer.csv": (LoadKind.ADDRESSES, load_addresses),
    "collections.csv": (LoadKind.COLLECTIONS, load_collections),
}


@dataclass(frozen=True, slots=True)
class _Whole(Generic[_Line]):
    found: list[_Line]
    broken: list[Broken]


def _once(read: Iterable[tuple[int, _Line | Broken]], key: Callable[[_Line], str]) -> _Whole[_Line]:
    """Part what can be used from what is broken; what stands twice is broken the second time."""
    found: dict[str, _Line] = {}
    broken: list[Broken] = []
    for number, line in read:
        if isinstance(line, Broken):
            broken.append(line)
        elif key(line) in found:
            broken.append(Broken(number, "it stands in the file twice"))
        else:
            found[key(line)] = line
    return _Whole(list(found.values()), broken)


def _demand_most(path: Path, whole: _Whole[_Line]) -> None:
    if len(whole.found) <= len(whole.broken):
        why = f"has {len(whole.found)} lines that can be used and {len(whole.broken)} broken ones."
        raise GazetteerRefused(file=path.name, why=why)


def _used(
    database: Database, load: loads.LoadId, whole: _Whole[_Line], area: Area | None = None
) -> Loaded:
    loads.use(database, load, rows=len(whole.found), broken=len(whole.broken), area=area)
    loads.clear_away(database, load.council)
    return Loaded(len(whole.found), tuple(whole.broken))


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        read = hashlib.file_digest(file, "sha256")
    read.update(_READ_AS)
    return read.hexdigest()


def _street(line: AddressLine) -> str:
    return folded(f"{line.street} {_town(line)}")


def _town(line: AddressLine) -> str:
    return line.known.address.lines[-1]


def _address_row(line: AddressLine) -> _Row:
    known = line.known
    *upper, town = known.address.lines
    padded = [*upper, *[""] * _UPPER][:_UPPER]
    return {
        "uprn": known.uprn,
        **{f"line{place}": said for place, said in enumerate(padded, start=1)},
        "town": town,
        "postcode": known.address.postcode.shown,
        "sorted_as": in_order(f"{line.street} {' '.join(reversed(upper))}"),
        "street": _street(line),
        **_point(line),
    }


def _street_row(name: str, line: AddressLine) -> _Row:
    forms = [spelling.plain_words(each) for each in (line.street, line.other_names)]
    words = tuple(word for form in forms for word in form)
    return {
        "folded": name,
        "name": line.street,
        "town": _town(line),
        "plain": _spaced(words),
        "loose": _spaced(spelling.loose_words(words)),
        **_point(line),
    }


def _spaced(words: tuple[str, ...]) -> str:
    return f" {' '.join(words)} "[:_LONGEST_FORM]


def _point(line: AddressLine) -> _Row:
    point = line.known.point
    return {"lat": point.lat if point else None, "lon": point.lon if point else None}


def _round_row(one: BinRound) -> _Row:
    return {"uprn": one.uprn, "bin": one.bin, "first": one.first, "every_days": one.every_days}
