"""Addresses, postcodes, phones and e-mail addresses, read as people write them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.values import EmailAddress, PhoneNumber, PostalAddress, Postcode, WrongValue

HOME = {"line1": "12 Stryd y Bont,", "line2": "", "town": "Aberwen", "postcode": "ll999zz"}


def test_an_address_is_printed_with_its_town_in_capitals_and_the_postcode_alone() -> None:
    address = PostalAddress.parse(HOME)

    assert address.printed_lines() == ("12 Stryd y Bont", "ABERWEN", "LL99 9ZZ")
    assert address.one_line() == "12 Stryd y Bont, Aberwen, LL99 9ZZ"


@pytest.mark.parametrize(
    ("part", "words", "key"),
    [
        ("line1", " , ", "address_line"),
        ("line1", "...", "address_line"),
        ("line1", "@home", "address_mark"),
        ("line1", "-", "address_mark"),
        ("line2", "-", "address_mark"),
        ("town", "'", "address_mark"),
        ("town", "", "address_town"),
        ("town", "x" * 61, "address_long"),
        ("postcode", "75008 Paris", "postcode"),
        ("postcode", "", "postcode"),
    ],
)
def test_a_wrong_part_of_an_address_is_named(part: str, words: str, key: str) -> None:
    with pytest.raises(WrongValue) as wrong:
        PostalAddress.parse({**HOME, part: words})

    assert wrong.value.key == key


@pytest.mark.parametrize("last", [["UK"], ["England", "UK"], ["Wales", "Great Britain", "UK"]])
def test_however_many_names_of_our_country_end_an_address_they_are_dropped(last: list[str]) -> None:
    lines = ["12 Stryd y Bont", "Aberwen", *last]

    address = PostalAddress.parse(_parts(lines))

    assert address.printed_lines() == ("12 Stryd y Bont", "ABERWEN", "LL99 9ZZ")


def test_a_country_is_no_town() -> None:
    with pytest.raises(WrongValue, match="address_town"):
        PostalAddress.parse(_parts(["1 High Street", "England", "UK"]))


_LINES = st.lists(
    st.sampled_from(["UK", "England", "Wales", "Tŷ Gwyn,", "12", "-", "(x)", "", "Aberwen"]),
    min_size=2,
    max_size=6,
)


@given(_LINES)
def test_every_address_is_the_same_once_it_was_kept(lines: list[str]) -> None:
    with suppress(WrongValue):
        address = PostalAddress.parse(_parts(lines))

        assert PostalAddress.parse(address.parts()) == address


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("sw1a1aa", "SW1A 1AA"),
        (" m1  1ae ", "M1 1AE"),
        ("bfpo52", "BFPO 52"),
        ("GIR 0AA", "GIR 0AA"),
        ("ll99-9zz", "LL99 9ZZ"),
    ],
)
def test_postcodes_are_read_however_they_are_written(words: str, shown: str) -> None:
    assert Postcode.parse(words).shown == shown


@pytest.mark.parametrize("words", ["", "12345", "SW1A 1AC", "SW1A", "QQQ1 1AA", "💌"])
def test_what_is_no_postcode_is_refused(words: str) -> None:
    with pytest.raises(WrongValue, match="postcode"):
        Postcode.parse(words)


@pytest.mark.parametrize("words", ["07700 900123", "+44 7700 900123", "0044 7700 900123"])
def test_a_phone_number_is_the_same_however_it_is_written(words: str) -> None:
    number = PhoneNumber.parse(words)

    assert number.e164 == "+447700900123"
    assert number.shown == "07700 900123"


@pytest.mark.parametrize("words", ["", "ring me", "999999999999999", "0", "01632 960001 ext 5"])
def test_what_is_no_phone_number_is_refused(words: str) -> None:
    with pytest.raises(WrongValue, match="phone"):
        PhoneNumber.parse(words)


def test_an_email_address_keeps_its_name_and_lowers_its_host() -> None:
    assert EmailAddress.parse(" Non.Jones@Example.COM ").shown == "Non.Jones@example.com"


def _parts(lines: list[str]) -> dict[str, str]:
    *upper, town = lines
    named = {f"line{place}": line for place, line in enumerate(upper, start=1)}
    return {**named, "town": town, "postcode": "LL99 9ZZ"}


@given(st.text(max_size=400))
def test_no_words_ever_break_a_reader(words: str) -> None:
    for read in (EmailAddress.parse, PhoneNumber.parse, Postcode.parse):
        with suppress(WrongValue):
            assert str(read(words))


@pytest.mark.parametrize("words", ["07700 900982", "+44 7911 123456", "07624 123456"])
def test_a_mobile_takes_texts(words: str) -> None:
    assert PhoneNumber.parse(words).is_uk_mobile


@pytest.mark.parametrize("words", ["01632 960001", "07011 123456", "+353 85 012 3456"])
def test_what_takes_no_texts_from_us_is_told_from_a_mobile(words: str) -> None:
    assert not PhoneNumber.parse(words).is_uk_mobile
