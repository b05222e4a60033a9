"""Waits that several count at once, as a whole office does on a Monday morning."""

from collections.abc import Iterator
from threading import Event as Signal
from threading import Thread

import pytest
from sqlalchemy import select

from hub.staff import waits
from hub.staff.rows import Wait
from hub.staff.waits import Counted
from hub.store import Database, open_database
from tests.provision.time_and_chance import SeededChance, SettableClock
from tests.staff.people import COUNCIL

_ANN, _BOB = Counted("a" * 64, 5), Counted("b" * 64, 5)


@pytest.fixture
def office(postgres_url: str, clock: SettableClock, chance: SeededChance) -> Iterator[Database]:
    """Give a database in which two people were counted before the weekend; SQLite has one turn."""
    opened = open_database(postgres_url, clock=clock, chance=chance)
    for counted in (_ANN, _BOB):
        _count(opened, counted)
    clock.move(minutes=60 * 24 * 3)
    yield opened
    opened.close()


def test_nobody_waits_for_what_somebody_else_is_counting(office: Database) -> None:
    done = Signal()

    def count_too() -> None:
        _count(office, _BOB)
        done.set()

    other = Thread(target=count_too)
    with office.session(COUNCIL) as session:
        session.lock(Wait, {"council": COUNCIL, "what": _ANN.what})
        other.start()
        was_held_up = not done.wait(5)
    other.join(5)

    assert not was_held_up


def test_what_is_old_is_forgotten_when_nobody_is_counting_it(office: Database) -> None:
    _count(office, _BOB)

    with office.reading(COUNCIL) as session:
        assert session.sql.scalars(select(Wait.what)).all() == [_BOB.what]


def _count(database: Database, counted: Counted) -> None:
    with database.session(COUNCIL) as session:
        waits.count(session, [counted])
