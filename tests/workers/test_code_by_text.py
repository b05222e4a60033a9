"""A code that goes by text: once, in the resident's language, and to nobody who wants no texts."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from hub import drafts, people
from hub.drafts import SavedDraft
from hub.messages import TextAway, TextRefused, WhyNot
from hub.people import ContactState
from hub.saved import NoticeState, SaveNotice
from hub.staff import Viewer
from hub.values import Channel, PhoneNumber
from tests.provision.time_and_chance import SettableClock
from tests.workers.errands import wait_out
from tests.workers.saving import BY_TEXT, Post, a_saved_draft, remind, run, states
from workers.outside import Outside

MOBILE = PhoneNumber("+447700900982")
SYSTEM = Viewer.system("aberwen")


def reason(outside: Outside) -> str | None:
    with outside.database.reading("aberwen") as session:
        return session.sql.scalars(select(SaveNotice.reason)).one()


def state_of_number(outside: Outside) -> ContactState:
    with outside.database.reading("aberwen") as session:
        return people.contact_state(session, SYSTEM, MOBILE)


def test_the_code_goes_by_text_once_with_no_answer_in_it(outside: Outside) -> None:
    _, code = a_saved_draft(outside, BY_TEXT)
    post = Post()

    run(outside, post, "text_code")
    run(outside, post, "text_code")

    [text] = post.texts
    assert text.to == MOBILE
    assert code in text.words
    assert text.mark in text.words
    assert "/come-back" in text.words
    assert "20 December 2026" in text.words
    assert not any(said in text.words for said in ("Siân", "Stryd y Bont", "refuse"))
    assert states(outside) == [NoticeState.GONE]


def test_who_wants_no_texts_gets_no_code_by_one(outside: Outside) -> None:
    with outside.database.session("aberwen") as session:
        people.opt_out(session, SYSTEM, MOBILE, door=Channel.SMS)
    a_saved_draft(outside, BY_TEXT)
    post = Post()

    run(outside, post, "text_code")

    assert post.texts == []
    assert (states(outside), reason(outside)) == ([NoticeState.FAILED], "opted_out")


def test_a_number_that_the_carrier_cannot_reach_is_remembered(outside: Outside) -> None:
    a_saved_draft(outside, BY_TEXT)

    run(outside, Post(TextRefused(WhyNot.UNREACHABLE)), "text_code")

    assert (states(outside), reason(outside)) == ([NoticeState.FAILED], "unreachable")
    assert state_of_number(outside) is ContactState.UNREACHABLE


def test_a_carrier_that_is_away_is_tried_for_a_day(outside: Outside, clock: SettableClock) -> None:
    a_saved_draft(outside, BY_TEXT)

    run(outside, Post(TextAway()), "text_code")
    during = states(outside)
    clock.move(hours=25)
    wait_out(outside.database)
    run(outside, Post(TextAway()), "text_code")

    assert during == [NoticeState.WANTED]
    assert (states(outside), reason(outside)) == ([NoticeState.FAILED], "text_away")


@pytest.mark.parametrize(("days", "told"), [(22, 0), (23.5, 1)])
def test_who_saved_by_text_is_reminded_by_text_five_days_before(
    outside: Outside, clock: SettableClock, days: float, told: int
) -> None:
    _, code = a_saved_draft(outside, BY_TEXT)
    post = Post()
    run(outside, post, "text_code")
    clock.move(days=days)

    counts = [remind(outside) for _ in range(2)]
    run(outside, post, "text_code")

    assert counts == [told, 0]
    assert [code in text.words for text in post.texts[1:]] == [True] * told
    assert len({text.mark for text in post.texts}) == 1 + told


def test_with_the_draft_goes_the_number(outside: Outside, clock: SettableClock) -> None:
    a_saved_draft(outside, BY_TEXT)
    clock.move(days=29)

    with outside.database.session("aberwen") as session:
        drafts.lapse(session, before=session.now() - timedelta(days=28))

    with outside.database.reading("aberwen") as session:
        kept = session.sql.scalars(select(SavedDraft)).one()
    assert (kept.mobile, kept.code_hash) == (None, None)
