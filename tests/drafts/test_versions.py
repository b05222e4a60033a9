"""A draft moves to the version that the service has now; a case keeps the one it was opened by."""

from dataclasses import fields

from sqlalchemy import select

from hub import cases, catalogue, drafts, intake, interview
from hub.cases import OwedTask
from hub.catalogue.definition import Service
from hub.drafts import Draft
from hub.intake import Changed, Receipt
from hub.interview import Interview
from hub.staff import Viewer
from hub.store import Database, Session
from hub.values import Channel, Language
from tests.builders.councils import a_council
from tests.builders.requests import (
    MISSED_BIN,
    MONDAY,
    SAID,
    a_choice,
    a_finished_interview,
    a_question,
    a_service,
    text,
)

RESIDENT = Viewer.resident("aberwen")
TODAY = MONDAY.date()
_REWORDED = {**a_choice("bin", "refuse", "garden", "needles"), "ask": text("Which of the bins?")}
NEWER = a_service(_REWORDED, a_question("lane", "yes/no"), deadline={"answer": "5 working days"})
_OWN = {"id", "reference", "resident_id"}


def begun(session: Session, asked: Interview) -> str:
    door = (Channel.WEB, Language.CY, TODAY)
    token = drafts.start(session, RESIDENT, asked.service, door=door)
    drafts.keep(session, drafts.find(session, token), asked)
    return token


def taken_up(session: Session, token: str, now: Service) -> tuple[Draft, Interview]:
    draft = drafts.find(session, token)
    before = drafts.older(session, draft, now)
    return draft, drafts.interview_of(draft, now, asked_on=TODAY, before=before)


def sent(session: Session, token: str, asked: Interview, *, read: str | None = None) -> object:
    return intake.submit_draft(
        session,
        RESIDENT,
        drafts.find(session, token),
        asked=asked,
        council=a_council(),
        received_at=session.now(),
        read=read,
    )


def opened_by(session: Session, receipt: object) -> tuple[object, ...]:
    """Give all of a case but what is its own: its id, its reference and its asker."""
    assert isinstance(receipt, Receipt)
    system = Viewer.system("aberwen")
    case, asked = cases.interview_of(
        session, system, receipt.case_id, timezone=a_council().timezone
    )
    rest = [getattr(case, field.name) for field in fields(case) if field.name not in _OWN]
    owed = select(OwedTask.path).where(OwedTask.case_id == receipt.case_id)
    return (*rest, asked, receipt.answer_by, sorted(session.sql.scalars(owed)))


def test_a_mark_is_kept_with_the_draft_until_its_question_is_answered(database: Database) -> None:
    with database.session("aberwen") as session:
        token = begun(session, a_finished_interview())
        draft, moved = taken_up(session, token, NEWER)
        drafts.keep(session, draft, interview.answer(moved, "lane", "no"))
    with database.session("aberwen") as session:
        draft, later = taken_up(session, token, NEWER)
        drafts.keep(session, draft, interview.answer(later, "bin", "garden"))

        _, last = taken_up(session, token, NEWER)

    assert draft.version == NEWER.version
    assert [sorted(one.changed) for one in (moved, later, last)] == [["bin"], ["bin"], []]


def test_a_moved_draft_opens_the_case_that_a_fresh_one_would(database: Database) -> None:
    fresh = interview.begin(NEWER, TODAY)
    while (asked := interview.next_step(fresh)) is not None:
        fresh = interview.answer(fresh, asked.path, {**SAID, "lane": "yes"}[asked.path])
    with database.session("aberwen") as session:
        first = begun(session, a_finished_interview())
        draft, moved = taken_up(session, first, NEWER)
        drafts.keep(session, draft, interview.answer(moved, "lane", "yes"))
        second = begun(session, fresh)

        receipts = [sent(session, t, taken_up(session, t, NEWER)[1]) for t in (first, second)]

        assert opened_by(session, receipts[0]) == opened_by(session, receipts[1])


def test_what_was_read_over_before_its_words_changed_is_read_over_again(
    database: Database,
) -> None:
    reworded = a_service(_REWORDED)
    with database.session("aberwen") as session:
        asked = a_finished_interview()
        token = begun(session, asked)
        _, moved = taken_up(session, token, reworded)

        first = sent(session, token, moved, read=intake.reading_of(asked))
        second = sent(session, token, moved, read=intake.reading_of(moved))

    assert first == Changed()
    assert isinstance(second, Receipt)


def test_a_version_that_asks_the_same_holds_nobody_up(database: Database) -> None:
    slower = a_service(deadline={"answer": "5 working days"})
    with database.session("aberwen") as session:
        asked = a_finished_interview()
        token = begun(session, asked)
        _, moved = taken_up(session, token, slower)

        receipt = sent(session, token, moved, read=intake.reading_of(asked))

    assert isinstance(receipt, Receipt)


def test_a_case_keeps_the_version_it_was_opened_by(database: Database) -> None:
    with database.session("aberwen") as session:
        token = begun(session, a_finished_interview())
        receipt = sent(session, token, taken_up(session, token, MISSED_BIN)[1])
        assert isinstance(receipt, Receipt)
        catalogue.keep(session, NEWER)

        _, asked = cases.interview_of(
            session, Viewer.system("aberwen"), receipt.case_id, timezone=a_council().timezone
        )

    assert asked.service == MISSED_BIN
