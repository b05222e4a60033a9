"""Cases with a word planted wherever somebody may say one, and the means to look for it."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import MetaData, select

from hub import cases, intake, people
from hub.cases import Status
from hub.enclosures import Opened
from hub.intake import Joining
from hub.interview import Given
from hub.staff import Viewer
from hub.store import Database, Session, jobs
from hub.values import Channel, EmailAddress
from tests.cases.holes import joining, reported, send
from tests.provision.time_and_chance import SettableClock
from workers.jobs import EVERY, JOBS, QUEUES, follows
from workers.outside import Outside
from workers.running import Runner

MARK = "qwxvk"
SYSTEM = Viewer.system("aberwen")
HOME = {
    "line1": "1 Qwxvkstreet",
    "line2": "Qwxvkvillage",
    "town": "Qwxvktown",
    "postcode": "LL99 9ZZ",
}
EMAIL = "qwxvkmail@example.org"
TOLD: Mapping[str, Given] = {
    "home": HOME,
    "your_name": "Qwxvkname Qwxvkfamily",
    "answer_by": "e-mail",
    "email": EMAIL,
}
PHOTO = Opened("image/jpeg", b"Qwxvkphoto", b"Qwxvksmall", 1)
SHARED_PHOTO = Opened("image/jpeg", b"of the street", b"of the street, small", 1)
TWO_YEARS = timedelta(days=2 * 366)


def settle(hub: Outside) -> None:
    """Do all that is due, and what follows from it, as the relay and the workers would."""
    runner = Runner(hub, JOBS)
    with hub.database.session("aberwen") as session:
        for name, every in EVERY.items():
            jobs.recur(session, name=name, queue=QUEUES[name], every=every)
    while ready := _ready(hub.database):
        for one in ready:
            runner(one)


def _ready(database: Database) -> list[UUID]:
    with database.all_councils() as session:
        jobs.expand(session, follows())
        return [one.id for one in jobs.publish(session)]


def pass_by(hub: Outside, clock: SettableClock, time: timedelta) -> None:
    """Let time pass, and do what is due then."""
    clock.moment += time
    settle(hub)


def a_marked_hole(hub: Outside, session: Session, name: str = "first") -> UUID:
    """Report a hole in every word of which the mark is, with all that can be added to it."""
    where = {"words": "12 Qwxvkstreet, by the bus stop"}
    case_id = reported(session, where, name, **TOLD)
    add_to(hub, session, case_id, name)
    people.opt_out(session, SYSTEM, EmailAddress.parse(EMAIL), door=Channel.SMS)
    join(session, case_id, your_name="Qwxvkjoiner")
    return case_id


def add_to(hub: Outside, session: Session, case_id: UUID, name: str) -> None:
    """Add a note and two photos as its first asker does."""
    viewer = Viewer.resident("aberwen", case_id)
    asker = cases.seen(session, SYSTEM, case_id).resident_id
    joined = Joining(case_id=case_id, asker=asker, channel=Channel.WEB, key=name)
    intake.join_note(session, viewer, joined, note="Qwxvknote")
    for opened in (PHOTO, SHARED_PHOTO):
        intake.join_document(
            session,
            viewer,
            joined,
            opened=opened,
            path=cases.ADDED,
            name="qwxvkphoto.jpg",
            documents=hub.documents,
        )


def join(session: Session, case_id: UUID, **said: Given) -> None:
    """Let somebody be added to a case."""
    send(session, joining(session, case_id, **said, home=HOME))


def close(session: Session, case_id: UUID) -> None:
    """Close a case as its team does."""
    while (now := cases.seen(session, SYSTEM, case_id).status) is not Status.CLOSED:
        then = Status.CLOSED if Status.CLOSED in cases.ALLOWED[now] else Status.WITH_TEAM
        cases.move(session, SYSTEM, case_id, then=then)


def everything(database: Database) -> Iterator[str]:
    """Give every row of every table, by the name of its table."""
    found = MetaData()
    with database.reading_all() as session:
        connection = session.sql.connection()
        found.reflect(connection)
        for table in found.sorted_tables:
            for row in connection.execute(select(table)):
                yield f"{table.name}: {row}"


def marked(database: Database, folder: Path) -> list[str]:
    """Name what holds the mark: rows, files by name or by content, the database's own file."""
    rows = [row for row in everything(database) if MARK in row.lower()]
    files = [file for file in folder.rglob("*") if MARK.encode() in _content(file).lower()]
    if database.is_sqlite:
        files += _in_file(Path(str(database.engine.url.database)))
    return rows + [str(file) for file in files]


def papers(folder: Path) -> list[str]:
    """Give the names of all documents, and of what lies to be printed."""
    return sorted(file.name for file in folder.rglob("*") if file.is_file())


def _content(file: Path) -> bytes:
    return file.name.encode() + (file.read_bytes() if file.is_file() else b"")


def _in_file(file: Path) -> list[Path]:
    with closing(sqlite3.connect(file)) as line:
        line.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return [file] if MARK.encode() in file.read_bytes().lower() else []
