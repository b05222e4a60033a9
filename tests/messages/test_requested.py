"""What an acknowledgement by e-mail says besides: danger, price, what is owed, where to look."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from hub import catalogue, interview, messages
from hub.catalogue.definition import Option
from hub.intake import Submission
from hub.interview import Facts, Given
from hub.messages import Message
from hub.store import Database
from hub.values import Text
from hub.words import Words
from tests.builders.councils import a_council
from tests.builders.requests import (
    MONDAY,
    SAID,
    a_case,
    a_choice,
    a_question,
    a_service,
    a_submission,
)
from tests.messages.test_messages import PUBLIC_URL, SYSTEM


@pytest.fixture
def words(templates: Path) -> Words:
    return Words.read(templates)


def body_of(
    database: Database, words: Words, *, thing: str = "refuse", language: str = "en"
) -> str:
    """Give the body of the e-mail that acknowledges a request."""
    asked = a_submission(bin=thing, language=language, answer_by="e-mail", email="sian@example.com")
    return body_about(asked, database, words)


def body_about(asked: Submission, database: Database, words: Words) -> str:
    with database.session("aberwen") as session:
        catalogue.keep(session, asked.asked.service)
        receipt = a_case(session, asked)
        messages.acknowledge(session, SYSTEM, receipt.case_id, council=a_council())
        message_id = session.sql.scalars(select(Message.id)).one()
        email = messages.email_wanted(
            session, SYSTEM, message_id, council=a_council(), words=words, public_url=PUBLIC_URL
        )
    assert email is not None
    return email.body


def test_danger_stands_before_everything_with_the_number_to_ring(
    database: Database, words: Words
) -> None:
    body = body_of(database, words, thing="needles")

    assert body.startswith("Do this first\nDo not touch it Ring 999.\n\nWe have your request")


def test_the_price_is_told_with_the_ways_to_pay_it(database: Database, words: Words) -> None:
    body = body_of(database, words, thing="garden")

    assert "You have to pay £12.50 (A garden bin). You can pay at our counter." in body
    assert "cheque" in body


def test_what_is_owed_is_told_with_where_to_post_it(database: Database, words: Words) -> None:
    body = body_of(database, words, language="cy")

    assert "\n- photo (cy)\nPostiwch gopïau atom" in body
    assert a_council().address.one_line() in body


def test_what_there_is_not_leaves_no_gap_and_the_way_to_look_is_told(
    database: Database, words: Words
) -> None:
    body = body_of(database, words)

    assert body.startswith("We have your request")
    assert "\n\n\n" not in body
    assert "You have to pay" not in body
    assert f"open {PUBLIC_URL}/r/" in body


def a_booking_of(day: Given) -> Submission:
    """Build a submission of somebody who hears by e-mail and booked this day."""
    van = {"round": "van", "on": ["monday", "thursday"], "places": 2}
    book = {"notice": "2 working days", "horizon": "3 weeks", "rounds": [van]}
    bins = a_choice("bin", "refuse", "garden", "needles")
    service = a_service(bins, a_question("day", "booking", book=book))
    free = Option("2026-11-26", Text({"en": "Thursday", "cy": "Iau"}))
    held = interview.begin(service, MONDAY.date()).knowing(Facts(free=(free,)))
    answers = {**SAID, "day": day, "answer_by": "e-mail", "email": "sian@example.com"}
    answers["language"] = "en"
    while (asked := interview.next_step(held)) is not None:
        held = interview.answer(held, asked.path, answers[asked.path])
    return replace(a_submission(), asked=held)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-26", "What you booked\nday: Thursday 26 November 2026\n"),
        ({"unknown": "yes"}, "What you booked\nday: None of these: please arrange a day with me\n"),
    ],
)
def test_the_day_that_was_booked_is_told_and_one_to_arrange_too(
    database: Database, words: Words, day: Given, said: str
) -> None:
    asked = a_booking_of(day)

    body = body_about(asked, database, words)

    assert said in body
