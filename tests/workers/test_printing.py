from dataclasses import replace
from uuid import UUID

from sqlalchemy import select

from hub import letters
from hub.letters import Letter, LetterState, PrintedLetter
from hub.staff import Viewer
from hub.store import Database, jobs
from hub.store.jobs import Job, State
from tests.builders.councils import a_council
from tests.builders.requests import a_case
from tests.workers.errands import kept, ring
from workers.jobs import JOBS, follows
from workers.outside import Outside
from workers.running import Runner


class PrinterInUse:
    """A printer at which others write into the store while a letter is being laid."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.laid: list[UUID] = []

    def lay(self, letter: PrintedLetter) -> None:
        """Take a letter while somebody else's request is kept."""
        ring(self._database)
        self.laid.append(letter.id)


def a_written_letter(outside: Outside) -> UUID:
    """Have a letter written, and give the id of the job that prints it."""
    with outside.database.session("aberwen") as session:
        letters.write(
            session,
            Viewer.system("aberwen"),
            a_case(session).case_id,
            press=letters.Press(
                council=a_council(),
                documents=outside.documents,
                words=outside.words,
                stationery=outside.stationery,
                public_url="https://requests.aberwen.example",
            ),
        )
    with outside.database.all_councils() as session:
        jobs.expand(session, follows())
        return session.sql.scalars(select(Job.id).where(Job.name == "print_letter")).one()


def test_a_slow_printer_keeps_nobody_from_storing_a_request(outside: Outside) -> None:
    job_id, printer = a_written_letter(outside), PrinterInUse(outside.database)

    Runner(replace(outside, printer=printer), JOBS)(job_id)

    assert kept(outside.database, job_id).state == State.DONE
    with outside.database.reading("aberwen") as session:
        letter = session.sql.scalars(select(Letter)).one()
    assert (printer.laid, letter.state) == ([letter.id], LetterState.WAITING)


def test_a_letter_that_is_laid_is_not_laid_again(outside: Outside) -> None:
    job_id, printer = a_written_letter(outside), PrinterInUse(outside.database)
    with outside.database.session("aberwen") as session:
        letter = session.sql.scalars(select(Letter)).one()
        letters.settle_laid(session, Viewer.system("aberwen"), letter.id)

    Runner(replace(outside, printer=printer), JOBS)(job_id)

    assert kept(outside.database, job_id).state == State.DONE
    assert printer.laid == []
