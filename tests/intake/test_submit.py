"""Intake: one submission, one case, in one commit."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select, text

from hub import cases, history, intake, interview
from hub.arrivals import Arrival, Outcome
from hub.cases import Answer, Asker, Case, OwedTask
from hub.history import Entry
from hub.people import PassportRow, Resident
from hub.staff import Viewer
from hub.store import Base, Database, Session
from hub.store.outbox import OutboxEvent
from hub.values import Channel, Moments
from tests.builders.councils import a_council
from tests.builders.requests import HOME, MISSED_BIN, a_case, a_submission

RESIDENT = Viewer.resident("aberwen")


def count(session: Session, table: type[Base]) -> int:
    return session.sql.scalar(select(func.count()).select_from(table)) or 0


def test_one_submission_leaves_all_that_belongs_to_it(database: Database) -> None:
    with database.session("aberwen") as session:
        receipt = a_case(session)

    with database.reading("aberwen") as session:
        counted = {
            table.__tablename__: count(session, table)
            for table in (Arrival, Case, Asker, Resident, PassportRow, OwedTask, Entry, OutboxEvent)
        }
        case = session.sql.scalars(select(Case)).one()
        arrival = session.sql.scalars(select(Arrival)).one()
        answers = dict(session.sql.execute(select(Answer.path, Answer.value)).all())

    assert set(counted.values()) == {1}
    assert receipt.is_new
    assert case.reference == receipt.reference.digits
    assert case.answer_by == receipt.answer_by == date(2026, 11, 25)
    assert (arrival.outcome, arrival.case_id) == (Outcome.OPENED.value, receipt.case_id)
    assert answers["bin"] == "refuse"
    assert answers["photo"] == {"owed": True}


def test_an_answer_that_does_not_apply_never_reaches_the_case(database: Database) -> None:
    held = a_submission(answer_by="e-mail", email="sian@example.com").asked
    changed = interview.answer(held, "answer_by", "letter")
    submission = a_submission()
    with database.session("aberwen") as session:
        opened = intake.submit(
            session,
            RESIDENT,
            intake.Submission(
                asked=changed,
                channel=submission.channel,
                language=submission.language,
                external_id="changed",
                moments=submission.moments,
            ),
            council=a_council(),
        )
        kept = cases.answers_of(session, Viewer.system("aberwen"), opened.case_id)

    assert changed.answers["email"] == "sian@example.com"
    assert "email" not in kept


def test_the_same_thing_sent_again_shows_the_first_reference(database: Database) -> None:
    with database.session("aberwen") as session:
        first = a_case(session)
    with database.session("aberwen") as session:
        again = a_case(session)
        other = a_case(session, a_submission(bin="garden"))
        cases_kept = count(session, Case)

    assert cases_kept == 1
    assert again.reference == other.reference == first.reference
    assert (again.is_new, again.same_answers) == (False, True)
    assert (other.is_new, other.same_answers) == (False, False)


def test_the_same_answers_from_somebody_else_are_another_case(database: Database) -> None:
    with database.session("aberwen") as session:
        first = a_case(session)
        second = a_case(session, a_submission(external_id="second"))

    assert first.reference != second.reference


def test_the_same_answers_are_the_same_case_at_every_door(database: Database) -> None:
    with database.session("aberwen") as session:
        for channel in Channel:
            a_case(session, a_submission(channel=channel))
        columns = (Case.service, Case.version, Case.answer_by, Case.status, Case.urgent)
        told = set(session.sql.execute(select(*columns)).all())
        doors = set(session.sql.scalars(select(Case.channel)))

    assert len(told) == 1
    assert doors == {channel.value for channel in Channel}


def test_an_unfinished_interview_is_refused_and_nothing_is_stored(database: Database) -> None:
    submission = a_submission()
    unfinished = interview.begin(MISSED_BIN, submission.asked.asked_on)

    with pytest.raises(intake.NotComplete), database.session("aberwen") as session:
        intake.submit(
            session,
            RESIDENT,
            intake.Submission(
                asked=unfinished,
                channel=Channel.WEB,
                language=submission.language,
                external_id="early",
                moments=submission.moments,
            ),
            council=a_council(),
        )

    with database.reading("aberwen") as session:
        assert count(session, Arrival) == 0


def test_a_failure_on_the_way_leaves_nothing_half_stored(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.session("aberwen") as session:
        int(a_case(session).reference.digits) // 0

    with database.reading("aberwen") as session:
        assert {count(session, table) for table in (Arrival, Case, Resident, Entry)} == {0}


def test_the_promise_counts_from_the_councils_own_day_not_from_the_day_in_greenwich(
    database: Database,
) -> None:
    late_on_wednesday = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)  # in Wales it is Thursday
    with database.session("aberwen") as session:
        submission = replace(a_submission(), moments=Moments.sent_now(late_on_wednesday))
        receipt = a_case(session, submission)

    assert receipt.answer_by == date(2026, 7, 6)


def test_danger_makes_a_case_urgent_and_a_fee_is_kept(database: Database) -> None:
    with database.session("aberwen") as session:
        danger = a_case(session, a_submission(bin="needles"))
        dear = a_case(session, a_submission(external_id="2", bin="garden"))
        system = Viewer.system("aberwen")
        urgent = cases.seen(session, system, danger.case_id)
        priced = cases.seen(session, system, dear.case_id)

    assert (urgent.urgent, urgent.fee_pence) == (True, None)
    assert (priced.urgent, priced.fee_pence) == (False, 1250)


def test_the_account_is_clean_until_something_is_gone(database: Database) -> None:
    with database.session("aberwen") as session:
        receipt = a_case(session)
        a_case(session, a_submission(external_id="2", channel=Channel.POST, home=HOME))
    clean = intake.account(database)
    with database.engine.begin() as connection:
        connection.execute(
            text("DELETE FROM cases WHERE reference = :r"), {"r": receipt.reference.digits}
        )
        connection.execute(text("DELETE FROM arrivals WHERE channel = 'post'"))

    broken = intake.account(database)

    assert clean.is_clean
    assert clean.arrivals == 2
    assert sorted(one.why for one in broken.unaccounted) == [
        "a case without an arrival",
        "its case is gone",
    ]


def test_history_holds_what_was_said_and_verifies(database: Database) -> None:
    with database.session("aberwen") as session:
        a_case(session)

    assert history.verify(database).is_sound
