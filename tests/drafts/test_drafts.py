"""Drafts: an interview kept on its way."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from hub import drafts, intake, interview
from hub.arrivals import Arrival
from hub.drafts import AlreadySent, Draft, DraftState, UnknownDraft
from hub.intake import Changed, Closed, Full, Joined, Missing, Receipt
from hub.staff import Viewer
from hub.store import Database, Session
from hub.values import Channel, Language
from tests.builders.councils import a_council
from tests.builders.requests import (
    MISSED_BIN,
    MONDAY,
    a_choice,
    a_finished_interview,
    a_service,
    a_submission,
)
from tests.provision.time_and_chance import SettableClock

RESIDENT = Viewer.resident("aberwen")
TODAY = MONDAY.date()


def begun(session: Session) -> str:
    return drafts.start(session, RESIDENT, MISSED_BIN, door=(Channel.WEB, Language.CY, TODAY))


def sent(session: Session, token: str) -> Receipt | Joined | Missing | Changed | Closed | Full:
    draft = drafts.find(session, token)
    asked = drafts.interview_of(draft, MISSED_BIN, asked_on=TODAY)
    return intake.submit_draft(
        session, RESIDENT, draft, asked=asked, council=a_council(), received_at=session.now()
    )


def test_a_draft_is_found_again_with_all_that_was_answered(database: Database) -> None:
    with database.session("aberwen") as session:
        token = begun(session)
        draft = drafts.find(session, token)
        asked = interview.answer(interview.begin(MISSED_BIN, TODAY), "bin", "garden")
        drafts.keep(session, draft, asked)

    with database.session("aberwen") as session:
        again = drafts.interview_of(drafts.find(session, token), MISSED_BIN, asked_on=TODAY)

    assert again.answers == {"bin": "garden"}


def test_the_word_for_a_draft_is_not_in_the_table(database: Database) -> None:
    with database.session("aberwen") as session:
        token = begun(session)
        kept = session.sql.scalars(select(Draft)).one()

        assert token.encode() not in kept.token_hash
        with pytest.raises(UnknownDraft):
            drafts.find(session, kept.token_hash.hex())


@pytest.mark.parametrize("token", ["", "nonsense", "\x00", "🗑", "\ud800", "x" * 100_000])
def test_a_word_that_nobody_was_given_finds_nothing(database: Database, token: str) -> None:
    with database.session("aberwen") as session, pytest.raises(UnknownDraft):
        drafts.find(session, token)


def test_another_council_cannot_find_it(database: Database) -> None:
    with database.session("aberwen") as session:
        token = begun(session)

    with database.session("elsewhere") as session, pytest.raises(UnknownDraft):
        drafts.find(session, token)


def test_a_draft_moves_to_the_new_version_and_keeps_what_is_still_valid(
    database: Database,
) -> None:
    newer = a_service(a_choice("bin", "blue", "garden", "needles"))
    with database.session("aberwen") as session:
        token = begun(session)
        drafts.keep(session, drafts.find(session, token), a_finished_interview())

        moved = drafts.interview_of(drafts.find(session, token), newer, asked_on=TODAY)

    assert "bin" not in moved.answers
    assert moved.answers["your_name"] == "Siân Ŵyn Jones"
    assert interview.next_step(moved) is not None


def test_a_draft_sent_twice_is_one_case(database: Database) -> None:
    with database.session("aberwen") as session:
        token = begun(session)
        drafts.keep(session, drafts.find(session, token), a_finished_interview())
        first, second = sent(session, token), sent(session, token)

    assert isinstance(first, Receipt)
    assert isinstance(second, Receipt)
    assert first.reference == second.reference
    assert (first.is_new, second.is_new) == (True, False)


def test_a_draft_sent_too_early_says_what_is_missing_and_counts_once(
    database: Database,
) -> None:
    with database.session("aberwen") as session:
        token = begun(session)
        early = sent(session, token)
        drafts.keep(session, drafts.find(session, token), a_finished_interview())
        late = sent(session, token)
        outcomes = session.sql.scalars(select(Arrival.outcome)).all()

    assert early == Missing("bin")
    assert isinstance(late, Receipt)
    assert list(outcomes) == ["opened"]


def test_what_was_sent_too_early_is_known_by_the_answers_that_were_sent_at_last(
    database: Database,
) -> None:
    with database.session("aberwen") as session:
        token = begun(session)
        sent(session, token)
        drafts.keep(session, drafts.find(session, token), a_finished_interview())
        sent(session, token)
        same = a_submission(external_id=drafts.external_id(drafts.find(session, token).id))

        again = intake.submit(session, RESIDENT, same, council=a_council())

    assert (again.is_new, again.same_answers) == (False, True)


def test_what_was_sent_too_early_lapses_with_its_draft(
    database: Database, clock: SettableClock
) -> None:
    with database.session("aberwen") as session:
        sent(session, begun(session))
    clock.move(days=40)
    with database.session("aberwen") as session:
        sent(session, begun(session))

        drafts.lapse(session, before=clock.now() - timedelta(days=28))

        outcomes = session.sql.scalars(select(Arrival.outcome).order_by(Arrival.id)).all()
    assert list(outcomes) == ["lapsed", "draft"]


def test_drafts_lapse_in_portions_the_oldest_first(
    database: Database, clock: SettableClock
) -> None:
    with database.session("aberwen") as session:
        begun(session)
        clock.move(minutes=1)
        younger = [begun(session) for _ in range(2)]
    clock.move(days=40)

    with database.session("aberwen") as session:
        before = clock.now() - timedelta(days=28)
        first = drafts.lapse(session, before=before, most=1)
        kept = [drafts.find(session, token).state for token in younger]
        counts = [drafts.lapse(session, before=before, most=5) for _ in range(2)]

    assert (first, kept, counts) == (1, [DraftState.OPEN] * 2, [2, 0])


def test_what_was_sent_cannot_be_changed_and_leaves_the_draft(database: Database) -> None:
    with database.session("aberwen") as session:
        token = begun(session)
        drafts.keep(session, drafts.find(session, token), a_finished_interview())
        sent(session, token)
    with database.session("aberwen") as session:
        draft = drafts.find(session, token)

        assert draft.answers == {}
        with pytest.raises(AlreadySent):
            drafts.keep(session, draft, a_finished_interview(bin="garden"))


def test_a_draft_that_nobody_touched_lapses_and_forgets(
    database: Database, clock: SettableClock
) -> None:
    with database.session("aberwen") as session:
        old = begun(session)
        drafts.keep(session, drafts.find(session, old), a_finished_interview())
    clock.move(days=40)
    with database.session("aberwen") as session:
        new = begun(session)

        lapsed = drafts.lapse(session, before=clock.now() - timedelta(days=28))

        assert lapsed == 1
        assert drafts.find(session, new).state == DraftState.OPEN
        with pytest.raises(UnknownDraft):
            drafts.find(session, old)
        gone = session.sql.scalars(
            select(Draft).where(Draft.state == DraftState.LAPSED.value)
        ).one()
        assert gone.answers == {}


def test_dates_are_judged_on_the_day_it_is_not_on_the_day_it_was_begun(
    database: Database,
) -> None:
    with database.session("aberwen") as session:
        token = begun(session)
        draft = drafts.find(session, token)

        later = drafts.interview_of(draft, MISSED_BIN, asked_on=date(2026, 12, 1))

    assert later.asked_on == date(2026, 12, 1)
