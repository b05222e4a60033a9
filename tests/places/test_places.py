"""The council's gazetteer: loaded whole or not at all, and found by what people know."""

import csv
import random
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from hub import places
from hub.places import GazetteerRefused
from hub.places.rows import AddressRow, Load, StreetRow
from hub.store import Database
from hub.values import Point, Postcode

COUNCIL = "aberwen"
HERE = Postcode("LL99 9ZZ")
COLUMNS = ["uprn", "saon", "paon", "street", "town", "postcode", "latitude", "longitude"]


def a_line(uprn: int, paon: str = "1", **changed: str) -> dict[str, str]:
    """Write one address as a line of the file."""
    line = {"uprn": str(uprn), "saon": "", "paon": paon, "street": "Stryd y Bont"}
    line |= {"town": "Aberwen", "postcode": "LL99 9ZZ", "latitude": "53.1", "longitude": "-3.9"}
    return line | changed


def a_file(folder: Path, *lines: dict[str, str], columns: list[str] = COLUMNS) -> Path:
    """Lay lines in a file."""
    path = folder / "gazetteer.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(lines)
    return path


def found(database: Database, postcode: Postcode = HERE) -> list[str]:
    """Give the addresses of a postcode, each in one line."""
    with database.reading(COUNCIL) as session:
        return [one.address.one_line() for one in places.at_postcode(session, postcode)]


def test_the_addresses_of_a_postcode_come_as_people_count(
    database: Database, tmp_path: Path
) -> None:
    lines = [a_line(1, "10"), a_line(2, "2"), a_line(3, "2", saon="Flat 10")]
    lines += [a_line(4, "2", saon="Flat 9"), a_line(5, "1", postcode="LL99 9ZY")]

    loaded = places.load_addresses(database, COUNCIL, a_file(tmp_path, *lines))

    assert (loaded.rows, loaded.broken) == (5, ())
    assert found(database) == [
        "2 Stryd y Bont, Aberwen, LL99 9ZZ",
        "Flat 9, 2 Stryd y Bont, Aberwen, LL99 9ZZ",
        "Flat 10, 2 Stryd y Bont, Aberwen, LL99 9ZZ",
        "10 Stryd y Bont, Aberwen, LL99 9ZZ",
    ]


def test_a_new_file_replaces_the_old_one_whole(database: Database, tmp_path: Path) -> None:
    places.load_addresses(database, COUNCIL, a_file(tmp_path, a_line(1), a_line(2, "2")))

    places.load_addresses(database, COUNCIL, a_file(tmp_path, a_line(3, "3")))

    assert found(database) == ["3 Stryd y Bont, Aberwen, LL99 9ZZ"]
    with database.reading(COUNCIL) as session:
        assert places.with_uprn(session, "1") is None


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"uprn": "12a"}, "UPRN"),
        ({"uprn": "1234567890123"}, "UPRN"),
        ({"postcode": "LL99"}, "postcode"),
        ({"town": ""}, "address_town"),
        ({"street": "\0", "paon": ""}, "UTF-8"),
        ({"street": "x" * 300}, "address_long"),
        ({"latitude": "north"}, "numbers"),
        ({"latitude": "91"}, "earth"),
        ({"uprn": "2"}, "twice"),
    ],
)
def test_a_broken_line_is_named_and_the_rest_is_used(
    database: Database, tmp_path: Path, changed: dict[str, str], why: str
) -> None:
    file = a_file(tmp_path, a_line(2, "2"), a_line(3, "3"), {**a_line(1), **changed})

    loaded = places.load_addresses(database, COUNCIL, file)

    assert loaded.rows == 2
    assert [broken.line for broken in loaded.broken] == [4]
    assert why in loaded.broken[0].why


def test_letters_of_another_encoding_are_found_broken(database: Database, tmp_path: Path) -> None:
    file = a_file(tmp_path, a_line(1), a_line(2, "2"), a_line(3, "Tŷ Gwyn"))
    file.write_bytes(file.read_text(encoding="utf-8").replace("ŷ", "ÿ").encode("latin-1"))

    loaded = places.load_addresses(database, COUNCIL, file)

    assert [broken.line for broken in loaded.broken] == [4]


