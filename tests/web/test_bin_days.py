"""Bin days are found by postcode and address, in words, in both languages, and can be printed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from channels.pages import House
from hub import places
from tests.provision.golden import Golden
from tests.provision.pictures import Album
from tests.web.shown import Show
from tests.web.steady import part, part_of
from tests.web.visitor import Visitor

_ADDRESSES = (
    "uprn,saon,paon,street,locality,town,postcode",
    "11,,1,Stryd y Bont,,Aberwen,LL99 9ZZ",
    "12,Flat 2,2,Stryd y Bont,Llan,Aberwen,LL99 9ZZ",
)
_COLLECTIONS = (
    "uprn,bin,first,every_days",
    "11,refuse,2026-11-06,14",
    "11,food,2026-11-06,7",
    "11,nappies,2026-11-13,28",
)
_FIND = {"by": "find", "postcode": "ll999zz"}
_CHOSEN = {"by": "chosen", "postcode": "LL99 9ZZ", "answer": "11"}


@pytest.fixture
def listed(house: House, tmp_path: Path) -> House:
    """Give a house whose council has a gazetteer and bin days."""
    for name, lines in (("gazetteer", _ADDRESSES), ("collections", _COLLECTIONS)):
        (tmp_path / f"{name}.csv").write_text("\n".join(lines), encoding="utf-8")
    places.load_addresses(house.database, "aberwen", tmp_path / "gazetteer.csv")
    places.load_collections(house.database, "aberwen", tmp_path / "collections.csv")
    return house


@pytest.mark.usefixtures("listed")
def test_a_postcode_leads_to_an_address_and_the_address_to_its_days(visitor: Visitor) -> None:
    where = visitor.send("/en/bin-days", _FIND)
    found = visitor.send("/en/bin-days", _CHOSEN)

    assert "1 Stryd y Bont, Aberwen" in where.text
    assert "<dt>Grey bin (rubbish)</dt><dd>Friday 4 December 2026</dd>" in found.text
    assert "<dt>Food caddy (food waste)</dt>" in found.text
    assert "Friday 18 December 2026" in found.text
    assert found.request.url.endswith("/en/bin-days")


@pytest.mark.usefixtures("listed")
def test_the_days_are_said_in_welsh(visitor: Visitor) -> None:
    found = visitor.send("/cy/bin-days", _CHOSEN)

    assert "<dt>Bin llwyd (sbwriel)</dt><dd>dydd Gwener 4 Rhagfyr 2026</dd>" in found.text


@pytest.mark.usefixtures("listed")
def test_a_bin_that_the_council_did_not_name_is_said_as_its_list_does(visitor: Visitor) -> None:
    assert "<dt>nappies</dt>" in visitor.send("/en/bin-days", _CHOSEN).text


@pytest.mark.usefixtures("listed")
def test_a_collection_on_a_bank_holiday_may_change_and_says_so(visitor: Visitor) -> None:
    found = visitor.send("/en/bin-days", _CHOSEN)

    assert "Friday 25 December 2026<span" in found.text
    assert "Friday 18 December 2026<span" not in found.text


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize(
    "form",
    [
        {"by": "chosen", "postcode": "LL99 9ZZ", "answer": "12"},
        {"by": "chosen", "postcode": "LL99 9ZZ", "answer": "none"},
        {"by": "chosen", "postcode": "LL99 9ZZ", "answer": "999"},
        {"by": "find", "postcode": "LL99 9ZX"},
    ],
    ids=["no days", "not listed", "unknown", "no addresses"],
)
def test_an_address_without_days_is_told_how_to_ask(visitor: Visitor, form: dict[str, str]) -> None:
    told = visitor.send("/en/bin-days", form)

    assert told.status_code == 200
    assert "We do not know these bin days" in told.text
    assert "01632 960001" in told.text.split("<footer")[0]


def test_a_council_without_a_list_says_how_to_ask(visitor: Visitor) -> None:
    assert "We do not know these bin days" in visitor.send("/en/bin-days", _FIND).text


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize("written", ["", "LL99", "<b>", "x" * 5000, "\0"])
def test_what_is_no_postcode_is_asked_again(visitor: Visitor, written: str) -> None:
    again = visitor.send("/en/bin-days", {"by": "find", "postcode": written})

    assert again.status_code == 422
    assert again.text.count("Write a full UK postcode") == 2
    assert "<b>" not in again.text


@pytest.mark.usefixtures("listed")
def test_choosing_no_address_shows_the_list_again(visitor: Visitor) -> None:
    again = visitor.send("/en/bin-days", {"by": "chosen", "postcode": "LL99 9ZZ"})

    assert again.status_code == 422
    assert "1 Stryd y Bont, Aberwen" in again.text
    assert again.text.count("Choose one of the answers.") == 2


def test_the_page_is_found_from_the_first_one_and_from_services_about_bins(
    visitor: Visitor,
) -> None:
    link = 'href="/en/bin-days"'

    assert link in visitor.open("/en/").text
    assert link in visitor.open("/en/report/missed-bin").text
    assert link in visitor.open("/en/report/garden-waste").text
    assert link not in visitor.open("/en/report/pothole").text
    assert visitor.open("/bin-days", Accept_Language="cy").headers["Location"] == "/cy/bin-days"


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_pages_of_the_bin_days_are_as_they_were_looked_at(
    visitor: Visitor, golden: Golden, language: str
) -> None:
    address = f"/{language}/bin-days"
    forms = (_FIND, _CHOSEN, {**_CHOSEN, "answer": "none"})
    sent = [part_of(visitor.send(address, form).text, address) for form in forms]
    pages = [part(visitor, address), *sent]

    golden.check(f"pages/bin-days.{language}.html", "\n".join(pages))


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_pages_of_the_bin_days_are_for_everybody(
    show: Show, axe: Callable[[Page], None], album: Album, language: str
) -> None:
    page = show(f"/{language}/bin-days")
    axe(page)
    page.click("main .button")
    axe(page)
    page.fill("#postcode", "ll99 9zz")
    page.click("main .button")
    axe(page)
    page.click("main .button")
    axe(page)
    page.check("#answer")
    page.click("main .button")
    page.wait_for_selector("table")
    axe(page)
    album.take(page, f"bin-days/found.{language}.390")

    page.click("button.tongue")
    page.wait_for_selector(f"html[lang={'cy' if language == 'en' else 'en'}] table")

    page.set_viewport_size({"width": 1280, "height": 900})
    album.take(page, f"bin-days/found.{language}.1280")
    assert page.url.endswith("/bin-days")
