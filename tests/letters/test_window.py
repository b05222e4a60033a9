"""The name and the address in the window, whatever they are."""

from dataclasses import replace
from itertools import pairwise

import pytest

from hub import letters
from hub.letters import AddressDoesNotFit, LetterheadDoesNotFit, UnprintableAddress
from hub.paper import DL, NOTIFY, Profile
from hub.values import PostalAddress, Postcode
from tests.builders.letters import a_passage, an_edition
from tests.letters import reading
from tests.letters.reading import Found

SIX_LINES = (
    "Canolfan Gymuned y Bryn",
    "Ystafell 12",
    "Adeilad y Gorllewin",
    "14 Heol yr Harbwr",
    "Pentre Bach",
    "Aberwen",
)
PROFILES = pytest.mark.parametrize("profile", [NOTIFY, DL], ids=lambda profile: profile.name)


def _address(*lines: str) -> PostalAddress:
    return PostalAddress(lines, Postcode("LL99 9ZZ"))


def _window(profile: Profile, **changed: object) -> list[Found]:
    pdf = letters.render(an_edition(profile=profile, **changed))
    return [line for line in reading.lines(pdf)[0] if profile.seen.holds(line.box, 1)]


@PROFILES
def test_an_address_stands_as_royal_mail_reads_it(profile: Profile) -> None:
    lines = _window(profile)

    said = ["Mair Wŷn", "Tŷ Gwyn", "14 Heol yr Harbwr", "ABERWEN", "LL99 9ZZ"]
    assert [line.words for line in lines] == said
    assert {line.size for line in lines} <= {10, 10.5, 11, 11.5, 12}
    assert max(line.box.left for line in lines) - min(line.box.left for line in lines) < 1


@PROFILES
@pytest.mark.parametrize("size", [12, 36])
def test_the_longest_address_there_is_fits_at_ten_points_or_more(
    profile: Profile, size: int
) -> None:
    lines = _window(profile, address=_address(*SIX_LINES), size=size)

    whole = " ".join(line.words for line in lines)
    assert all(part in whole for part in (*SIX_LINES[:-1], "ABERWEN", "LL99 9ZZ", "Mair Wŷn"))
    assert min(line.size for line in lines) >= 10
    assert all(profile.address.holds(line.box, 0.3) for line in lines)


@PROFILES
def test_a_long_line_goes_on_in_the_next(profile: Profile) -> None:
    street = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"

    lines = _window(profile, address=_address("Tŷ Gwyn, drws nesaf i'r hen swyddfa bost", street))

    assert street.upper() in "".join(line.words for line in lines)
    assert all(profile.address.holds(line.box, 0.3) for line in lines)


@PROFILES
def test_lines_of_the_window_do_not_touch(profile: Profile) -> None:
    lines = _window(profile, address=_address(*SIX_LINES))

    gaps = [below.box.bottom - above.box.bottom for above, below in pairwise(lines)]

    assert min(gaps) > 2.5


def test_a_letter_to_nobodys_home_says_that_it_is_to_be_collected() -> None:
    lines = _window(NOTIFY, address=None)

    assert [line.words for line in lines] == ["Mair Wŷn", "To be collected at the counter"]


def test_a_name_that_cannot_be_printed_is_left_to_a_person() -> None:
    with pytest.raises(UnprintableAddress) as refused:
        letters.render(an_edition(name="李明"))

    assert refused.value.values == {"marks": "U+674E U+660E"}


def test_a_name_longer_than_any_window_is_left_to_a_person() -> None:
    with pytest.raises(AddressDoesNotFit):
        letters.render(an_edition(name="Mair Wŷn " * 60))


@PROFILES
@pytest.mark.parametrize("size", [12, 18, 36])
def test_the_contact_block_never_leaves_its_place(profile: Profile, size: int) -> None:
    link = "https://gwasanaethau-cwsmeriaid.cyngor-sir-aberwen.example/r/12345678978"

    pdf = letters.render(an_edition(a_passage(), size=size, profile=profile, link=link))

    stray = reading.outside(reading.ink(pdf), *profile.zones)
    assert not stray.any()
    assert reading.codes(pdf) == [link]


def test_a_council_whose_name_does_not_fit_is_refused() -> None:
    long_head = replace(an_edition().head, names=("Cyngor " * 20,))

    with pytest.raises(LetterheadDoesNotFit):
        letters.render(an_edition(head=long_head))