@pytest.mark.parametrize("lines", [[], [a_line(1), {**a_line(2), "postcode": ""}]])
def test_a_file_of_which_half_is_broken_changes_nothing(
    database: Database, tmp_path: Path, lines: list[dict[str, str]]
) -> None:
    places.load_addresses(database, COUNCIL, a_file(tmp_path, a_line(7, "7")))

    with pytest.raises(GazetteerRefused):
        places.load_addresses(database, COUNCIL, a_file(tmp_path, *lines))

    assert found(database) == ["7 Stryd y Bont, Aberwen, LL99 9ZZ"]


def test_a_file_without_a_column_is_refused(database: Database, tmp_path: Path) -> None:
    file = a_file(tmp_path, a_line(1), columns=[name for name in COLUMNS if name != "town"])

    with pytest.raises(GazetteerRefused, match="lacks the column town"):
        places.load_addresses(database, COUNCIL, file)


def test_one_line_in_twenty_broken_is_told_and_survived(database: Database, tmp_path: Path) -> None:
    chance = random.Random(7)
    spoiled = set(chance.sample(range(1, 2001), 100))
    lines = [
        a_line(n, str(n), **({"postcode": "?"} if n in spoiled else {})) for n in range(1, 2001)
    ]

    loaded = places.load_addresses(database, COUNCIL, a_file(tmp_path, *lines))

    assert loaded.rows == 1900
    assert {broken.line - 1 for broken in loaded.broken} == spoiled


@pytest.mark.promise("P13")
def test_another_council_has_its_own_gazetteer(database: Database, tmp_path: Path) -> None:
    places.load_addresses(database, "brynmor", a_file(tmp_path, a_line(1)))

    assert not found(database)


def test_a_street_is_found_without_its_accents_and_capitals(
    database: Database, tmp_path: Path
) -> None:
    lines = [a_line(1, street="Maes Ŵyn"), a_line(2, "2", street="Maes Ŵyn"), a_line(3, "3")]
    places.load_addresses(database, COUNCIL, a_file(tmp_path, *lines))

    with database.reading(COUNCIL) as session:
        streets = places.streets(session, "12 maes WYN")
        none = places.streets(session, "%")

    assert [(street.name, street.town) for street in streets] == [("Maes Ŵyn", "Aberwen")]
    assert none == ()


def test_the_nearest_address_is_found_and_none_far_away(database: Database, tmp_path: Path) -> None:
    lines = [a_line(1, "1"), a_line(2, "2", latitude="53.1005"), a_line(3, "3", latitude="53.2")]
    places.load_addresses(database, COUNCIL, a_file(tmp_path, *lines))

    with database.reading(COUNCIL) as session:
        near = places.nearest(session, Point(53.1004, -3.9))
        nobody = places.nearest(session, Point(52.0, -3.9))

    assert near is not None
    assert near.uprn == "2"
    assert nobody is None


