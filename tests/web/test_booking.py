"""Booking a day at the web door: a handful at a time, later days, and a day taken at the last."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page
from sqlalchemy import select

from channels.pages import House
from hub.bookings import Booked
from hub.cases import Case
from hub.store import UNSYNCED
from tests.web.shown import Show
from tests.web.visitor import Visitor, said
from tests.web.walking import WAYS, walk

BULKY = next(way for way in WAYS if way.name == "bulky-waste")
OFFERED = re.compile(r'name="answer" value="(\d{4}-\d{2}-\d{2})"')
START = "/en/report/bulky-waste"


def come_to(visitor: Visitor, house: House, last: str, language: str = "en") -> str:
    return next(
        address
        for address in walk(visitor, house, BULKY, language)
        if address.rsplit("/", 1)[1] == last
    )


def take_all_places(house: House, day: date) -> None:
    with house.database.session("aberwen") as session:
        for slot in range(1, 9):
            place = {"council": "aberwen", "service": "bulky-waste", "round": "van", "day": day}
            place |= {"slot": slot, "id": session.chance.uuid(), "case_id": session.chance.uuid()}
            session.insert(Booked, {**place, "held_at": session.now()})


def test_five_days_are_offered_and_later_ones_behind_a_link(visitor: Visitor, house: House) -> None:
    page = visitor.open(come_to(visitor, house, "day")).text

    later = visitor.open(f"{START}/day?after={OFFERED.findall(page)[-1]}").text

    assert OFFERED.findall(page) == [f"2026-11-{day}" for day in ("26", "27", "30")] + [
        "2026-12-01",
        "2026-12-02",
    ]
    assert OFFERED.findall(later)[0] == "2026-12-03"
    assert "Show later days" in page
    assert "Show the first days" not in page
    assert "Show the first days" in later


@pytest.mark.parametrize("after", ["", "0", "nonsense", "9999-12-31", "<b>"])
def test_an_address_that_names_no_day_shows_the_first(
    visitor: Visitor, house: House, after: str
) -> None:
    come_to(visitor, house, "day")

    page = visitor.open(f"{START}/day?after={after}").text

    assert OFFERED.findall(page)[0] == "2026-11-26"


def test_a_later_day_is_taken_and_shown_again_where_it_stands(
    visitor: Visitor, house: House
) -> None:
    address = come_to(visitor, house, "day")

    visitor.answer(address, said("2026-12-09"))

    again = visitor.open(address).text
    assert OFFERED.findall(again)[0] == "2026-12-03"
    assert re.search(r'value="2026-12-09"\s+checked', again)


def test_a_day_that_is_not_free_is_asked_for_again(visitor: Visitor, house: House) -> None:
    address = come_to(visitor, house, "day")

    for day in ("2026-11-24", "2026-11-28", "2027-12-01"):
        page = visitor.send(address, said(day))

        assert page.status_code == 422
        assert "no longer offered" in page.text


@pytest.mark.parametrize(
    ("language", "words"), [("en", "has just been taken"), ("cy", "newydd gymryd y diwrnod")]
)
def test_who_comes_second_for_the_last_place_chooses_another_day_and_loses_nothing_else(
    visitor: Visitor, house: House, language: str, words: str
) -> None:
    start = f"/{language}/report/bulky-waste"
    visitor.open(come_to(visitor, house, "check", language))
    take_all_places(house, date(2026, 11, 26))

    refused = visitor.send(f"{start}/send", {}, page=f"{start}/check")
    onward = visitor.send(f"{start}/day", said("2026-11-27"))
    done = visitor.submit("bulky-waste", language)

    assert refused.status_code == 409
    assert words in refused.text
    assert OFFERED.findall(refused.text)[0] == "2026-11-27"
    assert onward.headers["Location"].endswith("/check")
    assert done.status_code == 200
    with house.database.reading("aberwen") as session:
        held = select(Booked.day).join(Case, Case.id == Booked.case_id)
        assert session.sql.scalars(held, execution_options=UNSYNCED).all() == [date(2026, 11, 27)]


@pytest.mark.parametrize(
    ("language", "day"),
    [("en", "Thursday 26 November 2026"), ("cy", "dydd Iau 26 Tachwedd 2026")],
)
def test_the_confirmation_says_the_day_that_was_booked(
    visitor: Visitor, house: House, language: str, day: str
) -> None:
    visitor.open(come_to(visitor, house, "check", language))

    done = visitor.submit("bulky-waste", language)

    assert f": {day}</strong>" in done.text


def test_when_no_day_is_free_one_can_be_arranged(visitor: Visitor, house: House) -> None:
    address = come_to(visitor, house, "day")
    for day in OFFERED.findall(visitor.open(address).text):
        take_all_places(house, date.fromisoformat(day))

    onward = visitor.answer(address, said("?"))

    assert onward.endswith("/phone")
    assert "please arrange a day with me" in visitor.open(address).text


@pytest.mark.parametrize("language", ["en", "cy"])
def test_no_page_about_days_shuts_anybody_out(
    visitor: Visitor, house: House, show: Show, axe: Callable[[Page], None], language: str
) -> None:
    address = come_to(visitor, house, "day", language)
    axe(show(address))
    axe(show(f"{address}?after=2026-12-02"))
    visitor.answer(address, said("2026-11-26"))
    page = show(address)
    take_all_places(house, date(2026, 11, 26))

    page.click("main form#ask .button")

    assert page.inner_text(".wrong")
    axe(page)
