"""A place in the street is told as people know it; what the gazetteer knows is told back."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from channels.pages import House
from hub import places
from tests.places.test_places import a_file, a_line
from tests.provision.golden import Golden
from tests.web.conftest import At
from tests.web.shown import Show
from tests.web.steady import part, part_of
from tests.web.visitor import Visitor

_WORDS = {"answer": "By the lamp, outside the chapel"}


@pytest.fixture
def town(house: House, tmp_path: Path) -> House:
    """Give a council whose gazetteer has two streets of thirty houses, with their points."""
    lines = []
    for number in range(1, 31):
        for at, street in enumerate(("Stryd y Bont", "Castle Street")):
            lat, lon = f"{53.1 + number / 1000:.4f}", f"{-3.9 + at / 50 + number % 3 / 900:.4f}"
            line = a_line(number * 2 + at, str(number), street=street)
            lines.append(line | {"latitude": lat, "longitude": lon})
    places.load_addresses(house.database, "aberwen", a_file(tmp_path, *lines))
    return house


@pytest.fixture
def place(town: House, at: At) -> str:
    """Give the address of a question that asks where something is."""
    assert town.database.is_sqlite
    return at("spot")


def chosen(visitor: Visitor, place: str, near: str = "4 stryd pont") -> str:
    """Choose the first address that is found, and give the property number."""
    listed = visitor.send(place, {**_WORDS, "near": near}).text
    found = re.search(r'name="uprn" value="([0-9]+)"', listed)
    assert found
    visitor.send(place, {**_WORDS, "near": near, "uprn": found[1], "by": "chosen"})
    return found[1]


def told_back(visitor: Visitor) -> str:
    """Give what the page of all answers says, as far as they were given."""
    return visitor.open("/en/report/try-everything/spot").text


def test_words_alone_go_on(visitor: Visitor, place: str) -> None:
    assert visitor.send(place, _WORDS).status_code == 303


def test_the_nearest_address_is_looked_up_by_a_street_however_it_is_spelt(
    visitor: Visitor, place: str
) -> None:
    listed = visitor.send(place, {**_WORDS, "near": "4 stryd pont"})

    assert listed.status_code == 200
    assert "Which address is nearest?" in listed.text
    assert "4 Stryd y Bont, Aberwen" in listed.text
    assert "None of these: go on with my words" in listed.text


def test_the_address_that_was_chosen_and_its_point_are_told_back(
    visitor: Visitor, place: str
) -> None:
    uprn = chosen(visitor, place)

    again = told_back(visitor)

    assert f'name="was" value="{uprn}"' in again
    assert 'value="4 Stryd y Bont, Aberwen"' in again
    assert 'name="point" value="53.104000, -3.898900"' in again


def test_what_was_chosen_before_is_not_asked_for_again(visitor: Visitor, place: str) -> None:
    uprn = chosen(visitor, place)

    sent = visitor.send(place, {**_WORDS, "near": "4 Stryd y Bont, Aberwen", "was": uprn})

    assert sent.status_code == 303


def test_another_address_brings_its_own_point(visitor: Visitor, place: str) -> None:
    uprn = chosen(visitor, place)
    before = {"was": uprn, "point": "53.104000, -3.898900", **_WORDS}

    visitor.send(place, {**before, "near": "9 Castle Street", "uprn": "19", "by": "chosen"})

    assert 'name="point" value="53.109000, -3.880000"' in told_back(visitor)


def test_an_address_that_is_taken_out_takes_its_point_along(visitor: Visitor, place: str) -> None:
    uprn = chosen(visitor, place)

    visitor.send(place, {**_WORDS, "near": "", "was": uprn, "point": "53.104000, -3.898900"})

    assert 'name="point" value=""' in told_back(visitor)


def test_none_of_these_goes_on_with_the_words(visitor: Visitor, place: str) -> None:
    form = {**_WORDS, "near": "4 stryd pont", "uprn": "none", "by": "chosen"}

    assert visitor.send(place, form).status_code == 303
    assert 'name="near" value=""' in told_back(visitor)


def test_choosing_nothing_shows_the_list_again(visitor: Visitor, place: str) -> None:
    again = visitor.send(place, {**_WORDS, "near": "4 stryd pont", "by": "chosen"})

    assert again.status_code == 422
    assert "Choose one of the answers." in again.text
    assert "4 Stryd y Bont, Aberwen" in again.text


def test_what_is_not_found_stops_nobody(visitor: Visitor, place: str) -> None:
    none = visitor.send(place, {**_WORDS, "near": "Hgih Street"})
    far = visitor.send(place, {**_WORDS, "near": "cf10 1aa"})
    ours = visitor.send(place, {**_WORDS, "near": "LL99 1AA"})

    assert "We found no address for “Hgih Street”" in none.text
    assert "postcode like CF10 1AA, so it may be outside our area" in far.text
    assert "We found no address for “LL99 1AA”" in ours.text
    assert 'value="By the lamp, outside the chapel"' in far.text
    assert visitor.send(place, _WORDS).status_code == 303


@pytest.mark.parametrize("typed", ["53.11, 3.89", "-3.89, 53.11"])
def test_a_slip_is_asked_about_and_told_back(visitor: Visitor, place: str, typed: str) -> None:
    asked = visitor.send(place, {**_WORDS, "point": typed})

    sent = visitor.send(
        place, {**_WORDS, "point": typed, "meant": "53.110000, -3.890000", "by": "chosen"}
    )

    assert "Did you mean 53.110000, -3.890000?" in asked.text
    assert sent.status_code == 303
    assert 'name="point" value="53.110000, -3.890000"' in told_back(visitor)


def test_a_point_outside_is_told_at_once_and_may_be_asked_about_anyway(
    visitor: Visitor, place: str
) -> None:
    asked = visitor.send(place, {**_WORDS, "point": "SN 581 819"})

    back = visitor.send(place, {**_WORDS, "point": "SN 581 819", "by": "anew"})
    sent = visitor.send(place, {**_WORDS, "point": "SN 581 819", "anyway": "yes", "by": "chosen"})

    assert "This place seems to be outside the area of Aberwen County Council" in asked.text
    assert "https://www.gov.uk/find-local-council" in asked.text
    assert 'name="point" value="SN 581 819"' in back.text
    assert sent.status_code == 303


def test_whoever_saves_is_asked_which_address_they_mean(visitor: Visitor, place: str) -> None:
    listed = visitor.send(place, {**_WORDS, "near": "4 stryd pont", "save": "yes"})
    saved = visitor.send(place, {**_WORDS, "near": "4 stryd pont", "uprn": "8", "save": "yes"})

    assert "Which address is nearest?" in listed.text
    assert saved.headers["Location"].endswith("/save")
    assert 'value="4 Stryd y Bont, Aberwen"' in told_back(visitor)


@pytest.mark.parametrize(
    "form",
    [
        {"by": "magic"},
        {"near": "x", "uprn": "999", "by": "chosen"},
        {"near": "x", "uprn": "8\0", "by": "chosen"},
    ],
)
def test_a_form_that_our_pages_do_not_make_is_turned_back_kindly(
    visitor: Visitor, place: str, form: dict[str, str]
) -> None:
    turned = visitor.send(place, {**_WORDS, **form})

    assert turned.status_code == 422
    assert 'value="By the lamp, outside the chapel"' in turned.text


@pytest.mark.parametrize(
    "form",
    [
        {"point": "nan, nan"},
        {"point": "0, 0"},
        {"point": "9" * 10_000},
        {"point": "٥٣.٢, ٣.٩"},
        {"point": "<b>"},
        {"answer": "x" * 10_000},
        {"answer": "", "point": "53.11, -3.89"},
    ],
)
def test_what_is_no_place_is_asked_again(
    visitor: Visitor, place: str, form: dict[str, str]
) -> None:
    again = visitor.send(place, {**_WORDS, **form})

    assert again.status_code == 422
    assert "There is a problem" in again.text
    assert "<b>" not in again.text


@pytest.mark.parametrize("near", ["x" * 10_000, "'; --", "%", "<b>", "\u202e"])
def test_whatever_is_looked_for_finds_nothing_and_harms_nothing(
    visitor: Visitor, place: str, near: str
) -> None:
    page = visitor.send(place, {**_WORDS, "near": near})

    assert page.status_code == 200
    assert "We found no address for" in page.text
    assert "<b>" not in page.text


def test_a_council_without_a_gazetteer_asks_for_no_address(visitor: Visitor, at: At) -> None:
    page = visitor.open(at("spot")).text

    assert 'name="near"' not in page
    assert 'name="point"' in page


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_pages_are_as_they_were_looked_at(
    visitor: Visitor, place: str, golden: Golden, language: str
) -> None:
    here = place.replace("/en/", f"/{language}/")
    forms: list[dict[str, str]] = [
        {"near": "4 stryd pont"},
        {"near": "4 stryd pont", "by": "chosen"},
        {"near": "Hgih Street"},
        {"near": "CF10 1AA"},
        {"point": "53.11, 3.89"},
        {"point": "SN 581 819"},
        {"point": "0, 0"},
    ]

    pages = [part(visitor, here)]
    pages += [part_of(visitor.send(here, {**_WORDS, **form}).text, str(form)) for form in forms]

    golden.check(f"pages/placing.{language}.html", "\n".join(pages))


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_pages_shut_nobody_out(
    place: str, show: Show, axe: Callable[[Page], None], language: str
) -> None:
    page = show(place.replace("/en/", f"/{language}/"))
    page.set_viewport_size({"width": 390, "height": 844})
    axe(page)
    page.fill("#answer", "By the lamp")
    page.fill("#near", "4 St y Bont")
    page.click("main form .button")
    page.wait_for_selector("text=4 Stryd y Bont, Aberwen")
    axe(page)
    page.click("main form button[value=anew]")
    page.fill("#near", "")
    page.fill("#point", "53.11, 3.89")
    page.click("main form .button")
    page.wait_for_selector("text=53.110000, -3.890000")
    axe(page)
    page.click("main form button[value=anew]")
    page.fill("#point", "SN 581 819")
    page.click("main form .button")
    page.wait_for_selector("a[href*=find-local-council]")
    axe(page)

    width = page.evaluate("document.documentElement.scrollWidth")
    page.click("main form button[value=chosen]")
    page.wait_for_url("**/home")
    assert width <= 390