def test_the_next_day_of_each_bin_is_told(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "bins.csv"
    file.write_text(
        "uprn,bin,first,every_days\n7,refuse,2026-11-02,14\n7,food,2026-11-03,7\n"
        "7,garden,2027-03-01,14\n8,refuse,2026-11-02,0\n8,refuse,today,7\n"
    )

    loaded = places.load_collections(database, COUNCIL, file)

    with database.reading(COUNCIL) as session:
        told = places.next_collections(session, "7", after=date(2026, 11, 24))
    assert [broken.line for broken in loaded.broken] == [5, 6]
    assert [(one.bin, one.day) for one in told] == [
        ("food", date(2026, 11, 24)),
        ("refuse", date(2026, 11, 30)),
        ("garden", date(2027, 3, 1)),
    ]


def test_a_councils_own_files_are_loaded_once_and_again_when_they_change(
    database: Database, tmp_path: Path
) -> None:
    file = a_file(tmp_path, a_line(1))
    places.load_changed(database, COUNCIL, tmp_path)
    before = found(database)
    file.touch()
    places.load_changed(database, COUNCIL, tmp_path)

    a_file(tmp_path, a_line(2, "2"))
    places.load_changed(database, COUNCIL, tmp_path)

    assert (before, found(database)) == (
        ["1 Stryd y Bont, Aberwen, LL99 9ZZ"],
        ["2 Stryd y Bont, Aberwen, LL99 9ZZ"],
    )


def test_a_quotation_mark_left_open_refuses_the_file_and_swallows_nothing(
    database: Database, tmp_path: Path
) -> None:
    places.load_addresses(database, COUNCIL, a_file(tmp_path, a_line(7, "7")))
    file = a_file(tmp_path, *(a_line(n, str(n)) for n in range(1, 9)))
    file.write_text(file.read_text(encoding="utf-8").replace("4,,4,Stryd", '4,,4,"Stryd'))

    with pytest.raises(GazetteerRefused, match="quotation mark"):
        places.load_addresses(database, COUNCIL, file)

    assert found(database) == ["7 Stryd y Bont, Aberwen, LL99 9ZZ"]


def test_an_address_within_quotation_marks_that_joins_lines_is_broken(
    database: Database, tmp_path: Path
) -> None:
    file = a_file(tmp_path, a_line(1), a_line(2, "2"), a_line(3, "3", street="Stryd\ny Bont"))

    loaded = places.load_addresses(database, COUNCIL, file)

    assert loaded.rows == 2
    assert "joins it with the lines below" in loaded.broken[0].why


def test_the_flat_at_the_very_point_is_the_nearest_among_many(
    database: Database, tmp_path: Path
) -> None:
    flats = [a_line(n, str(n), latitude=f"{53.1 + n * 1e-7:.7f}") for n in range(1, 260)]
    places.load_addresses(database, COUNCIL, a_file(tmp_path, *flats))

    with database.reading(COUNCIL) as session:
        near = places.nearest(session, Point(53.1 + 255e-7, -3.9))

    assert near is not None
    assert near.uprn == "255"


def test_a_flood_of_words_harms_nobody(database: Database, tmp_path: Path) -> None:
    places.load_addresses(database, COUNCIL, a_file(tmp_path, a_line(1)))

    with database.reading(COUNCIL) as session:
        same = places.streets(session, "bont " * 5000)
        others = places.streets(session, " ".join(f"word{n}x" for n in range(5000)))

    assert (len(same), others) == (1, ())


def test_what_was_replaced_is_cleared_away_and_a_file_in_use_is_not_read_again(
    database: Database, tmp_path: Path
) -> None:
    a_file(tmp_path, *(a_line(n, str(n)) for n in range(1, 30)))
    places.load_changed(database, COUNCIL, tmp_path)
    first = _loads(database)
    places.load_changed(database, COUNCIL, tmp_path)
    again = _loads(database)

    a_file(tmp_path, a_line(2, "2"))
    places.load_changed(database, COUNCIL, tmp_path)

    assert first == again
    assert len(_loads(database)) == 1
    with database.reading(COUNCIL) as session:
        assert session.sql.scalar(select(func.count()).select_from(AddressRow)) == 1
        assert session.sql.scalar(select(func.count()).select_from(StreetRow)) == 1


def test_of_several_loads_at_once_one_is_in_use(database: Database, tmp_path: Path) -> None:
    files = []
    for n in range(1, 5):
        (tmp_path / str(n)).mkdir()
        files.append(a_file(tmp_path / str(n), a_line(n, str(n))))

    with ThreadPoolExecutor(4) as pool:
        loading = [pool.submit(places.load_addresses, database, COUNCIL, file) for file in files]
        for each in loading:
            each.result()

    assert len(found(database)) == 1


def _loads(database: Database) -> list[str]:
    with database.reading(COUNCIL) as session:
        return [str(load) for load in session.sql.scalars(select(Load.id).order_by(Load.id))]
