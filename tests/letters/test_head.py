"""The head of a letter: a long name takes two lines, and one that never fits is found at once."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hub import letters
from hub.letters import LetterheadDoesNotFit
from hub.paper import DL, NOTIFY, Profile
from hub.values import EmailAddress, Text
from hub.words import Words
from tests.builders.councils import a_council
from tests.builders.letters import an_edition
from tests.letters import reading

LONG = (
    "Cyngor Bwrdeistref Fetropolitan Aberwen a Phenrhos-y-Dyffryn",
    "The Metropolitan Borough Council of Aberwen and Penrhosfach",
)
PROFILES = pytest.mark.parametrize("profile", [NOTIFY, DL], ids=lambda profile: profile.name)


@pytest.fixture
def words(templates: Path) -> Words:
    return Words.read(templates)


@PROFILES
@pytest.mark.parametrize("names", [LONG, LONG[:1], LONG[1:]])
def test_a_long_name_takes_two_lines_in_its_place(profile: Profile, names: tuple[str, ...]) -> None:
    head = replace(an_edition().head, names=names)

    pdf = letters.render(an_edition(profile=profile, head=head))

    lines = [line for line in reading.lines(pdf)[0] if line.box.bottom < profile.logo.bottom + 1]
    named = [line for line in lines if line.box.left < profile.logo.right - 10]
    assert " ".join(line.words for line in named) == " ".join(names)
    assert len(named) == 2 * len(names)
    assert min(line.size for line in named) >= 10
    assert not reading.outside(reading.ink(pdf), *profile.zones).any()


@PROFILES
def test_a_short_name_stays_in_one_line(profile: Profile) -> None:
    pdf = letters.render(an_edition(profile=profile))

    said = [line.words for line in reading.lines(pdf)[0]]
    assert {"Cyngor Sir Aberwen", "Aberwen County Council"} <= set(said)


@pytest.mark.parametrize(
    "changed",
    [
        {"name": Text({"en": "Aberwen " * 30, "cy": "Aberwen"})},
        {"name": Text({"en": "Aberwen", "cy": "Llanfairpwllgwyngyll" * 5})},
        {"email": EmailAddress(f"{'contact' * 40}@aberwen.example")},
    ],
)
def test_what_fits_nowhere_is_found_before_there_is_a_letter(
    words: Words, changed: dict[str, Any]
) -> None:
    council = a_council(**changed)

    with pytest.raises(LetterheadDoesNotFit) as refused:
        letters.try_letterhead(council, words, public_url="https://requests.aberwen.example")

    assert refused.value.values == {"council": "aberwen"}


def test_what_fits_is_let_pass(words: Words) -> None:
    named = a_council(name=Text({"cy": LONG[0], "en": LONG[1]}))

    letters.try_letterhead(named, words, public_url="https://requests.aberwen.example")
