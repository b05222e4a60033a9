"""Who holds a permit is told of it, and reminded, by letter or e-mail, as their passport says."""

from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from channels.carriers.print_folder import PrintFolder
from hub import cases, letters, messages, permits
from hub.cases import Printed
from hub.history import Entry
from hub.letters import Letter, LetterKind, Stationery
from hub.messages import MailRefused, Message, MessageKind
from hub.people import PassportRow, Way
from hub.store import Database, FolderDocuments, Session
from hub.store.outbox import OutboxEvent
from hub.words import Words
from tests.builders.councils import a_council
from tests.letters import reading
from tests.messages.test_messages import PUBLIC_URL, Bag, send
from tests.permits.test_permits import SYSTEM, YEARLY, asked_for
from tests.provision.house import HOUSE

TEMPLATES = HOUSE / "templates"
KINDS = [
    (MessageKind.GRANTED, LetterKind.GRANTED, "GrantLetterWanted"),
    (MessageKind.ENDING, LetterKind.ENDING, "EndingLetterWanted"),
]


@pytest.fixture(scope="module")
def words() -> Words:
    return Words.read(TEMPLATES)


def a_holder(session: Session, **said: str) -> UUID:
    case_id = asked_for(session, YEARLY, **said).case_id
    permits.grant(session, SYSTEM, case_id, council=a_council())
    return case_id


def events(session: Session) -> list[str]:
    return list(session.sql.scalars(select(OutboxEvent.name)))


@pytest.mark.parametrize(("kind", "letter", "event"), KINDS)
def test_by_letter_with_the_number_and_the_last_day(
    database: Database,
    words: Words,
    tmp_path: Path,
    *,
    kind: MessageKind,
    letter: LetterKind,
    event: str,
) -> None:
    documents = FolderDocuments(tmp_path)
    with database.session("aberwen") as session:
        case_id = a_holder(session)

        way = messages.tell_holder(session, SYSTEM, case_id, kind=kind, council=a_council())
        ids = {_written(session, case_id, letter, documents, words) for _ in range(2)}
        row = session.sql.scalars(select(Letter)).one()

        assert way is Way.LETTER
        assert event in events(session)
        assert ids == {row.id}
        assert row.size == 18
    said = reading.flat(reading.words(documents.get("aberwen", str(row.document))))
    assert "22 Tachwedd 2027" in said
    assert permits_number(database, case_id) in said.replace("\u00a0", " ")


@pytest.mark.parametrize(("kind", "letter", "event"), KINDS)
def test_by_email_in_their_language_and_by_letter_if_it_is_refused(
    database: Database, words: Words, *, kind: MessageKind, letter: LetterKind, event: str
) -> None:
    bag = Bag()
    with database.session("aberwen") as session:
        case_id = a_holder(session, answer_by="e-mail", email="sian@example.com")
        for _ in range(2):
            messages.tell_holder(session, SYSTEM, case_id, kind=kind, council=a_council())
        (message,) = session.sql.scalars(select(Message)).all()
        told = messages.email_wanted(
            session, SYSTEM, message.id, council=a_council(), words=words, public_url=PUBLIC_URL
        )
        assert told is not None
        bag.send(told)

        send(session, message.id, Bag(MailRefused()), words)

        assert event in events(session)
    (email,) = bag.emails
    assert "22 Tachwedd 2027" in email.body
    assert permits_number(database, case_id) in email.body
    assert letter.value == kind.value


