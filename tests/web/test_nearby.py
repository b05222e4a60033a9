"""Who reports what somebody reported before is offered to be added to it."""

import re
from collections.abc import Callable, Mapping

import pytest
from playwright.sync_api import Page
from sqlalchemy import select

from channels.app import make_app
from channels.pages import House
from hub import intake
from hub.cases import Asker, Case, Status
from hub.store.outbox import OutboxEvent
from tests.provision.golden import Golden
from tests.web.shown import Show
from tests.web.steady import part
from tests.web.visitor import Form, Visitor, said
from tests.web.walking import Way, walk

START = "/en/report/pothole"
NEARBY = f"{START}/nearby"
NO_DANGER: Mapping[str, Form] = {"peril": said("none"), "where": said("road"), "harm": said("")}
SECRET = "by the green door of Ann"


def at_the_place(visitor: Visitor, house: House) -> str:
    way = Way("pothole", "pothole", NO_DANGER)
    for address in walk(visitor, house, way, "en"):
        if address.endswith("/place"):
            return address
    raise AssertionError("it asks no place")


def report(house: House, words: str) -> None:
    """Send a whole request about a hole at this place."""
    visitor = Visitor(make_app(house))
    with_place = Way("pothole", "pothole", {**NO_DANGER, "place": said(words)})
    for _ in walk(visitor, house, with_place, "en"):
        pass
    visitor.submit("pothole")


ABOUT: Mapping[str, Form] = {
    "your_name": said("Bea Morris"),
    "answer_by": said("e-mail"),
    "email": said("bea@example.com"),
    "language": said("en"),
}


@pytest.fixture
def reported(house: House) -> House:
    """Give a house in which a hole was reported."""
    report(house, f"High Street, {SECRET}")
    return house


@pytest.fixture
def second(visitor: Visitor, reported: House) -> Visitor:
    """Give a second resident, who has told the same street."""
    address = at_the_place(visitor, reported)
    assert visitor.answer(address, said("12 High Street")) == NEARBY
    return visitor


def offered(page: str) -> str:
    found = re.search(r'name="answer" value="([0-9a-f-]{36})"', page)
    assert found
    return found[1]


def test_who_tells_the_same_street_is_offered_the_request_and_nothing_of_who_asked(
    second: Visitor,
) -> None:
    page = second.open(NEARBY).text

    assert "High Street, reported on Monday 23 November 2026" in page
    assert SECRET not in page
    assert "Llŷr" not in page


def test_who_joins_answers_only_who_they_are_and_is_shown_the_reference(
    second: Visitor, reported: House
) -> None:
    page = second.open(NEARBY).text
    way = second.answer(NEARBY, said(offered(page)))
    asked = second.answer_until(second.onward(second.open(way)), ABOUT)
    check = second.open(asked[-1]).text
    sent = second.submit("pothole").text

    with reported.database.reading("aberwen") as session:
        case = session.sql.scalars(select(Case)).one()
        askers = session.sql.scalars(select(Asker.number)).all()
        events = session.sql.scalars(select(OutboxEvent.name)).all()
    assert "We add you to a request that somebody else has made." in check
    assert "You are added to this request." in sent
    assert f"{case.reference[:4]} {case.reference[4:7]} {case.reference[7:]}" in sent
    assert SECRET not in sent
    assert sorted(askers) == [1, 2]
    assert "AskerJoined" in events
    assert intake.account(reported.database).is_clean


def test_a_double_click_adds_somebody_once(second: Visitor, reported: House) -> None:
    way = second.answer(NEARBY, said(offered(second.open(NEARBY).text)))
    asked = second.answer_until(second.onward(second.open(way)), ABOUT)
    second.open(asked[-1])
    hidden = dict(second.hidden)
    for _ in range(2):
        second.send(f"{START}/send", hidden)

    with reported.database.reading("aberwen") as session:
        assert len(session.sql.scalars(select(Asker.number)).all()) == 2


def test_who_says_that_theirs_is_another_goes_on_with_their_own(second: Visitor) -> None:
    way = second.answer(NEARBY, said("another"))

    assert second.onward(second.open(way)).endswith("/lane")


@pytest.mark.parametrize("answer", ["", "another one", "00000000-0000-0000-0000-000000000000"])
def test_only_what_was_offered_can_be_joined(second: Visitor, answer: str) -> None:
    page = second.send(NEARBY, said(answer))

    assert page.status_code == 422
    assert page.text.count("Choose one of the answers.") == 2


def test_who_chose_to_join_may_change_their_mind(second: Visitor) -> None:
    second.answer(NEARBY, said(offered(second.open(NEARBY).text)))
    page = second.open(NEARBY).text
    way = second.answer(NEARBY, said("another"))

    assert "checked" in page
    assert second.onward(second.open(way)).endswith("/lane")


def test_who_joins_what_was_closed_meanwhile_is_told_so_and_goes_on_with_their_own(
    second: Visitor, reported: House
) -> None:
    way = second.answer(NEARBY, said(offered(second.open(NEARBY).text)))
    asked = second.answer_until(second.onward(second.open(way)), ABOUT)
    second.open(asked[-1])
    with reported.database.session("aberwen") as session:
        session.sql.query(Case).update({"status": Status.CLOSED.value})

    sent = second.send(f"{START}/send", {})

    assert sent.status_code == 409
    assert "That request can no longer be joined. Go on with your own." in sent.text
    assert intake.account(reported.database).is_clean


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_page_that_offers_shuts_nobody_out_and_is_as_it_was_looked_at(
    second: Visitor, show: Show, axe: Callable[[Page], None], golden: Golden, language: str
) -> None:
    page = part(second, f"/{language}/report/pothole/nearby")
    opened = show(f"/{language}/report/pothole/nearby")
    axe(opened)
    opened.click("main form .button")
    axe(opened)
    assert opened.locator(".summary").count() == 1
    steady = re.sub(r'value="[0-9a-f-]{36}"', 'value="…"', page)

    golden.check(f"pages/nearby.{language}.html", steady)
