"""A surname as people write it when they look for their request."""

import pytest

from hub import people


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Jones", "Siân Ŵyn Jones"),
        ("  jones ", "Siân Ŵyn Jones"),
        ("wyn jones", "Siân Ŵyn Jones"),
        ("SIAN WYN JONES", "Siân Ŵyn Jones"),
        ("Smith Jones", "Mair Smith-Jones"),
        ("oneill", "Non O'Neill"),
        ("O\u2019Neill", "Non O'Neill"),
        ("李明", "李明"),
        ("Strasse", "Non Straße"),
    ],
)
def test_a_surname_is_known_however_it_is_written(told: str, name: str) -> None:
    assert people.is_surname(told, name=name)


@pytest.mark.parametrize("told", ["", " ", "-", "Siân", "Siân Ŵyn", "nes", "Jones Jones", "\ud800"])
def test_what_is_no_surname_is_none(told: str) -> None:
    assert not people.is_surname(told, name="Siân Ŵyn Jones")


@pytest.mark.parametrize("name", ["", "  ", "-"])
def test_who_has_no_name_is_known_by_none(name: str) -> None:
    assert not people.is_surname("", name=name)


@pytest.mark.parametrize("told", ["LL99", "sian@", "sian@example.com", "", "-", "12"])
def test_a_half_postcode_and_a_half_email_address_are_no_surname(told: str) -> None:
    assert not people.may_be_surname(told)
