"""An address is found by its postcode, or typed; nothing typed on the way is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from channels.pages import House
from hub import places
from tests.web.conftest import At
from tests.web.shown import Show
from tests.web.visitor import Visitor

_LINES = (
    "uprn,saon,paon,street,locality,town,postcode",
    "11,,1,Stryd y Bont,,Aberwen,LL99 9ZZ",
    "12,Flat 2,2,Stryd y Bont,Llan,Aberwen,LL99 9ZZ",
    "14,Flat 3,Tŷ Mawr,4 Stryd y Bont,Llan,Aberwen,LL99 9ZZ",
    "13,,3,Maes Ŵyn,,Aberwen,LL99 9ZY",
)
_HERE = {"by": "find", "postcode": "ll999zz"}


@pytest.fixture
def address(house: House, tmp_path: Path, at: At) -> str:
    """Give the address of a question that asks where, for a council with a gazetteer."""
    file = tmp_path / "gazetteer.csv"
    file.write_text("\n".join(_LINES), encoding="utf-8")
    places.load_addresses(house.database, "aberwen", file)
    return at("home")


def test_the_addresses_of_a_postcode_are_offered_and_one_is_taken(
    visitor: Visitor, address: str
) -> None:
    first = visitor.open(address)
    listed = visitor.send(address, _HERE)
    taken = visitor.send(address, {"by": "chosen", "postcode": "LL99 9ZZ", "answer": "12"})
    again = visitor.open(address)

    assert 'value="find"' in first.text
    assert 'name="line1"' not in first.text
    assert "1 Stryd y Bont, Aberwen" in listed.text
    assert "Maes Ŵyn" not in listed.text
    assert taken.status_code == 303
    assert 'value="Flat 2"' in again.text
    assert 'value="2 Stryd y Bont, Llan"' in again.text


def test_an_address_that_was_chosen_is_kept_by_who_saves_instead_of_going_on(
    visitor: Visitor, address: str
) -> None:
    visitor.send(address, _HERE)

    sent = visitor.send(address, {"postcode": "LL99 9ZZ", "answer": "12", "save": "yes"})

    assert sent.headers["Location"].endswith("/save")
    assert 'value="Flat 2"' in visitor.open(address).text


def test_the_address_can_be_typed_without_a_search(visitor: Visitor, address: str) -> None:
    typing = visitor.send(address, {"by": "typed", "postcode": "LL99 9ZX"})
    lines = {"line1": "9 Heol Hir", "line2": "", "town": "Aberwen", "postcode": "LL99 9ZX"}
    taken = visitor.send(address, lines)

    assert 'name="line1"' in typing.text
    assert 'value="LL99 9ZX"' in typing.text
    assert taken.status_code == 303


def test_an_address_that_is_not_listed_is_typed_with_the_postcode_kept(
    visitor: Visitor, address: str
) -> None:
    visitor.send(address, _HERE)
    typing = visitor.send(address, {"by": "chosen", "postcode": "LL99 9ZZ", "answer": "none"})

    assert 'name="line1"' in typing.text
    assert 'value="LL99 9ZZ"' in typing.text


def test_a_postcode_nobody_knows_leads_to_typing(visitor: Visitor, address: str) -> None:
    typing = visitor.send(address, {"by": "find", "postcode": "CF10 1AA"})

    assert "We have no addresses for CF10 1AA" in typing.text
    assert 'name="line1"' in typing.text


@pytest.mark.parametrize("written", ["", "LL99", "<b>", "x" * 5000, "\0"])
def test_what_is_no_postcode_is_asked_again_with_what_was_typed(
    visitor: Visitor, address: str, written: str
) -> None:
    again = visitor.send(address, {"by": "find", "postcode": written})

    assert again.status_code == 422
    assert "There is a problem" in again.text
    assert 'value="find"' in again.text
    assert "<b>" not in again.text.replace("&lt;b&gt;", "")


def test_choosing_nothing_shows_the_list_again(visitor: Visitor, address: str) -> None:
    again = visitor.send(address, {"by": "chosen", "postcode": "LL99 9ZZ"})

    assert again.status_code == 422
    assert "1 Stryd y Bont, Aberwen" in again.text
    assert "Choose one of the answers." in again.text


@pytest.mark.parametrize(
    "form",
    [
        {"by": "magic"},
        {"by": "chosen", "postcode": "LL99 9ZZ", "answer": "999"},
        {"by": "chosen", "postcode": "no", "answer": ""},
        {"by": "chosen", "postcode": "LL99 9ZZ", "answer": "12\0"},
    ],
)
def test_a_form_that_our_pages_do_not_make_is_turned_back_kindly(
    visitor: Visitor, address: str, form: dict[str, str]
) -> None:
    turned = visitor.send(address, form)

    assert turned.status_code == 422
    assert 'name="line1"' in turned.text


def test_a_question_of_another_kind_knows_no_search(visitor: Visitor, at: At) -> None:
    where = at("colour")

    turned = visitor.send(where, {"by": "find", "postcode": "LL99 9ZZ"})

    assert turned.status_code == 422


def test_a_council_without_a_gazetteer_has_its_addresses_typed(visitor: Visitor, at: At) -> None:
    asked = visitor.open(at("home"))

    assert 'name="line1"' in asked.text
    assert 'value="find"' not in asked.text


def test_the_pages_of_the_search_are_for_everybody(
    address: str, show: Show, axe: Callable[[Page], None]
) -> None:
    page = show(address)
    axe(page)
    page.fill("#postcode", "ll99 9zz")
    page.click("main form .button")
    page.wait_for_selector("text=1 Stryd y Bont, Aberwen")
    axe(page)
    page.click("main form button[value=anew]")
    page.wait_for_selector("button[value=typed]")

    assert page.locator("#postcode").input_value() == "ll99 9zz"


def test_a_flat_that_was_chosen_stands_whole_where_the_code_is_sent(
    visitor: Visitor, address: str
) -> None:
    visitor.send(address, {"by": "chosen", "postcode": "LL99 9ZZ", "answer": "14"})

    page = visitor.open("/en/report/try-everything/save/letter").text

    assert 'name="line1" value="Flat 3"' in page
    assert 'name="line2" value="Tŷ Mawr 4 Stryd y Bont, Llan"' in page
