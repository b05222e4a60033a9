"""E-mails and texts to either of two people say for whom it was asked, and the team is told."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from sqlalchemy import select

from hub import cases, messages
from hub.cases import ConsentNotChecked
from hub.interview import Given
from hub.messages import Message, MessageKind
from hub.store import Database
from hub.words import Words
from tests.builders.councils import a_council
from tests.builders.helping import ASKER, FOR_MEGAN, PERSON, TO_MEGAN, UNASKED, helped
from tests.messages.test_messages import PUBLIC_URL, SYSTEM

BY_EMAIL: Mapping[str, Given] = {"answer_by": "e-mail", "email": "reader@example.com"}
BY_TEXT: Mapping[str, Given] = {"answer_by": "text", "mobile": "07700 900982"}


@pytest.fixture
def words(templates: Path) -> Words:
    return Words.read(templates)


def email_of(database: Database, words: Words, said: Mapping[str, Given]) -> str:
    """Give the body of the e-mail that acknowledges a request."""
    with database.session("aberwen") as session:
        receipt = helped(session, {**said, **BY_EMAIL})
        messages.acknowledge(session, SYSTEM, receipt.case_id, council=a_council())
        message_id = session.sql.scalars(select(Message.id)).one()
        email = messages.email_wanted(
            session, SYSTEM, message_id, council=a_council(), words=words, public_url=PUBLIC_URL
        )
    assert email is not None
    return email.body


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (FOR_MEGAN, f"You asked us for {PERSON}."),
        (TO_MEGAN, f"{ASKER} asked us for you."),
        (UNASKED, "Until then we can tell you nothing about them."),
    ],
)
def test_an_e_mail_says_for_whom_it_was_asked(
    database: Database, words: Words, said: Mapping[str, Given], sentence: str
) -> None:
    body = email_of(database, words, said)

    assert sentence in body


def test_a_text_says_for_whom_it_was_asked(database: Database, words: Words) -> None:
    with database.session("aberwen") as session:
        receipt = helped(session, {**TO_MEGAN, **BY_TEXT})
        messages.acknowledge(session, SYSTEM, receipt.case_id, council=a_council())
        message_id = session.sql.scalars(select(Message.id)).one()

        text = messages.text_wanted(session, SYSTEM, message_id, council=a_council(), words=words)

    assert text is not None
    assert f"{ASKER} asked us for you. Reference {receipt.reference.shown}." in text.words


def test_the_team_is_told_once_to_ask_the_person(database: Database, words: Words) -> None:
    council = a_council()
    with database.session("aberwen") as session:
        case_id = helped(session, UNASKED).case_id
        cases.give_to_team(session, SYSTEM, case_id, team=council.teams[0].id, reason="rule 1")

        for _ in range(2):
            messages.tell_team_check(session, SYSTEM, case_id, council=council)
        [message] = session.sql.scalars(select(Message)).all()
        email = messages.email_wanted(
            session, SYSTEM, message.id, council=council, words=words, public_url=PUBLIC_URL
        )

    assert email is not None
    assert message.kind == MessageKind.CHECK
    assert "Please ask the person" in email.body
    assert PERSON not in email.body


def test_that_something_was_granted_waits_until_it_is_checked(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = helped(session, UNASKED).case_id

        with pytest.raises(ConsentNotChecked):
            messages.tell_holder(
                session, SYSTEM, case_id, kind=MessageKind.GRANTED, council=a_council()
            )
