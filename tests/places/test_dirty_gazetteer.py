"""A gazetteer as it comes out of another system: one line in twenty is broken."""

import csv
from collections.abc import Mapping
from pathlib import Path
from random import Random

from sqlalchemy import func, select

from hub import places
from hub.places.rows import AddressRow
from hub.store import Database
from tests.places.test_places import COLUMNS, COUNCIL, a_line

_LINES, _BROKEN = 2_000, 100  # five in a hundred
_DIRT: tuple[Mapping[str, str], ...] = (
    {"uprn": ""},
    {"uprn": "1.2E+11"},
    {"uprn": "-7"},
    {"uprn": "1"},  # which is the first line's
    {"postcode": ""},
    {"postcode": "LL99 9Z"},
    {"postcode": "#N/A"},
    {"town": ""},
    {"street": "", "paon": ""},
    {"street": "x" * 5_000},
    {"street": "Stryd\x00y Bont"},
    {"latitude": "#VALUE!"},
    {"latitude": "91"},
    {"longitude": "nan"},
    {"longitude": "1e999"},
)


def test_of_a_gazetteer_with_one_line_in_twenty_broken_each_is_named_and_the_rest_is_used(
    database: Database, tmp_path: Path
) -> None:
    chance = Random("a dirty gazetteer")
    broken = sorted(chance.sample(range(1, _LINES), _BROKEN))  # never the first
    file = _dirty(tmp_path, dict.fromkeys(broken), chance)

    loaded = places.load_addresses(database, COUNCIL, file)

    assert loaded.rows == _LINES - _BROKEN
    assert [one.line for one in loaded.broken] == [n + 2 for n in broken]  # below the columns
    assert all(one.why for one in loaded.broken)
    with database.reading(COUNCIL) as session:
        count = session.sql.execute(select(func.count()).select_from(AddressRow)).scalar_one()
    assert count == _LINES - _BROKEN


def _dirty(folder: Path, broken: Mapping[int, object], chance: Random) -> Path:
    path = folder / "dirty.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        for n in range(_LINES):
            dirt = chance.choice(_DIRT) if n in broken else {}
            writer.writerow({**a_line(n + 1, str(n + 1)), **dirt})
    return path
