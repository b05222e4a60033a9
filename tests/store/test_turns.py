from threading import Event as Signal
from threading import Thread
from typing import Any

from sqlalchemy import select

from hub.store import Database, OutboxEvent, Session


def a_row(session: Session) -> dict[str, Any]:
    moment, chance = session.now(), session.chance
    own = {"council": session.council, "id": chance.uuid(), "subject": chance.uuid()}
    return {**own, "name": "BinMissed", "at": moment, "due_at": None}


def test_a_writer_that_waits_for_its_turn_holds_up_nobody_else(database: Database) -> None:
    begun, done = Signal(), Signal()

    def write_too() -> None:
        begun.set()
        with database.session("aberwen") as second:
            second.insert_once(OutboxEvent, a_row(second))
        done.set()

    other = Thread(target=write_too)
    with database.session("aberwen") as first:
        first.sql.execute(select(OutboxEvent.id)).all()  # the turn is taken
        other.start()
        begun.wait(5)
        done.wait(0.3)  # on SQLite the other waits in line by now
        is_written = first.insert_once(OutboxEvent, a_row(first))
    other.join(5)

    assert is_written
    assert done.is_set()
