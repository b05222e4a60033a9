"""Services are found by the words people use, however they spell them."""

from pathlib import Path

import pytest

from hub import catalogue
from hub.catalogue import Catalogue, Service
from hub.councils import Councils


@pytest.fixture(scope="module")
def offered(templates: Path) -> tuple[Service, ...]:
    """Read the fifteen services of the library."""
    councils = Councils.read(templates / "councils")
    return Catalogue.read(templates, councils).services("aberwen")


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
    offered: tuple[Service, ...], words: str, service: str
) -> None:
    found = [one.id for one in catalogue.look_for(offered, words)]

    assert found[:1] == [service], found


@pytest.mark.parametrize("words", ["", "  ", "xyzzy", "!!!", "the my of", "\0", "1234567"])
def test_what_is_like_nothing_finds_nothing(offered: tuple[Service, ...], words: str) -> None:
    assert catalogue.look_for(offered, words) == ()


def test_a_weak_likeness_does_not_stand_beside_a_good_one(offered: tuple[Service, ...]) -> None:
    for words in FOUND:
        assert len(catalogue.look_for(offered, words)) <= 6, words


def test_a_very_long_text_is_looked_for_in_no_time(offered: tuple[Service, ...]) -> None:
    assert catalogue.look_for(offered, "zzzzzzzzzzzz " * 5000) == ()
