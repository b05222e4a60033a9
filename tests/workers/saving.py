"""Drafts that are saved, and the jobs that follow, for tests of what goes out about them."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import select

from hub import drafts, saved
from hub.drafts import CodeBy, CodeFor
from hub.letters import PrintedLetter
from hub.messages import Email, TextMessage
from hub.saved import SaveNotice
from hub.staff import Viewer
from hub.store import jobs
from hub.store.jobs import Job
from hub.values import Channel, EmailAddress, Language, PhoneNumber, PostalAddress
from tests.builders.councils import a_council
from tests.builders.requests import HOME, MISSED_BIN, MONDAY, a_finished_interview
from workers.jobs import JOBS, follows
from workers.outside import Outside
from workers.running import Runner

BY_EMAIL = CodeFor(
    by=CodeBy.EMAIL, language=Language.CY, size=14, email=EmailAddress("ann@example.com")
)
BY_LETTER = CodeFor(
    by=CodeBy.LETTER,
    language=Language.CY,
    size=18,
    name="Siân Ŵyn Jones",
    address=PostalAddress.parse(HOME),
)
BY_TEXT = CodeFor(
    by=CodeBy.TEXT, language=Language.EN, size=14, mobile=PhoneNumber("+447700900982")
)
BY_NOTE = CodeFor(by=CodeBy.NOTE, language=Language.EN, size=14, name="Siân Ŵyn Jones")


class Post:
    """All three carriers: what was taken is kept here; `trouble` is what they answer instead."""

    def __init__(self, trouble: Exception | None = None) -> None:
        self.emails: list[Email] = []
        self.letters: list[PrintedLetter] = []
        self.texts: list[TextMessage] = []
        self.trouble = trouble

    def send(self, email: Email) -> None:
        """Take an e-mail."""
        self.emails.append(email)
        if self.trouble:
            raise self.trouble

    def text(self, text: TextMessage) -> str:
        """Take a text."""
        self.texts.append(text)
        if self.trouble:
            raise self.trouble
        return "SM1"

    def lay(self, letter: PrintedLetter) -> None:
        """Take a letter."""
        self.letters.append(letter)
        if self.trouble:
            raise self.trouble


class Phones:
    """The carrier of texts; what it took lies with the post."""

    def __init__(self, post: Post) -> None:
        self.post = post

    def send(self, text: TextMessage) -> str:
        """Take a text."""
        return self.post.text(text)


def a_saved_draft(outside: Outside, told: CodeFor) -> tuple[str, str]:
    """Save a draft with all its answers, and give its word and its code."""
    with outside.database.session("aberwen") as session:
        door = (Channel.WEB, Language.CY, MONDAY.date())
        token = drafts.start(session, Viewer.resident("aberwen"), MISSED_BIN, door=door)
        drafts.keep(session, drafts.find(session, token), a_finished_interview())
        draft = drafts.take(session, token)
        made = saved.save(session, draft, told, secret=outside.settings.secret)
    return token, made.code.shown


def jobs_of(outside: Outside, *names: str) -> list[UUID]:
    with outside.database.all_councils() as session:
        jobs.expand(session, follows())
        wanted = select(Job.id).where(Job.name.in_(names)).order_by(Job.id)
        return list(session.sql.scalars(wanted))


def run(outside: Outside, post: Post, *names: str) -> list[UUID]:
    """Do all jobs of these names, and give them."""
    found = jobs_of(outside, *names)
    runner = Runner(replace(outside, mail=post, printer=post, texts=Phones(post)), JOBS)
    for job_id in found:
        runner(job_id)
    return found


def remind(outside: Outside) -> int:
    with outside.database.session("aberwen") as session:
        return saved.remind(session, council=a_council())


def states(outside: Outside) -> list[str]:
    with outside.database.reading("aberwen") as session:
        return list(session.sql.scalars(select(SaveNotice.state).order_by(SaveNotice.id)))
