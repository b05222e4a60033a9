"""Whoever reports the same is added to the case: known, answered and shown by their own facts."""

from pathlib import Path

import pytest
from sqlalchemy import select

from hub import cases, drafts, intake, messages
from hub.arrivals import Arrival
from hub.cases import Asker, Case, Status, UnknownCase
from hub.history import EntryText
from hub.intake import Closed, Joined
from hub.messages import Message
from hub.people import PassportRow, Way
from hub.staff import Viewer
from hub.store import Database
from hub.store.outbox import OutboxEvent
from hub.words import Words
from tests.builders.councils import a_council
from tests.builders.requests import SAID
from tests.cases.holes import (
    HIGH_STREET,
    SYSTEM,
    joining,
    reported,
    send,
)


def test_who_joins_is_an_asker_of_the_same_case_and_an_arrival_of_their_own(
    database: Database,
) -> None:
    with database.session("aberwen") as session:
        case_id = reported(session, HIGH_STREET)
        token = joining(session, case_id)
    with database.session("aberwen") as session:
        first = send(session, token)
    with database.session("aberwen") as session:
        again = send(session, token)
        askers = session.sql.scalars(select(Asker.number).order_by(Asker.number)).all()
        outcomes = session.sql.scalars(select(Arrival.outcome).order_by(Arrival.outcome)).all()
        count = len(session.sql.scalars(select(Case.id)).all())

    assert isinstance(first, Joined)
    assert first == again
    assert first.case_id == case_id
    assert list(askers) == [1, 2]
    assert list(outcomes) == ["joined", "opened"]
    assert count == 1
    assert intake.account(database).is_clean


def test_who_joins_answers_only_who_they_are_and_finds_the_case_by_their_own_fact(
    database: Database,
) -> None:
    home = {"line1": "3 Heol y Parc", "line2": "", "town": "Aberwen", "postcode": "LL99 8ZZ"}
    with database.session("aberwen") as session:
        case_id = reported(session, HIGH_STREET)
        joined = send(session, joining(session, case_id, home=home))
        reference = cases.receipt_of(session, Viewer.resident("aberwen", case_id), case_id)[0]
        found = cases.look_up(session, reference=str(reference), fact="LL99 8ZZ")
        mine = Viewer.resident("aberwen", case_id)
        zone = a_council().timezone
        assert isinstance(joined, Joined)
        seen = cases.standing(session, mine, case_id, asker=joined.asker, timezone=zone)
        answers = cases.answers_of(session, mine, case_id)

    assert found.resident_id == joined.asker
    assert seen.owed == ()
    assert [step.kind for step in seen.steps] == ["received", "joined"]
    assert answers["your_name"] == SAID["your_name"]


def test_a_case_that_was_closed_meanwhile_is_not_joined_and_nothing_is_lost(
    database: Database,
) -> None:
    with database.session("aberwen") as session:
        case_id = reported(session, HIGH_STREET)
        token = joining(session, case_id)
        session.sql.query(Case).update({"status": Status.CLOSED})
        ended = send(session, token)
    with database.session("aberwen") as session:
        draft = drafts.find(session, token)

    assert isinstance(ended, Closed)
    assert (draft.joins, draft.state, draft.answers["your_name"]) == (None, "open", "Ann Llŷr")
    assert intake.account(database).is_clean


def test_each_asker_is_acknowledged_once_in_their_own_way(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = reported(session, HIGH_STREET)
        emailed = {"answer_by": "e-mail", "email": "ann@example.com"}
        joiners = [send(session, joining(session, case_id, **said)) for said in (emailed, {})]
        messages.acknowledge(session, SYSTEM, case_id, council=a_council())
        for joined in joiners * 2:
            assert isinstance(joined, Joined)
            messages.acknowledge_joiner(session, SYSTEM, joined.asker, council=a_council())
        events = session.sql.scalars(select(OutboxEvent.name).order_by(OutboxEvent.id)).all()
        wanted = session.sql.execute(select(Message.kind, Message.to)).all()

    acknowledged = ["EmailWanted", "JoinerLetterWanted", "LetterWanted"]
    assert sorted(events) == sorted(["CaseOpened", "AskerJoined", "AskerJoined", *acknowledged])
    assert [tuple(row) for row in wanted] == [("joined", "ann@example.com")]


def test_a_text_to_who_joined_that_fails_is_turned_to_their_own_email_in_the_words_for_them(
    database: Database, templates: Path
) -> None:
    words = Words.read(templates)
    with database.session("aberwen") as session:
        case_id = reported(session, HIGH_STREET)
        joined = send(session, joining(session, case_id, answer_by="text", mobile="07700 900123"))
        assert isinstance(joined, Joined)
        passport = session.sql.get(PassportRow, ("aberwen", joined.asker))
        assert passport is not None
        passport.address, passport.email = None, "ann@example.com"
        messages.acknowledge_joiner(session, SYSTEM, joined.asker, council=a_council())
        text = session.sql.scalars(select(Message)).one()
        refused = messages.TextDelivery(trouble=messages.TextRefused(messages.WhyNot.REFUSED))
        messages.settle_text(session, SYSTEM, text.id, delivery=refused)

        way = messages.turn(session, SYSTEM, text.id, council=a_council())
        instead = session.sql.scalars(select(Message).where(Message.kind == "instead")).one()
        email = messages.email_wanted(
            session, SYSTEM, instead.id, council=a_council(), words=words, public_url="https://x"
        )

    assert way is Way.EMAIL
    assert email is not None
    assert email.to.shown == "ann@example.com"
    assert "eich ychwanegu" in email.body or "added you" in email.body


def test_the_name_of_who_joined_stands_in_the_part_of_history_that_can_be_erased(
    database: Database,
) -> None:
    with database.session("aberwen") as session:
        case_id = reported(session, HIGH_STREET)
        send(session, joining(session, case_id))
        texts = session.sql.scalars(select(EntryText.text).order_by(EntryText.number)).all()

    assert texts[-1]["name"] == "Ann Llŷr"
    assert texts[-1]["answers"]["your_name"] == "Ann Llŷr"
    assert "place" not in texts[-1]["answers"]


def test_nobody_joins_a_case_of_another_council(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = reported(session, HIGH_STREET)

    with database.session("elsewhere") as session, pytest.raises(UnknownCase):
        cases.is_open(session, Viewer.resident("elsewhere"), case_id)
