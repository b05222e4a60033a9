"""Saving a request for later: the way to the code, and what the page shows."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from playwright.sync_api import Page
from sqlalchemy import select

from channels.app import make_app
from channels.pages import House, Limits
from hub.drafts import Draft
from hub.saved import SaveNotice
from hub.store.outbox import OutboxEvent
from tests.provision.browser import OpenPage
from tests.web.answers import EVERYTHING
from tests.web.conftest import MakeHouse
from tests.web.saving import EMAIL, LETTER, START, comes_back, saved
from tests.web.shown import Show
from tests.web.visitor import Visitor, finish, said


def test_the_button_at_a_question_keeps_what_was_typed(visitor: Visitor) -> None:
    address = visitor.answer_until(visitor.begin("try-everything"), EVERYTHING, last="story")[-1]

    sent = visitor.send(address, {**said("It fell"), "save": "yes"})

    assert sent.headers["Location"] == f"{START}/save"
    assert "What is your permit number?" in visitor.open(f"{START}/save").text
    assert "It fell" in visitor.open(address).text


def test_what_is_no_answer_is_shown_again_with_a_way_to_save_without_it(visitor: Visitor) -> None:
    address = visitor.answer_until(visitor.begin("try-everything"), EVERYTHING, last="permit")[-1]

    shown = visitor.send(address, {**said("no digits"), "save": "yes"})

    assert shown.status_code == 422
    assert 'value="no digits"' in shown.text
    assert f'<a class="link" href="{START}/save">Save without this answer</a>' in shown.text
    assert "What is your permit number?" in visitor.open(f"{START}/save").text


def test_a_question_that_must_be_answered_holds_nobody_up_who_saves(visitor: Visitor) -> None:
    address = visitor.answer_until(visitor.begin("try-everything"), EVERYTHING, last="permit")[-1]

    sent = visitor.send(address, {**said(""), "save": "yes"})

    assert sent.headers["Location"] == f"{START}/save"


def test_an_optional_question_that_nobody_touched_is_not_left_out_by_saving(
    visitor: Visitor,
) -> None:
    address = visitor.answer_until(visitor.begin("try-everything"), EVERYTHING, last="smells")[-1]

    visitor.send(address, {"save": "yes"})

    assert visitor.onward(visitor.open(f"{START}/go-on")) == address


def test_what_was_told_is_not_asked_again(visitor: Visitor, house: House) -> None:
    finish(visitor, house, EVERYTHING)

    page = visitor.open(f"{START}/save/letter").text

    for typed in ("Ann Ŵyn Llŷr", "1 High Street", "Aberwen", "LL99 9AA"):
        assert f'value="{typed}"' in page
    assert 'value="18" checked' in page


def test_saved_twice_it_is_one_code_and_one_thing_to_send(visitor: Visitor, house: House) -> None:
    visitor.begin("try-everything")

    codes = [saved(visitor, "letter", LETTER) for _ in range(2)]

    with house.database.session("aberwen") as session:
        notices = session.sql.scalars(select(SaveNotice)).all()
        events = session.sql.scalars(
            select(OutboxEvent.name).where(OutboxEvent.name == "CodeLetterWanted")
        ).all()
    assert codes[0] == codes[1]
    assert (len(notices), len(events)) == (1, 1)


def test_one_address_may_save_ten_times_a_minute(make_house: MakeHouse) -> None:
    app = make_app(make_house(limits=Limits()))
    app.testing = False
    visitor = Visitor(app)
    visitor.begin("try-everything")
    visitor.open(f"{START}/save/e-mail")

    tries = [visitor.send(f"{START}/save/e-mail", EMAIL) for _ in range(11)]

    assert [sent.status_code for sent in tries] == [303] * 10 + [429]
    assert 'id="email" name="email" value="ann@example.com"' in tries[-1].text


@pytest.mark.parametrize(
    ("way", "form", "wrong"),
    [
        ("e-mail", {"email": "ann"}, ["Write an e-mail address"]),
        ("note", {"name": ""}, ["Write your name"]),
        ("text", {"mobile": "01632 960 001"}, ["Write a mobile number"]),
        ("text", {"mobile": "+1 202 555 0143"}, ["Write a mobile number"]),
        ("letter", {**LETTER, "name": "", "line1": ""}, ["Write your name", "house number"]),
        ("letter", {**LETTER, "postcode": "LL9"}, ["Write a whole postcode"]),
    ],
)
def test_what_is_wrong_is_said_beside_its_box_and_nothing_typed_is_lost(
    visitor: Visitor, way: str, form: dict[str, str], wrong: list[str]
) -> None:
    visitor.begin("try-everything")
    visitor.open(f"{START}/save/{way}")

    page = visitor.send(f"{START}/save/{way}", form)

    assert page.status_code == 422
    for words in wrong:
        assert page.text.count(words) == 2
    for typed in form.values():
        assert f'value="{typed}"' in page.text


@pytest.mark.parametrize(
    ("box", "typed", "said"),
    [
        ("line2", "@home", "Begin each line of the address with a letter or a number."),
        ("town", "x" * 61, "Each line of the address must have 60 characters or fewer."),
    ],
)
def test_a_line_that_no_envelope_can_carry_is_told_beside_its_own_box(
    visitor: Visitor, box: str, typed: str, said: str
) -> None:
    visitor.begin("try-everything")
    visitor.open(f"{START}/save/letter")

    page = visitor.send(f"{START}/save/letter", {**LETTER, box: typed}).text

    assert f'<a href="#{box}">{said}</a>' in page
    assert f'name="{box}" value="{typed}"' in page
    assert page.count('aria-invalid="true"') == 1


def test_a_code_by_text_is_offered_only_where_something_carries_texts(
    visitor: Visitor, house: House
) -> None:
    mute = replace(house, settings=replace(house.settings, production=True))
    other = Visitor(make_app(mute))
    for each in (visitor, other):
        each.begin("try-everything")

    asked = [each.open(f"{START}/save") for each in (visitor, other)]
    turned = [each.open(f"{START}/save/text").status_code for each in (visitor, other)]

    assert [f"{START}/save/text" in page.text for page in asked] == [True, False]
    assert turned == [200, 404]


def test_an_unknown_way_is_no_page(visitor: Visitor) -> None:
    visitor.begin("try-everything")

    assert visitor.open(f"{START}/save/pigeon").status_code == 404


def test_an_unknown_way_is_no_page_to_a_form_without_a_token_either(visitor: Visitor) -> None:
    visitor.begin("try-everything")

    turned_back = visitor.client.post(f"{START}/save/pigeon", data=EMAIL)

    assert turned_back.status_code == 400


def test_who_saved_nothing_is_not_shown_a_code(visitor: Visitor) -> None:
    visitor.begin("try-everything")

    assert visitor.onward(visitor.open(f"{START}/saved")) == f"{START}/save"


@pytest.mark.parametrize("language", ["en", "cy"])
def test_no_page_of_saving_shuts_anybody_out(
    visitor: Visitor, show: Show, axe: Callable[[Page], None], language: str
) -> None:
    visitor.begin("try-everything")
    saved(visitor, "letter", LETTER)
    start = f"/{language}/report/try-everything"

    for path in ("save", "save/e-mail", "save/letter", "save/note", "saved"):
        axe(show(f"{start}/{path}"))
    page = show(f"{start}/save/letter")
    page.fill("#postcode", "x")
    page.click("main form .button")
    axe(page)
    page = show(f"/{language}/come-back")
    axe(page)
    page.click("main form .button")
    axe(page)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_of_saving_has_to_be_pushed_sideways(
    visitor: Visitor, served: str, open_page: OpenPage, width: int
) -> None:
    visitor.begin("try-everything")
    saved(visitor, "letter", LETTER)
    page = open_page(width=width)
    cookie = visitor.client.get_cookie("hub")
    assert cookie is not None
    page.context.add_cookies([{"name": "hub", "value": cookie.value, "url": served}])
    start = "/cy/report/try-everything"
    paths = ["/cy/come-back", *(f"{start}/{path}" for path in ("save", "save/letter", "saved"))]

    for path in paths:
        page.goto(served + path)

        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_saved_answers_can_be_closed_here_and_taken_up_with_the_code(
    app: Flask, visitor: Visitor
) -> None:
    asked = visitor.answer(visitor.begin("try-everything"), said("no"))
    code = saved(visitor)

    asking = visitor.open(f"{START}/delete").text
    visitor.send(f"{START}/delete", {"keep": "yes"})

    assert "your code no longer works" in asking
    assert "Nothing of yours is kept here" in visitor.open(f"{START}/delete").text
    assert comes_back(Visitor(app), code, "ann@example.com") == asked


def test_saved_answers_that_are_deleted_are_gone_for_the_code_too(
    app: Flask, visitor: Visitor
) -> None:
    visitor.begin("try-everything")
    code = saved(visitor)
    visitor.open(f"{START}/delete")

    visitor.send(f"{START}/delete", {})

    assert "found nothing with this code" in comes_back(Visitor(app), code, "ann@example.com")


def test_answers_that_were_not_saved_are_deleted_whatever_the_form_says(
    visitor: Visitor, house: House
) -> None:
    visitor.answer(visitor.begin("try-everything"), said("no"))
    page = visitor.open(f"{START}/delete").text

    visitor.send(f"{START}/delete", {"keep": "yes"})

    with house.database.session("aberwen") as session:
        answers = session.sql.scalars(select(Draft.answers)).all()
    assert 'name="keep"' not in page
    assert not any(answers)


def test_on_paper_the_code_stands_with_the_page_where_it_is_typed(visitor: Visitor) -> None:
    visitor.begin("try-everything")
    saved(visitor)

    page = visitor.open(f"{START}/saved").text

    assert "On the internet: localhost/en/come-back" in page
