"""What goes out about a saved draft: one code, one letter, whatever is run twice."""

import io
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select

from channels.carriers.print_folder import MANIFEST, PrintFolder, printed_in
from hub import cases, drafts, people, saved
from hub.cases import Printed
from hub.messages import MailAway, MailRefused
from hub.saved import NoticeState, SaveNotice
from hub.staff import Viewer
from hub.store.jobs import State
from hub.values import Channel, EmailAddress, Language
from tests.letters import reading
from tests.provision.time_and_chance import SettableClock
from tests.workers.errands import kept, wait_out
from tests.workers.saving import (
    BY_EMAIL,
    BY_LETTER,
    BY_NOTE,
    Post,
    a_saved_draft,
    jobs_of,
    run,
    states,
)
from workers.jobs import JOBS
from workers.outside import Outside
from workers.running import Runner


def test_the_code_goes_by_e_mail_in_the_residents_language_with_no_answer_in_it(
    outside: Outside,
) -> None:
    _, code = a_saved_draft(outside, BY_EMAIL)
    post = Post()

    run(outside, post, "email_code", "print_code")

    [email] = post.emails
    assert (email.to.shown, email.language) == ("ann@example.com", Language.CY)
    assert code in email.body
    assert "/come-back" in email.body
    assert "20 Rhagfyr 2026" in email.body
    assert not any(said in email.body for said in ("Siân", "Stryd y Bont", "refuse"))
    assert states(outside) == [NoticeState.GONE]


def test_the_code_goes_by_letter_in_the_residents_size_and_lies_in_no_documents(
    outside: Outside, tmp_path: Path
) -> None:
    _, code = a_saved_draft(outside, BY_LETTER)
    folder = tmp_path / "print"

    [job_id] = jobs_of(outside, "email_code", "print_code")
    Runner(replace(outside, printer=PrintFolder(folder)), JOBS)(job_id)

    [pdf] = folder.rglob("*.pdf")
    said = reading.words(pdf.read_bytes())
    assert code in said
    assert "Siân Ŵyn Jones" in said
    assert "refuse" not in said
    assert {round(line.size) for line in reading.lines(pdf.read_bytes())[0]} >= {18}
    [line] = printed_in(folder, {"aberwen"})
    assert (line.reference, line.kind, line.edition) == ("", "saved", 1)
    assert code.replace(" ", "") not in next(folder.rglob(MANIFEST)).read_text()
    assert not (outside.settings.data / "documents").exists()
    assert states(outside) == [NoticeState.GONE]


def test_a_code_that_is_only_noted_is_not_sent(outside: Outside) -> None:
    a_saved_draft(outside, BY_NOTE)

    assert jobs_of(outside, "email_code", "print_code") == []


def test_a_letter_whose_laying_was_cut_short_is_laid_again_as_the_same(
    outside: Outside, clock: SettableClock
) -> None:
    a_saved_draft(outside, BY_LETTER)
    cut_short, after = Post(MailAway()), Post()

    run(outside, cut_short, "print_code")
    clock.move(days=1)
    wait_out(outside.database)
    run(outside, after, "print_code")
    run(outside, after, "print_code")

    assert len(after.letters) == 1
    assert after.letters == cut_short.letters


def test_a_letter_that_was_printed_before_a_restore_is_not_printed_again(
    outside: Outside, tmp_path: Path
) -> None:
    a_saved_draft(outside, BY_LETTER)
    with outside.database.all_councils() as session:
        notice = session.sql.scalars(select(SaveNotice)).one()
        cases.remember_given(session, [Printed("aberwen", "", notice.id, "saved", 1)])

    [job_id] = jobs_of(outside, "print_code")
    Runner(replace(outside, printer=PrintFolder(tmp_path / "print")), JOBS)(job_id)

    assert kept(outside.database, job_id).state == State.DONE
    assert list(tmp_path.rglob("*.pdf")) == []


def test_an_e_mail_that_is_refused_is_given_up_with_the_reason(outside: Outside) -> None:
    a_saved_draft(outside, BY_EMAIL)

    [job_id] = run(outside, Post(MailRefused()), "email_code")

    assert kept(outside.database, job_id).state == State.DONE
    with outside.database.reading("aberwen") as session:
        notice = session.sql.scalars(select(SaveNotice)).one()
    assert (notice.state, notice.reason) == (NoticeState.FAILED, "mail_refused")


def test_who_wants_no_more_e_mails_gets_no_code_by_one(outside: Outside) -> None:
    address, system = EmailAddress("ann@example.com"), Viewer.system("aberwen")
    with outside.database.session("aberwen") as session:
        people.opt_out(session, system, address, door=Channel.WEB)
    a_saved_draft(outside, BY_EMAIL)
    post = Post()

    run(outside, post, "email_code")

    assert post.emails == []
    assert states(outside) == [NoticeState.FAILED]


def test_a_mail_server_that_is_away_is_tried_for_a_day(
    outside: Outside, clock: SettableClock
) -> None:
    a_saved_draft(outside, BY_EMAIL)

    run(outside, Post(MailAway()), "email_code")
    during = states(outside)
    clock.move(hours=25)
    wait_out(outside.database)
    run(outside, Post(MailAway()), "email_code")

    assert during == [NoticeState.WANTED]
    assert states(outside) == [NoticeState.FAILED]


def test_a_draft_that_ended_meanwhile_is_told_nobody(outside: Outside) -> None:
    token, _ = a_saved_draft(outside, BY_LETTER)
    with outside.database.session("aberwen") as session:
        drafts.discard(session, token)
    post = Post()

    [job_id] = run(outside, post, "print_code")

    assert post.letters == []
    assert kept(outside.database, job_id).state == State.DONE


def test_a_newer_code_goes_alone(outside: Outside) -> None:
    token, _ = a_saved_draft(outside, BY_LETTER)
    with outside.database.session("aberwen") as session:
        draft = drafts.take(session, token)
        made = saved.save(session, draft, BY_EMAIL, secret=outside.settings.secret)
    post = Post()

    run(outside, post, "print_code", "email_code")

    assert post.letters == []
    assert [made.code.shown in email.body for email in post.emails] == [True]


def test_with_another_secret_no_wrong_code_goes_out(outside: Outside, written: io.StringIO) -> None:
    a_saved_draft(outside, BY_EMAIL)
    changed = replace(outside, settings=replace(outside.settings, secret="another"))
    post = Post()

    [job_id] = run(changed, post, "email_code")

    assert post.emails == []
    assert kept(outside.database, job_id).state != State.DONE
    assert "CodeLost" in written.getvalue()
