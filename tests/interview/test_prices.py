"""Every price stands where somebody reads what a service costs, before they ask."""

from pathlib import Path

import pytest

from hub import interview
from hub.catalogue import Catalogue
from hub.councils import Councils
from hub.values import Language


@pytest.mark.parametrize(
    ("service", "language", "price"),
    [
        ("pest-control", Language.EN, "£56: for up to 3 visits"),
        ("pest-control", Language.CY, "£56: am hyd at 3 ymweliad"),
        ("garden-waste", Language.EN, "£45 a year for each bin"),
        ("garden-waste", Language.CY, "£45 y flwyddyn am bob bin"),
    ],
)
def test_a_price_is_said_with_its_money_and_once(
    templates: Path, service: str, language: Language, price: str
) -> None:
    offered = Catalogue.read(templates, Councils.read(templates / "councils"))
    definition = offered.service("aberwen", service)

    said = interview.prices(definition)

    assert price in [one.to(language) for one in said]


def test_what_costs_nothing_has_no_price(templates: Path) -> None:
    offered = Catalogue.read(templates, Councils.read(templates / "councils"))
    definition = offered.service("aberwen", "pothole")

    said = interview.prices(definition)

    assert said == ()
