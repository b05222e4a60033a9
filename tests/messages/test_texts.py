"""Texts: who asked for one gets one, and who cannot get it is answered another way.

Long because a text has many ends, and each is told here with what follows from it.
"""

from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from hub import cases, messages, people
from hub.history import Entry
from hub.messages import (
    Message,
    MessageState,
    NobodyReached,
    TextAway,
    TextMessage,
    TextRefused,
    WhyNot,
)
from hub.people import ContactState, Way
from hub.staff import Viewer
from hub.store import Database, Session
from hub.store.outbox import OutboxEvent
from hub.values import Channel, EmailAddress, PhoneNumber
from hub.words import Words
from tests.builders.councils import a_council
from tests.builders.requests import a_case, a_submission
from tests.provision.time_and_chance import SettableClock

SYSTEM = Viewer.system("aberwen")
MOBILE = PhoneNumber("+447700900982")


class Carrier:
    """A carrier that keeps what it was given, or does as it is told."""

    def __init__(self, trouble: TextAway | TextRefused | None = None) -> None:
        self.texts: list[TextMessage] = []
        self.trouble = trouble

    def send(self, text: TextMessage) -> str:
        """Keep a text, or be in trouble."""
        if self.trouble:
            raise self.trouble
        self.texts.append(text)
        return f"SM{len(self.texts)}"


@pytest.fixture
def words(templates: Path) -> Words:
    return Words.read(templates)


def wanted_text(session: Session) -> UUID:
    asked = a_submission(answer_by="text", mobile="07700 900982")
    case_id = a_case(session, asked).case_id
    messages.acknowledge(session, SYSTEM, case_id, council=a_council())
    return session.sql.scalars(select(Message.id)).one()


def send(session: Session, message_id: UUID, carrier: Carrier | None, words: Words) -> None:
    council = a_council()
    text = messages.text_wanted(session, SYSTEM, message_id, council=council, words=words)
    if text is not None:
        delivery = messages.deliver_text(text, carrier)
        messages.settle_text(session, SYSTEM, message_id, delivery=delivery)


def failed_text(session: Session, words: Words) -> UUID:
    message_id = wanted_text(session)
    send(session, message_id, Carrier(TextRefused(WhyNot.UNREACHABLE)), words)
    return message_id


def told(session: Session) -> list[str]:
    return list(session.sql.scalars(select(OutboxEvent.name).order_by(OutboxEvent.id)))


def kept(session: Session) -> tuple[str, str | None]:
    message = session.sql.scalars(select(Message)).one()
    return message.state, message.reason


def test_who_wants_a_text_gets_one_in_their_language(database: Database, words: Words) -> None:
    carrier = Carrier()
    with database.session("aberwen") as session:
        send(session, wanted_text(session), carrier, words)
        reference = session.sql.scalars(select(cases.Case.reference)).one()

        assert kept(session) == ("sent", None)
    (text,) = carrier.texts
    assert text.to == MOBILE
    assert text.mark == f"{reference[:4]} {reference[4:7]} {reference[7:]}"
    assert text.mark in text.words
    assert text.words.startswith("Cyngor Sir Aberwen: mae eich cais")
    assert "25 Tachwedd 2026" in text.words


def test_a_text_that_was_sent_is_not_sent_again(database: Database, words: Words) -> None:
    carrier = Carrier()
    with database.session("aberwen") as session:
        message_id = wanted_text(session)
        send(session, message_id, carrier, words)
        send(session, message_id, carrier, words)

    assert len(carrier.texts) == 1


def test_a_carrier_that_is_away_is_tried_for_a_day_and_then_given_up(
    database: Database, words: Words, clock: SettableClock
) -> None:
    with database.session("aberwen") as session:
        message_id = wanted_text(session)
    clock.move(hours=23)
    with pytest.raises(TextAway), database.session("aberwen") as session:
        send(session, message_id, Carrier(TextAway()), words)

    clock.move(hours=1)
    with database.session("aberwen") as session:
        send(session, message_id, Carrier(TextAway()), words)

        assert kept(session) == ("failed", "text_away")
        assert told(session).count("MessageFailed") == 1


def test_without_a_carrier_it_is_turned_at_once(database: Database, words: Words) -> None:
    with database.session("aberwen") as session:
        send(session, wanted_text(session), None, words)

        assert kept(session) == ("failed", "no_carrier")


@pytest.mark.parametrize(
    ("why", "state"),
    [
        (WhyNot.OPTED_OUT, ContactState.OPTED_OUT),
        (WhyNot.UNREACHABLE, ContactState.UNREACHABLE),
        (WhyNot.REFUSED, ContactState.OPEN),
    ],
)
def test_what_the_carrier_knows_of_a_number_is_kept_of_the_number(
    database: Database, words: Words, why: WhyNot, state: ContactState
) -> None:
    with database.session("aberwen") as session:
        send(session, wanted_text(session), Carrier(TextRefused(why)), words)

        assert people.contact_state(session, SYSTEM, MOBILE) is state


@pytest.mark.promise("P12")
def test_who_opted_out_before_they_asked_gets_a_letter(database: Database) -> None:
    with database.session("aberwen") as session:
        people.opt_out(session, SYSTEM, MOBILE, door=Channel.SMS)
        asked = a_submission(answer_by="text", mobile="07700 900982")
        case_id = a_case(session, asked).case_id

        way = messages.acknowledge(session, SYSTEM, case_id, council=a_council())

        assert way is Way.LETTER
        assert "LetterWanted" in told(session)


