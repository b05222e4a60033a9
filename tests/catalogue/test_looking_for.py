"""Services are found by the words people use, however they spell them."""

from collections import UserDict
from collections.abc import ValuesView
from dataclasses import replace
from pathlib import Path

import pytest

from hub.catalogue import Catalogue
from hub.councils import Councils
from hub.values import Language


@pytest.fixture(scope="module")
def library(templates: Path) -> Catalogue:
    """Read the services of the library."""
    return Catalogue.read(templates, Councils.read(templates / "councils"))


FOUND = {
    "gardn waste": "garden-waste",
    "bin not emtied": "missed-bin",
    "my bin was missed": "missed-bin",
    "pot hole": "pothole",
    "pothloe": "pothole",
    "steet lite": "street-light",
    "street lamp broken": "street-light",
    "fly tiping": "fly-tipping",
    "settee": "bulky-waste",
    "matress": "bulky-waste",
    "blu badge": "blue-badge",
    "disabled parking": "blue-badge",
    "resident permit": "parking-permit",
    "moving house": "council-tax-move",
    "live alone": "single-person-discount",
    "no hot water": "housing-repair",
    "mould": "housing-repair",
    "rats": "pest-control",
    "cockroches": "pest-control",
    "noisey neighbours": "noise",
    "dog barking": "noise",
    "help with bins": "assisted-bin-collection",
    "complane": "complaint",
    "wastraff gardd": "garden-waste",
    "bin gardd": "garden-waste",
    "fin heb ei wagio": "missed-bin",
    "dwll yn y ffordd": "pothole",
    "olau stryd": "street-light",
    "fathodyn glas": "blue-badge",
    "drwydded barcio": "parking-permit",
    "gwyn": "complaint",
    "lygod": "pest-control",
    "swn": "noise",
    "soffa": "bulky-waste",
}


@pytest.mark.parametrize(("words", "service"), FOUND.items(), ids=FOUND.keys())
def test_the_service_that_is_meant_stands_first(
    library: Catalogue, words: str, service: str
) -> None:
    found = [one.id for one in library.look_for("aberwen", words)]

    assert found[:1] == [service], found


@pytest.mark.parametrize("words", ["", "  ", "xyzzy", "!!!", "the my of", "\0", "1234567"])
def test_what_is_like_nothing_finds_nothing(library: Catalogue, words: str) -> None:
    assert library.look_for("aberwen", words) == ()


def test_a_weak_likeness_does_not_stand_beside_a_good_one(library: Catalogue) -> None:
    for words in FOUND:
        assert len(library.look_for("aberwen", words)) <= 6, words


def test_a_very_long_text_is_looked_for_in_no_time(library: Catalogue) -> None:
    assert library.look_for("aberwen", "zzzzzzzzzzzz " * 5000) == ()


class Counted(UserDict[Language, tuple[str, ...]]):
    """Be the words to search by, and count how often they are read."""

    read = 0

    def values(self) -> ValuesView[tuple[str, ...]]:
        """Give the words, and count that they were read."""
        self.read += 1
        return super().values()


def test_what_a_service_is_told_by_is_made_once_however_often_it_is_looked_for(
    library: Catalogue,
) -> None:
    service = library.service("aberwen", "pothole")
    search = Counted(service.search)
    counting = Catalogue([("aberwen", replace(service, search=search))])

    found = [counting.look_for("aberwen", words) for words in ("pothole", "twll", "xyzzy")]

    assert [len(services) for services in found] == [1, 1, 0]
    assert search.read == 1
