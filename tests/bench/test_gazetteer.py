"""A hundred thousand addresses: how soon those of a postcode are found."""

import csv
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest

from hub import places
from hub.store import Database
from hub.values import Point, Postcode

_COUNT, _PER_POSTCODE, _TIMES = 100_000, 20, 50
_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
_PROMISED = 0.020  # seconds


@pytest.mark.bench
def test_addresses_are_found_within_twenty_milliseconds(database: Database, tmp_path: Path) -> None:
    file = _file(tmp_path)
    started = perf_counter()
    loaded = places.load_addresses(database, "aberwen", file)
    took = perf_counter() - started

    with database.reading("aberwen") as session:
        by_postcode = _median(lambda n: places.at_postcode(session, Postcode(_postcode(n * 97))))
        by_street = _median(lambda n: places.streets(session, f"stryd {_name(n * 13)}"))
        numbered = _median(lambda n: places.along(session, f"{n % 20} Stryd {_name(n * 13)}"))
        misspelt = _median(lambda n: places.along(session, f"The Str. {_name(n * 7)}x, Wen"))
        mutated = _median(lambda n: places.along(session, f"3 Stryd m{_name(n * 13)[1:]}"))
        by_point = _median(lambda n: places.nearest(session, Point(53.0 + n * 1e-4, -3.9)))

    told = f"postcode {by_postcode:.1f} ms, street {by_street:.1f} ms, nearest {by_point:.1f} ms"
    told += f", number {numbered:.1f} ms, misspelt {misspelt:.1f} ms, mutated {mutated:.1f} ms"
    print(f"\n{loaded.rows} addresses loaded in {took:.1f} s; {told}")  # noqa: T201 - what was measured is for whoever runs it
    slowest = max(by_postcode, by_street, by_point, numbered, misspelt, mutated)
    assert slowest < _PROMISED * 1000


def _median(ask: Callable[[int], object]) -> float:
    took = []
    for n in range(_TIMES):
        started = perf_counter()
        ask(n)
        took.append(perf_counter() - started)
    return median(took) * 1000


def _file(folder: Path) -> Path:
    path = folder / "gazetteer.csv"
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["uprn", "paon", "street", "town", "postcode", "latitude", "longitude"])
        for n in range(_COUNT):
            street = f"Stryd {_name(n // _PER_POSTCODE)}"
            place = (f"{53 + n * 1e-6:.6f}", f"{-3.9 - n % 100 * 1e-4:.6f}")
            number = n % _PER_POSTCODE + 1
            writer.writerow(
                [n + 1, number, street, "Aberwen", _postcode(n // _PER_POSTCODE), *place]
            )
    return path


def _postcode(number: int) -> str:
    sector, rest = divmod(number % 5000, 400)
    return f"LL{sector + 10} {rest // 40}{_LETTERS[rest // 20 % 20]}{_LETTERS[rest % 20]}"


def _name(number: int) -> str:
    return "".join(_LETTERS[number // 20**place % 20] for place in range(3)).lower()