@pytest.mark.parametrize(("kind", "letter", "event"), KINDS)
def test_by_text_where_no_address_is_known_and_a_person_sees_to_one_that_fails(
    database: Database, words: Words, *, kind: MessageKind, letter: LetterKind, event: str
) -> None:
    said = {"answer_by": "text", "mobile": "07700 900123"}
    with database.session("aberwen") as session:
        case_id = a_holder(session, **said)
        people_row = session.sql.scalars(select(PassportRow)).one()
        people_row.address = None
        way = messages.tell_holder(session, SYSTEM, case_id, kind=kind, council=a_council())
        (message,) = session.sql.scalars(select(Message)).all()
        told = messages.text_wanted(session, SYSTEM, message.id, council=a_council(), words=words)
        assert told is not None
        refused = messages.TextDelivery(trouble=messages.TextRefused(messages.WhyNot.UNREACHABLE))
        messages.settle_text(session, SYSTEM, message.id, delivery=refused)

        with pytest.raises(messages.NobodyReached):
            messages.turn(session, SYSTEM, message.id, council=a_council())

        assert way is Way.TEXT
        assert event not in events(session)
    assert letter.value == kind.value
    assert permits_number(database, case_id) in told.words
    assert "22 Tachwedd 2027" in told.words


def test_a_text_about_a_permit_is_taken_for_no_other_text_to_that_number(
    database: Database, words: Words
) -> None:
    told = []
    with database.session("aberwen") as session:
        case_id = a_holder(session, answer_by="text", mobile="07700 900123")
        messages.acknowledge(session, SYSTEM, case_id, council=a_council())
        session.sql.scalars(select(PassportRow)).one().address = None
        for kind, _, _ in KINDS:
            messages.tell_holder(session, SYSTEM, case_id, kind=kind, council=a_council())
        for id_ in session.sql.scalars(select(Message.id)):
            text = messages.text_wanted(session, SYSTEM, id_, council=a_council(), words=words)
            assert text is not None
            told.append(text)

    assert len(told) == 3
    assert all((one.mark in each.words) is (one is each) for one in told for each in told)


def test_each_of_two_messages_that_failed_is_turned_once(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = a_holder(session, answer_by="e-mail", email="sian@example.com")
        for kind, _, _ in KINDS:
            messages.tell_holder(session, SYSTEM, case_id, kind=kind, council=a_council())

        for message_id in (*session.sql.scalars(select(Message.id)),) * 2:
            messages.turn(session, SYSTEM, message_id, council=a_council())

        turned = session.sql.scalars(select(Entry.kind).where(Entry.kind == "WayTurned")).all()
        letters_wanted = [name for name in events(session) if name.endswith("LetterWanted")]
    assert len(turned) == 2
    assert sorted(letters_wanted) == ["EndingLetterWanted", "GrantLetterWanted"]


def test_a_reminder_that_was_printed_before_a_restore_is_not_printed_again(
    database: Database, words: Words, tmp_path: Path
) -> None:
    documents = FolderDocuments(tmp_path / "documents")
    with database.session("aberwen") as session:
        case_id = a_holder(session)
        case = cases.seen(session, SYSTEM, case_id)
        line = Printed("aberwen", case.reference.digits, UUID(int=7), LetterKind.ENDING.value, 1)
        letter_id = _written(session, case_id, LetterKind.ENDING, documents, words)
    with database.all_councils() as everywhere:
        cases.remember_given(everywhere, [line])

    with database.session("aberwen") as session:
        wanted = letters.printing_wanted(
            session, SYSTEM, letter_id, council=a_council(), documents=documents
        )

    printer = PrintFolder(tmp_path / "print")
    assert wanted is not None
    letters.lay(wanted, printer)
    assert list((tmp_path / "print").rglob("*.pdf")) == []


def permits_number(database: Database, case_id: UUID) -> str:
    with database.reading("aberwen") as session:
        return permits.of_case(session, SYSTEM, case_id).shown


def _written(
    session: Session, case_id: UUID, kind: LetterKind, documents: FolderDocuments, words: Words
) -> UUID:
    return letters.write(
        session,
        SYSTEM,
        case_id,
        kind=kind,
        press=letters.Press(
            council=a_council(),
            documents=documents,
            words=words,
            stationery=Stationery.read(TEMPLATES),
            public_url="https://requests.aberwen.example",
        ),
    )
