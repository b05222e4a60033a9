"""The job that sends an e-mail, when the mail server takes none."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import select

from hub import cases, messages, watch
from hub.messages import Email, MailAway, MailRefused, Message
from hub.staff import Viewer
from hub.store import OutboxEvent, jobs
from hub.store.jobs import Job, State
from tests.builders.councils import a_council
from tests.builders.requests import a_case, a_submission
from tests.provision.time_and_chance import SettableClock
from tests.workers.errands import kept, wait_out
from workers.jobs import JOBS, follows
from workers.outside import Outside
from workers.running import Runner

SYSTEM = Viewer.system("aberwen")


class ClosedPost:
    """A mail server that takes nothing, in its own way."""

    def __init__(self, trouble: Exception) -> None:
        self._trouble = trouble

    def send(self, email: Email) -> None:
        """Take nothing."""
        del email
        raise self._trouble


def an_email_to_a_resident(outside: Outside) -> UUID:
    with outside.database.session("aberwen") as session:
        receipt = a_case(session, a_submission(answer_by="e-mail", email="sian@example.com"))
        messages.acknowledge(session, SYSTEM, receipt.case_id, council=a_council())
    return the_job(outside)


def a_warning_to_a_team(outside: Outside) -> UUID:
    with outside.database.session("aberwen") as session:
        case_id = a_case(session).case_id
        cases.give_to_team(session, SYSTEM, case_id, team="waste-collections", reason="a rule")
        messages.tell_team(session, SYSTEM, case_id, council=a_council())
    return the_job(outside)


def the_job(outside: Outside) -> UUID:
    with outside.database.all_councils() as session:
        jobs.expand(session, follows())
        return session.sql.scalars(select(Job.id).where(Job.name == "send_email")).one()


def run(outside: Outside, job_id: UUID, trouble: Exception, *, times: int) -> None:
    runner = Runner(replace(outside, mail=ClosedPost(trouble)), JOBS)
    for _ in range(times):
        runner(job_id)
        wait_out(outside.database)


def test_a_server_that_asks_us_to_come_back_for_ever_ends_in_a_letter(
    outside: Outside, clock: SettableClock
) -> None:
    job_id = an_email_to_a_resident(outside)
    run(outside, job_id, MailAway(), times=5)
    before = kept(outside.database, job_id).state

    clock.move(days=1)
    run(outside, job_id, MailAway(), times=1)

    with outside.database.reading("aberwen") as session:
        told = session.sql.scalars(select(OutboxEvent.name)).all()
    assert (before, kept(outside.database, job_id).state) == (State.OPEN, State.DONE)
    assert "LetterWanted" in told


def test_a_warning_that_no_server_takes_is_named_until_a_person_has_seen_to_it(
    outside: Outside,
) -> None:
    job_id = a_warning_to_a_team(outside)

    run(outside, job_id, MailRefused(), times=3)

    held = [one for one in watch.stuck(outside.database) if one.what == "held"]
    assert [(one.id, one.reason) for one in held] == [(job_id, "TeamNotTold: team_not_told")]


def test_a_warning_that_was_released_goes_out(outside: Outside) -> None:
    job_id = a_warning_to_a_team(outside)
    run(outside, job_id, MailRefused(), times=3)

    with outside.database.all_councils() as session:
        jobs.release(session, job_id)
    Runner(outside, JOBS)(job_id)

    with outside.database.reading("aberwen") as session:
        assert session.sql.scalars(select(Message.state)).one() == "sent"
