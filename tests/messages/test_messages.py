"""Messages: everybody is told in the way they can use.

Long because every way that a message can end stands beside the others.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from hub import cases, messages, people
from hub.councils import Council, UnknownTeam
from hub.history import Entry
from hub.messages import (
    Email,
    MailAway,
    MailRefused,
    Message,
    MessageState,
    NobodyReached,
    NotRouted,
    TeamNotTold,
)
from hub.messages.rows import NotAllowedMessageMove
from hub.people import Way
from hub.staff import Viewer
from hub.store import Database, Session
from hub.store.outbox import OutboxEvent
from hub.values import EmailAddress
from hub.words import Words
from tests.builders.councils import a_council
from tests.builders.requests import a_case, a_submission
from tests.provision.time_and_chance import SettableClock

SYSTEM = Viewer.system("aberwen")
PUBLIC_URL = "https://requests.aberwen.example"


class Bag:
    """A carrier that keeps what it was given, or does as it is told."""

    def __init__(self, trouble: Exception | None = None) -> None:
        self.emails: list[Email] = []
        self.trouble = trouble

    def send(self, email: Email) -> None:
        """Keep an e-mail, or be in trouble."""
        if self.trouble:
            raise self.trouble
        self.emails.append(email)


@pytest.fixture
def words(templates: Path) -> Words:
    return Words.read(templates)


def events(session: Session) -> list[str]:
    return list(session.sql.scalars(select(OutboxEvent.name).order_by(OutboxEvent.id)))


def wanted_email(session: Session) -> UUID:
    receipt = a_case(session, a_submission(answer_by="e-mail", email="sian@example.com"))
    messages.acknowledge(session, SYSTEM, receipt.case_id, council=a_council())
    return session.sql.scalars(select(Message.id)).one()


def wanted_warning(session: Session) -> UUID:
    case_id = a_case(session).case_id
    cases.give_to_team(session, SYSTEM, case_id, team="waste-collections", reason="no rule held")
    messages.tell_team(session, SYSTEM, case_id, council=a_council())
    return session.sql.scalars(select(Message.id)).one()


def send(
    session: Session, message_id: UUID, bag: Bag, words: Words, *, council: Council | None = None
) -> None:
    asked = council or a_council()
    email = messages.email_wanted(
        session, SYSTEM, message_id, council=asked, words=words, public_url=PUBLIC_URL
    )
    if email is not None:
        delivery = messages.deliver(email, bag)
        messages.settle_email(session, SYSTEM, message_id, delivery=delivery)


def test_who_wants_a_letter_gets_a_letter(database: Database) -> None:
    with database.session("aberwen") as session:
        receipt = a_case(session)

        assert (
            messages.acknowledge(session, SYSTEM, receipt.case_id, council=a_council())
            is Way.LETTER
        )
        assert events(session) == ["CaseOpened", "LetterWanted"]


def test_who_wants_an_email_gets_one_in_their_language(database: Database, words: Words) -> None:
    bag = Bag()
    with database.session("aberwen") as session:
        message_id = wanted_email(session)
        send(session, message_id, bag, words)
        reference = session.sql.scalars(select(cases.Case.reference)).one()

    (email,) = bag.emails
    assert email.to.shown == "sian@example.com"
    assert "mae eich cais" in email.subject
    assert f"{reference[:4]} {reference[4:7]} {reference[7:]}" in email.body
    assert "dydd Mercher 25 Tachwedd 2026" in email.body


def test_an_email_that_was_sent_is_not_sent_again(database: Database, words: Words) -> None:
    bag = Bag()
    with database.session("aberwen") as session:
        message_id = wanted_email(session)
        send(session, message_id, bag, words)
        send(session, message_id, bag, words)

    assert len(bag.emails) == 1


def test_acknowledged_twice_is_one_email(database: Database) -> None:
    with database.session("aberwen") as session:
        wanted_email(session)
        case_id = session.sql.scalars(select(cases.Case.id)).one()
        messages.acknowledge(session, SYSTEM, case_id, council=a_council())

        assert events(session).count("EmailWanted") == 1


@pytest.mark.parametrize("answer_by", ["letter", "e-mail"])
def test_acknowledged_twice_the_way_is_chosen_once(database: Database, answer_by: str) -> None:
    asked = a_submission(answer_by=answer_by, email="sian@example.com")
    with database.session("aberwen") as session:
        case_id = a_case(session, asked).case_id
        first = messages.acknowledge(session, SYSTEM, case_id, council=a_council())
    with database.session("aberwen") as session:
        again = messages.acknowledge(session, SYSTEM, case_id, council=a_council())
        kinds = list(session.sql.scalars(select(Entry.kind)))

        assert again is first
        assert kinds.count("WayChosen") == 1
        assert len([name for name in events(session) if name.endswith("Wanted")]) == 1


def test_acknowledged_by_several_at_once_the_way_is_chosen_once(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = a_case(session).case_id

    def acknowledge(_: int) -> None:
        with database.session("aberwen") as session:
            messages.acknowledge(session, SYSTEM, case_id, council=a_council())

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(acknowledge, range(8)))

    with database.session("aberwen") as session:
        assert list(session.sql.scalars(select(Entry.kind))).count("WayChosen") == 1
        assert events(session).count("LetterWanted") == 1


def test_an_email_that_is_refused_becomes_a_letter(database: Database, words: Words) -> None:
    with database.session("aberwen") as session:
        message_id = wanted_email(session)
        send(session, message_id, Bag(MailRefused()), words)
        message = session.sql.scalars(select(Message)).one()
        kinds = session.sql.scalars(select(Entry.kind)).all()

        assert message.state == "failed"
        assert "LetterWanted" in events(session)
        assert "MessageFailed" in kinds


def test_an_email_that_is_refused_and_that_no_letter_replaces_is_the_task_of_a_person(
    database: Database, words: Words
) -> None:
    with database.session("aberwen") as session:
        message_id = wanted_email(session)
        session.sql.scalars(select(people.PassportRow)).one().address = None
        send(session, message_id, Bag(MailRefused()), words)

        with pytest.raises(NobodyReached):
            messages.turn(session, SYSTEM, message_id, council=a_council())

        assert "LetterWanted" not in events(session)
        assert events(session).count("MessageFailed") == 1


def test_a_mail_server_that_is_away_is_tried_again(database: Database, words: Words) -> None:
    with database.session("aberwen") as session:
        message_id = wanted_email(session)
    with pytest.raises(MailAway), database.session("aberwen") as session:
        send(session, message_id, Bag(MailAway()), words)
    bag = Bag()
    with database.session("aberwen") as session:
        send(session, message_id, bag, words)

    assert len(bag.emails) == 1


def test_a_mail_server_that_is_away_for_a_day_is_given_up_for_a_letter(
    database: Database, words: Words, clock: SettableClock
) -> None:
    with database.session("aberwen") as session:
        message_id = wanted_email(session)
    clock.move(hours=23)
    with pytest.raises(MailAway), database.session("aberwen") as session:
        send(session, message_id, Bag(MailAway()), words)

    clock.move(hours=1)
    with database.session("aberwen") as session:
        send(session, message_id, Bag(MailAway()), words)
        message = session.sql.scalars(select(Message)).one()

        assert (message.state, message.reason) == ("failed", "mail_away")
        assert events(session).count("LetterWanted") == 1


@pytest.mark.parametrize(("trouble", "hours"), [(MailRefused(), 0), (MailAway(), 25)])
def test_an_email_to_a_team_that_cannot_arrive_is_left_to_a_person(
    database: Database, words: Words, clock: SettableClock, trouble: Exception, hours: int
) -> None:
    with database.session("aberwen") as session:
        message_id = wanted_warning(session)
    clock.move(hours=hours)

    with pytest.raises(TeamNotTold), database.session("aberwen") as session:
        send(session, message_id, Bag(trouble), words)

    with database.session("aberwen") as session:
        assert session.sql.scalars(select(Message.state)).one() == "wanted"


def test_a_team_is_told_at_the_address_it_has_now(database: Database, words: Words) -> None:
    bag, mended = Bag(), EmailAddress("bins@aberwen.example")
    with database.session("aberwen") as session:
        message_id = wanted_warning(session)
        teams = tuple(replace(team, email=mended) for team in a_council().teams)
        send(session, message_id, bag, words, council=a_council(teams=teams))

        assert session.sql.scalars(select(Message.to)).one() == mended.shown
    assert bag.emails[0].to == mended


def test_a_team_with_an_address_is_told_of_a_deadline(database: Database, words: Words) -> None:
    bag = Bag()
    with database.session("aberwen") as session:
        send(session, wanted_warning(session), bag, words)

    assert bag.emails[0].to.shown == "w@aberwen.example"
    assert "Siân" not in bag.emails[0].body


def test_a_team_is_told_later_of_a_case_that_no_team_has_yet(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = a_case(session).case_id

        with pytest.raises(NotRouted):
            messages.tell_team(session, SYSTEM, case_id, council=a_council())


def test_a_team_that_the_council_has_no_longer_is_not_passed_over_in_silence(
    database: Database,
) -> None:
    with database.session("aberwen") as session:
        case_id = a_case(session).case_id
        cases.give_to_team(
            session, SYSTEM, case_id, team="waste-collections", reason="no rule held"
        )

        with pytest.raises(UnknownTeam):
            messages.tell_team(session, SYSTEM, case_id, council=a_council(teams=()))


def test_a_team_is_told_once_however_often_the_job_runs(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = a_case(session).case_id
        cases.give_to_team(
            session, SYSTEM, case_id, team="waste-collections", reason="no rule held"
        )
        messages.tell_team(session, SYSTEM, case_id, council=a_council())
        messages.tell_team(session, SYSTEM, case_id, council=a_council())

        assert events(session).count("EmailWanted") == 1


def test_a_message_that_failed_never_becomes_one_that_was_sent(database: Database) -> None:
    with database.session("aberwen") as session:
        wanted_email(session)
        message = session.sql.scalars(select(Message)).one()
        message.move(MessageState.FAILED)

        with pytest.raises(NotAllowedMessageMove):
            message.move(MessageState.SENT)


def test_a_team_without_an_address_sees_it_in_its_queue(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = a_case(session, a_submission(bin="garden")).case_id
        cases.give_to_team(session, SYSTEM, case_id, team="garden-waste", reason="rule 1")
        messages.tell_team(session, SYSTEM, case_id, council=a_council())

        assert "EmailWanted" not in events(session)
