"""Streets found as people spell them, and the addresses along them."""

from pathlib import Path

import pytest

from hub import places
from hub.places import spelling
from hub.store import Database
from hub.values import Point, Postcode
from tests.places.test_places import COLUMNS, COUNCIL, a_file, a_line

_STREETS = (
    "High Street|Stryd Fawr",
    "Stryd y Bont|Bridge Street",
    "St John's Road|",
    "Heol Gwyn|",
    "Maes Pen-y-bont|",
    "Castle Street|Stryd y Castell",
    "Lôn Dŵr|",
)


@pytest.fixture
def town(database: Database, tmp_path: Path) -> Database:
    """Give a council with a few streets of thirty houses each, one of them in two towns."""
    lines, uprn = [], 0
    for number in range(1, 31):
        for named in (*_STREETS, "High Street|Stryd Fawr@Llanwern"):
            uprn += 1
            names, _, town = named.partition("@")
            street, _, welsh = names.partition("|")
            near = f"{53.1 + number / 1000:.4f}"
            line = a_line(uprn, str(number), street=street, town=town or "Aberwen", latitude=near)
            lines.append(line | {"street_cy": welsh, "longitude": f"{-3.9 + uprn / 10_000:.4f}"})
    lines.append(a_line(9001, "", saon="Flat 4", street="High Street") | {"paon": "12a"})
    places.load_addresses(
        database, COUNCIL, a_file(tmp_path, *lines, columns=[*COLUMNS, "street_cy"])
    )
    return database


def named(town: Database, said: str) -> set[str]:
    """Give the streets that are found."""
    with town.reading(COUNCIL) as session:
        return {street.name for street in places.streets(session, said)}


def found(town: Database, said: str) -> list[str]:
    """Give the addresses that are found, as they are told back."""
    with town.reading(COUNCIL) as session:
        return [one.near for one in places.along(session, said).addresses]


@pytest.mark.parametrize(
    ("said", "street"),
    [
        ("high street", "High Street"),
        ("HIGH ST.", "High Street"),
        ("12 High Str", "High Street"),
        ("Stryd Fawr", "High Street"),
        ("stryd fawr, Aberwen", "High Street"),
        ("Bridge St", "Stryd y Bont"),
        ("St y Bont", "Stryd y Bont"),
        ("Stryd Pont", "Stryd y Bont"),
        ("Stryd bon", "Stryd y Bont"),
        ("St Johns Rd", "St John's Road"),
        ("Saint John\u2019s road", "St John's Road"),
        ("Heol Wyn", "Heol Gwyn"),
        ("ffordd gwyn", "Heol Gwyn"),
        ("Lon Dwr", "Lôn Dŵr"),
        ("lôn y dŵr", "Lôn Dŵr"),
        ("County Hall, Castle Street, Aberwen, Gwynedd", "Castle Street"),
        ("outside 4 Castell St", "Castle Street"),
        ("maes penybont", "Maes Pen-y-bont"),
        ("Hgih Street", None),
        ("street", None),
        ("Aberwen", None),
        ("12", None),
        ("", None),
        ("%_", None),
    ],
)
def test_a_street_is_found_however_it_is_spelt(
    town: Database, said: str, street: str | None
) -> None:
    assert named(town, said) == ({street} if street else set())


def test_the_number_of_the_house_is_looked_for_along_every_street_of_that_name(
    town: Database,
) -> None:
    assert found(town, "12 high st") == ["12 High Street, Aberwen", "12 High Street, Llanwern"]
    assert found(town, "High Street 12 Llanwern") == ["12 High Street, Llanwern"]
    assert found(town, "12A High Street") == ["Flat 4, 12a High Street, Aberwen"]


def test_a_number_that_is_none_there_shows_the_whole_street(town: Database) -> None:
    with town.reading(COUNCIL) as session:
        along = places.along(session, "99 Heol Gwyn")

    assert len(along.addresses) == 30
    assert not along.is_cut


def test_of_a_long_street_the_first_sixty_are_shown_and_it_is_said(town: Database) -> None:
    with town.reading(COUNCIL) as session:
        along = places.along(session, "High Street")

    assert len(along.addresses) == 60
    assert along.is_cut


@pytest.mark.parametrize("said", ["x" * 10_000, "heol " * 5_000, "\0", "'; DROP TABLE", "٣ ٤"])
def test_whatever_is_asked_for_finds_nothing_and_harms_nothing(town: Database, said: str) -> None:
    assert found(town, said) == []


def test_a_council_without_a_gazetteer_finds_nothing(database: Database) -> None:
    with database.reading(COUNCIL) as session:
        assert places.streets(session, "High Street") == ()
        assert places.along(session, "High Street").addresses == ()
        assert places.area(session) is None


def test_the_area_is_kept_with_the_gazetteer(town: Database) -> None:
    with town.reading(COUNCIL) as session:
        area = places.area(session)

    assert area is not None
    assert area.has(Point(53.11, -3.89))
    assert not area.has(Point(52.0, -3.89))


def test_it_is_known_whether_any_address_has_a_postcode_of_that_district(town: Database) -> None:
    with town.reading(COUNCIL) as session:
        assert places.has_district(session, Postcode("LL99 1AA"))
        assert not places.has_district(session, Postcode("LL9 1AA"))
        assert not places.has_district(session, Postcode("CF10 1AA"))


def test_the_plain_and_the_loose_words_of_a_name() -> None:
    words = spelling.plain_words("St. Mary's Rd, y Gaer")

    assert words == ("st", "marys", "rd", "gaer")
    assert spelling.loose_words(words) == ("st", "parys", "rd", "aer")
    assert spelling.asked_words("Flat 2, near 12a High Street") == (("high", "st"), "12a")
