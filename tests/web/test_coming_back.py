"""A saved request goes on in another browser, by its code and one thing more."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select, update
from structlog.testing import capture_logs

from channels.app import make_app
from channels.pages import House, Limits
from hub import drafts
from hub.drafts import Draft, SavedDraft
from hub.saved import SaveNotice
from hub.store.outbox import OutboxEvent
from tests.provision.time_and_chance import SettableClock
from tests.web.answers import EVERYTHING
from tests.web.conftest import MakeHouse
from tests.web.saving import LETTER, NOTE, START, WAYS, comes_back, saved
from tests.web.visitor import Visitor, finish, said


@pytest.fixture
def other(app: Flask) -> Visitor:
    """Give another browser."""
    return Visitor(app)


@pytest.mark.parametrize(("way", "form", "fact"), WAYS)
def test_a_request_goes_on_in_another_browser(
    visitor: Visitor, other: Visitor, way: str, form: dict[str, str], fact: str
) -> None:
    address = visitor.answer_until(visitor.begin("try-everything"), EVERYTHING, last="story")[-1]
    code = saved(visitor, way, form)

    asked = comes_back(other, code.replace(" ", "-"), fact)

    assert asked == address
    assert visitor.onward(visitor.open(address)) == START


def test_said_anew_the_code_is_a_new_one_and_the_old_opens_nothing(
    visitor: Visitor, other: Visitor
) -> None:
    visitor.begin("try-everything")
    old = saved(visitor)
    new = saved(visitor, "note", NOTE)

    refused = comes_back(other, old, "ann@example.com")

    assert "found nothing with this code" in refused
    assert comes_back(other, new, "Llŷr").startswith(START)


def test_a_wrong_code_and_a_wrong_fact_are_answered_alike(visitor: Visitor, other: Visitor) -> None:
    visitor.begin("try-everything")
    code = saved(visitor)

    pages = [
        comes_back(other, typed, fact).replace(typed, "…").replace(fact, "…")
        for typed, fact in ((code, "bob@example.com"), ("1234 5678 9012 3428", "ann@example.com"))
    ]

    assert "found nothing with this code" in pages[0]
    assert _steady(pages[0]) == _steady(pages[1])


def test_who_comes_back_to_a_service_that_was_withdrawn_is_told_what_to_do_instead(
    visitor: Visitor, other: Visitor, house: House
) -> None:
    visitor.begin("try-everything")
    code = saved(visitor)
    with house.database.session("aberwen") as session:
        session.sql.execute(update(Draft).values(service="no-longer-offered"))

    pages = []
    for language in ("en", "cy"):
        other.open(f"/{language}/come-back")
        sent = {"code": code, "fact": "ann@example.com"}
        pages.append(other.send(f"/{language}/come-back", sent))
    wrong = comes_back(other, code, "bob@example.com")

    assert [one.status_code for one in pages] == [410, 410]
    assert "We no longer offer this service" in pages[0].text
    assert "Nid ydym yn cynnig y gwasanaeth hwn mwyach" in pages[1].text
    assert all(house.councils.by_id("aberwen").phone.shown in one.text for one in pages)
    assert "found nothing with this code" in wrong


def test_a_slip_of_the_pen_is_told_and_not_counted(visitor: Visitor, other: Visitor) -> None:
    visitor.begin("try-everything")
    code = saved(visitor)
    slip = code[:-1] + str((int(code[-1]) + 1) % 10)

    assert "no code of ours" in comes_back(other, slip, "ann@example.com")
    assert "Write your code." in comes_back(other, " ", "ann@example.com")
    assert "Write the e-mail address" in comes_back(other, code, " ")


def test_after_ten_wrong_facts_even_the_right_one_opens_nothing_for_an_hour(
    visitor: Visitor, other: Visitor, clock: SettableClock
) -> None:
    visitor.begin("try-everything")
    code = saved(visitor)
    for _ in range(10):
        comes_back(other, code, "bob@example.com")

    during = comes_back(other, code, "ann@example.com")
    clock.move(minutes=61)
    after = comes_back(other, code, "ann@example.com")

    assert "found nothing with this code" in during
    assert after.startswith(START)


def test_one_address_may_try_ten_codes_a_minute(make_house: MakeHouse) -> None:
    app = make_app(make_house(limits=Limits()))
    app.testing = False
    visitor = Visitor(app)
    visitor.open("/en/come-back")
    form = {"code": "1234 5678 9012 3428", "fact": "ann@example.com"}

    tries = [visitor.send("/en/come-back", form) for _ in range(11)]

    assert [sent.status_code for sent in tries] == [422] * 10 + [429]
    for name, typed in form.items():
        assert f'id="{name}" name="{name}" value="{typed}"' in tries[-1].text


def test_answers_that_are_here_are_not_lost_without_a_word(
    visitor: Visitor, other: Visitor
) -> None:
    visitor.begin("try-everything")
    code = saved(visitor)
    mine = other.answer(other.begin("try-everything"), said("no"))

    warned = comes_back(other, code, "ann@example.com")
    here = other.onward(other.open(f"{START}/go-on"))
    moved = comes_back(other, code, "ann@example.com", anew="yes")

    assert "other answers to the same service" in warned
    assert 'name="anew" value="yes"' in warned
    assert here == mine
    assert moved == f"{START}/hurt"


def test_coming_back_in_the_same_browser_asks_nothing(visitor: Visitor) -> None:
    address = visitor.answer(visitor.begin("try-everything"), said("no"))

    assert comes_back(visitor, saved(visitor), "ann@example.com") == address


@pytest.mark.parametrize("end", ["sent", "deleted"])
def test_when_a_request_ends_nothing_is_kept_of_who_saved_it(
    visitor: Visitor, other: Visitor, house: House, end: str
) -> None:
    finish(visitor, house, EVERYTHING)
    code = saved(visitor, "letter", LETTER)

    if end == "sent":
        visitor.submit("try-everything")
    else:
        visitor.open(f"{START}/delete")
        visitor.send(f"{START}/delete", {})

    with house.database.session("aberwen") as session:
        kept = session.sql.scalars(select(SavedDraft)).one()
    assert [kept.code_hash, kept.name, kept.address, kept.email] == [None] * 4
    assert "found nothing with this code" in comes_back(other, code, "LL99 9AA")


def test_the_code_stands_in_no_table_no_address_and_no_log(
    visitor: Visitor, other: Visitor, house: House
) -> None:
    visitor.begin("try-everything")
    with capture_logs() as logs:
        code = saved(visitor)
        asked = comes_back(other, code, "ann@example.com")
    digits = code.replace(" ", "")

    with house.database.session("aberwen") as session:
        rows = [
            str(vars(row))
            for kind in (SavedDraft, SaveNotice, Draft, OutboxEvent)
            for row in session.sql.scalars(select(kind))
        ]
    for kept in (*rows, str(logs), asked):
        assert digits not in kept
        assert code not in kept
    assert "ann@example.com" not in str(logs)


def test_a_saved_request_is_kept_until_the_day_the_page_says(
    visitor: Visitor, other: Visitor, house: House, clock: SettableClock
) -> None:
    visitor.begin("try-everything")
    code = saved(visitor)
    last = clock.now() + timedelta(days=27)

    page = visitor.open(f"{START}/saved").text
    clock.move(days=27, hours=13)
    with house.database.session("aberwen") as session:
        drafts.lapse(session, before=clock.now() - drafts.LIVES)

    assert f"Come back by {last:%A} {last.day} {last:%B %Y}." in page
    assert comes_back(other, code, "ann@example.com").startswith(START)


def _steady(page: str) -> str:
    return re.sub(r'(name="csrf_token" value=")[^"]+', "", page)