@pytest.mark.promise("P12")
def test_who_opts_out_before_the_text_goes_gets_none(database: Database, words: Words) -> None:
    carrier = Carrier()
    with database.session("aberwen") as session:
        message_id = wanted_text(session)
        people.opt_out(session, SYSTEM, MOBILE, door=Channel.SMS)
        send(session, message_id, carrier, words)

        assert kept(session) == ("failed", "opted_out")
        assert messages.turn(session, SYSTEM, message_id, council=a_council()) is Way.LETTER
    assert carrier.texts == []


def test_who_comes_back_while_their_text_is_held_back_is_not_opted_out_again(
    database: Database, words: Words
) -> None:
    council = a_council()
    with database.session("aberwen") as session:
        message_id = wanted_text(session)
        people.opt_out(session, SYSTEM, MOBILE, door=Channel.SMS)
        text = messages.text_wanted(session, SYSTEM, message_id, council=council, words=words)
        assert text is not None
        delivery = messages.deliver_text(text, Carrier())
        people.opt_in(session, SYSTEM, MOBILE, door=Channel.SMS)
        messages.settle_text(session, SYSTEM, message_id, delivery=delivery)

        assert kept(session) == ("failed", "opted_out")
        assert people.contact_state(session, SYSTEM, MOBILE) is ContactState.OPEN


@pytest.mark.promise("P12")
def test_an_email_goes_to_nobody_who_wants_none(database: Database) -> None:
    with database.session("aberwen") as session:
        email = EmailAddress("sian@example.com")
        people.opt_out(session, SYSTEM, email, door=Channel.PHONE)
        case_id = a_case(session, a_submission(answer_by="e-mail", email=email.shown)).case_id

        assert messages.acknowledge(session, SYSTEM, case_id, council=a_council()) is Way.LETTER


@pytest.mark.promise("P12")
def test_who_opted_out_and_gave_no_address_becomes_the_task_of_a_person(
    database: Database,
) -> None:
    with database.session("aberwen") as session:
        people.opt_out(session, SYSTEM, MOBILE, door=Channel.SMS)
        case_id = a_case(session, a_submission(answer_by="text", mobile="07700 900982")).case_id
        session.sql.scalars(select(people.PassportRow)).one().address = None

        with pytest.raises(NobodyReached):
            messages.acknowledge(session, SYSTEM, case_id, council=a_council())

        assert "LetterWanted" not in told(session)


def test_who_collects_at_the_counter_needs_no_address(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = a_case(session, a_submission(answer_by="counter")).case_id

        way = messages.acknowledge(session, SYSTEM, case_id, council=a_council())

        assert way is Way.LETTER
        assert "LetterWanted" in told(session)


def test_a_text_that_failed_becomes_one_letter_with_the_reason_in_history(
    database: Database, words: Words
) -> None:
    with database.session("aberwen") as session:
        message_id = failed_text(session, words)
        messages.turn(session, SYSTEM, message_id, council=a_council())
        messages.turn(session, SYSTEM, message_id, council=a_council())
        turned = select(Entry.facts).where(Entry.kind == "WayTurned")

        (facts,) = session.sql.scalars(turned)
        assert (facts["from"], facts["way"], facts["reason"]) == ("text", "letter", "unreachable")
        assert told(session).count("LetterWanted") == 1


def test_who_has_no_address_is_written_to_by_email(database: Database, words: Words) -> None:
    with database.session("aberwen") as session:
        message_id = failed_text(session, words)
        passport = session.sql.scalars(select(people.PassportRow)).one()
        passport.address, passport.email = None, "sian@example.com"

        assert messages.turn(session, SYSTEM, message_id, council=a_council()) is Way.EMAIL
        assert told(session).count("EmailWanted") == 1


def test_who_can_be_reached_in_no_way_becomes_the_task_of_a_person(
    database: Database, words: Words
) -> None:
    with database.session("aberwen") as session:
        message_id = failed_text(session, words)
        session.sql.scalars(select(people.PassportRow)).one().address = None

        with pytest.raises(NobodyReached):
            messages.turn(session, SYSTEM, message_id, council=a_council())


@pytest.mark.parametrize(
    ("heard", "ends"),
    [
        (["sent", "delivered"], "delivered"),
        (["delivered", "sent"], "delivered"),
        (["delivered", "failed"], "delivered"),
        (["failed", "delivered"], "failed"),
        (["sent", "failed", "failed", "sent"], "failed"),
    ],
)
def test_what_is_heard_of_a_text_never_goes_back(
    database: Database, heard: list[str], ends: str
) -> None:
    with database.session("aberwen") as session:
        message_id = wanted_text(session)
        for state in heard:
            messages.hear(session, SYSTEM, message_id, outside_id="SM1", state=MessageState(state))

        assert kept(session)[0] == ends
        assert told(session).count("MessageFailed") == (1 if ends == "failed" else 0)


def test_what_is_heard_before_we_have_written_down_that_it_went_counts(
    database: Database, words: Words
) -> None:
    with database.session("aberwen") as session:
        message_id = wanted_text(session)
        council = a_council()
        text = messages.text_wanted(session, SYSTEM, message_id, council=council, words=words)
        assert text is not None
        messages.hear(session, SYSTEM, message_id, outside_id="SM1", state=MessageState.DELIVERED)
        delivery = messages.deliver_text(text, Carrier())
        messages.settle_text(session, SYSTEM, message_id, delivery=delivery)

        assert kept(session) == ("delivered", None)


def test_what_is_said_of_another_text_counts_for_nothing(database: Database, words: Words) -> None:
    with database.session("aberwen") as session:
        message_id = wanted_text(session)
        send(session, message_id, Carrier(), words)

        assert not messages.hear(
            session, SYSTEM, message_id, outside_id="SM9", state=MessageState.FAILED
        )
        assert kept(session) == ("sent", None)
