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


@PROFILES
def test_a_letter_that_is_collected_says_so_above_the_address_of_the_counter(
    profile: Profile,
) -> None:
    counter = PostalAddress(("County Hall", "Aberwen"), Postcode("LL99 9ZZ"))

    lines = _window(profile, address=counter, to_collect="To be collected at the counter")

    said = ["Mair Wŷn", "To be collected at the counter", "County Hall", "ABERWEN", "LL99 9ZZ"]
    assert [line.words for line in lines] == said


def test_what_is_said_in_two_languages_is_parted_between_them() -> None:
    said = "I'w gasglu wrth y cownter / To be collected at the counter"

    lines = [line.words for line in _window(DL, to_collect=said)]

    assert {"I'w gasglu wrth y cownter /", "To be collected at the counter"} <= set(lines)


@pytest.mark.parametrize(
    "name", ["Mair Wŷn", "Mair Angharad Gwenllian Wŷn-Llywelyn a Chynghorwyr Cymunedol Aberwen"]
)
@pytest.mark.parametrize("lines", [SIX_LINES, ("1 Heol", "2 Heol", "3 Heol", "Aberwen")])
def test_what_notify_posts_has_its_postcode_alone_on_the_last_line(
    name: str, lines: tuple[str, ...]
) -> None:
    found = _window(NOTIFY, address=_address(*lines), name=name)

    assert [line.words for line in found][-2:] == ["ABERWEN", "LL99 9ZZ"]


def test_upper_lines_join_before_the_postcode_does() -> None:
    found = _window(DL, address=_address(*SIX_LINES))

    assert [line.words for line in found][-2:] == ["ABERWEN", "LL99 9ZZ"]


def test_where_nothing_else_helps_a_postcode_joins_its_town() -> None:
    name = "Mair Angharad Gwenllian Wŷn-Llywelyn a Chynghorwyr Cymunedol Aberwen a'r Cylch"
    long = ("14 Heol yr Harbwr ger yr hen orsaf drenau fach", "Aberwen")

    found = _window(DL, address=_address(*long), name=f"{name} {name}")

    assert found[-1].words.split() == ["ABERWEN", "LL99", "9ZZ"]


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
