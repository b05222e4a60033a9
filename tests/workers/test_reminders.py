"""One reminder before a saved draft lapses, if it can arrive in time."""

import pytest
from sqlalchemy import select

from hub import drafts
from hub.drafts import CodeFor, SavedDraft
from tests.builders.requests import a_finished_interview
from tests.letters import reading
from tests.provision.time_and_chance import SettableClock
from tests.workers.saving import BY_EMAIL, BY_LETTER, BY_NOTE, Post, a_saved_draft, remind, run
from workers.outside import Outside


@pytest.mark.parametrize(("days", "told"), [(22, 0), (23.5, 1)])
def test_who_saved_by_e_mail_is_reminded_five_days_before(
    outside: Outside, clock: SettableClock, days: float, told: int
) -> None:
    _, code = a_saved_draft(outside, BY_EMAIL)
    post = Post()
    run(outside, post, "email_code")
    clock.move(days=days)

    counts = [remind(outside) for _ in range(2)]
    run(outside, post, "email_code")

    assert counts == [told, 0]
    assert [code in email.body for email in post.emails[1:]] == [True] * told


@pytest.mark.parametrize(
    ("days", "told"),
    [(13, 0), (14, 1), (16, 1), (17, 0), (25, 0)],  # kept to Sunday 20 December 2026
)
def test_who_saved_by_letter_is_reminded_while_a_letter_can_arrive_in_time(
    outside: Outside, clock: SettableClock, days: int, told: int
) -> None:
    a_saved_draft(outside, BY_LETTER)
    clock.move(days=days)

    counts = [remind(outside) for _ in range(2)]

    assert counts == [told, 0]


def test_however_many_wait_for_an_e_mail_a_letter_is_wanted_in_time(
    outside: Outside, clock: SettableClock
) -> None:
    for _ in range(200):
        a_saved_draft(outside, BY_EMAIL)
    clock.move(minutes=1)
    a_saved_draft(outside, BY_LETTER)
    clock.move(days=14)

    assert remind(outside) == 1


def test_a_reminder_tells_the_same_code_and_when_it_ends(
    outside: Outside, clock: SettableClock
) -> None:
    _, code = a_saved_draft(outside, BY_LETTER)
    post = Post()
    run(outside, post, "print_code")
    clock.move(days=16)
    remind(outside)

    run(outside, post, "print_code")

    assert [letter.kind for letter in post.letters] == ["saved", "saved-reminder"]
    said = reading.words(post.letters[1].pdf)
    assert code in said
    assert "20 Rhagfyr 2026" in said


@pytest.mark.parametrize("told", [BY_NOTE, BY_EMAIL], ids=["only noted", "touched since"])
def test_nobody_is_reminded_who_cannot_or_need_not_be(
    outside: Outside, clock: SettableClock, told: CodeFor
) -> None:
    token, _ = a_saved_draft(outside, told)
    clock.move(days=24)
    if told is BY_EMAIL:
        with outside.database.session("aberwen") as session:
            drafts.keep(session, drafts.take(session, token), a_finished_interview(bin="garden"))

    assert remind(outside) == 0


def test_a_draft_that_lapses_takes_along_who_saved_it(
    outside: Outside, clock: SettableClock
) -> None:
    a_saved_draft(outside, BY_LETTER)
    clock.move(days=28, minutes=1)

    with outside.database.session("aberwen") as session:
        drafts.lapse(session, before=clock.now() - drafts.LIVES)

    with outside.database.reading("aberwen") as session:
        row = session.sql.scalars(select(SavedDraft)).one()
    assert [row.code_hash, row.name, row.address, row.email] == [None] * 4
    assert remind(outside) == 0
