"""A missed bin at the web door: too early, too late, in time, and at a property nobody knows."""

from pathlib import Path

import pytest
from sqlalchemy import select

from channels.pages import House
from hub import places
from hub.cases import Answer
from tests.provision.pictures import Album
from tests.provision.time_and_chance import SettableClock
from tests.web.shown import Show
from tests.web.visitor import Visitor, said

_ADDRESSES = "uprn,paon,street,town,postcode\n11,1,Stryd y Bont,Aberwen,LL99 9ZZ\n"
_COLLECTIONS = "uprn,bin,first,every_days\n11,refuse,2026-11-09,14\n11,food,2026-11-04,7\n"
_HOME = {"by": "chosen", "postcode": "LL99 9ZZ", "answer": "11"}
START = "/{}/report/missed-bin"


@pytest.fixture(autouse=True)
def listed(house: House, tmp_path: Path) -> House:
    """Give a house whose council knows the bin days: grey bins today, a Monday."""
    for name, lines in (("gazetteer", _ADDRESSES), ("collections", _COLLECTIONS)):
        (tmp_path / f"{name}.csv").write_text(lines, encoding="utf-8")
    places.load_addresses(house.database, "aberwen", tmp_path / "gazetteer.csv")
    places.load_collections(house.database, "aberwen", tmp_path / "collections.csv")
    return house


def come_home(visitor: Visitor, language: str = "en", bin_: str = "refuse") -> str:
    """Answer up to the address, choose it from the list, and give where that leads to."""
    address = visitor.begin("missed-bin", language)
    visitor.answer(visitor.answer(address, said(bin_)), said("no"))
    sent = visitor.send(f"{START.format(language)}/address", _HOME)
    return str(sent.headers["Location"])


def test_a_bin_that_may_still_be_emptied_today_stops_and_says_until_when(
    visitor: Visitor,
) -> None:
    where = come_home(visitor)

    stop = visitor.open(where).text

    assert where.endswith("/not_yet")
    assert "Your bin is due today" in stop
    assert "wait until 4pm" in stop
    assert "Monday 7 December 2026" in stop


def test_who_asks_anyway_is_told_the_day_and_not_asked_it(
    visitor: Visitor,
) -> None:
    where = visitor.answer(come_home(visitor), said("yes"))
    page = visitor.open(where).text

    for answer in ("yes", "no", "no", "no"):
        where = visitor.answer(where, said(answer))

    assert "Grey bin (rubbish): it was due on Monday 23 November 2026." in page
    assert "It had to be out by 7am." in page
    assert where.endswith("/crew")


def test_the_day_that_is_known_is_read_back_without_a_link_and_kept_by_the_case(
    visitor: Visitor, house: House, clock: SettableClock
) -> None:
    clock.move(hours=7)
    where = come_home(visitor)
    for answer in ("yes", "no", "no", "no", "", "me", "Siân Jones", "letter", "yes", "18", "en"):
        where = visitor.answer(where, said(answer))

    check = visitor.open(where).text
    visitor.submit("missed-bin")

    assert "<dd>Monday 23 November 2026</dd>" in check
    assert "missed-bin/collected" not in check
    with house.database.session("aberwen") as session:
        kept = session.sql.scalar(select(Answer.value).where(Answer.path == "collected"))
    assert kept == {"due": "in_time", "day": "2026-11-23"}


def test_a_bin_that_was_due_too_long_ago_is_told_its_next_day_in_welsh(
    visitor: Visitor, clock: SettableClock
) -> None:
    clock.move(days=3)

    where = come_home(visitor, "cy")
    stop = visitor.open(where).text

    assert where.endswith("/too_late")
    assert "dydd Llun 23 Tachwedd 2026" in stop
    assert "dydd Llun 7 Rhagfyr 2026" in stop


def test_an_address_that_is_typed_is_asked_the_day_with_the_councils_hours(
    visitor: Visitor,
) -> None:
    come_home(visitor)
    typed = {"line1": "1 Stryd y Bont", "town": "Aberwen", "postcode": "LL99 9ZZ"}

    where = visitor.answer(f"{START.format('en')}/address", typed)

    assert where.endswith("/due")
    assert "Bins must be out by 7am. Wait until 4pm" in visitor.open(where).text


def test_nobody_can_open_or_answer_what_the_council_knows(visitor: Visitor) -> None:
    come_home(visitor)
    address = f"{START.format('en')}/collected"

    assert visitor.open(address).status_code == 404
    assert visitor.send(address, said("in_time")).status_code == 404


@pytest.mark.parametrize("language", ["en", "cy"])
def test_in_a_browser_a_bin_too_early_stops_and_who_asks_anyway_goes_on(
    visitor: Visitor, show: Show, album: Album, language: str
) -> None:
    page = show(come_home(visitor, language))
    album.take(page, f"missed-bin-too-early-{language}")

    with page.expect_navigation():
        page.click("main form .button")

    assert page.url.endswith("/out_by_seven")
    assert (
        "Monday 23 November" if language == "en" else "dydd Llun 23 Tachwedd"
    ) in page.inner_text("main")
    album.take(page, f"missed-bin-day-known-{language}")
