"""A session of one council neither sees nor writes what is another's."""

from collections.abc import Callable

import pytest
from sqlalchemy import delete, exists, func, insert, select, text, update
from sqlalchemy.orm import Session as SqlSession
from sqlalchemy.orm import aliased

from hub.store import COUNCIL_NAMED, Base, Database, OutboxEvent, Session, WrongCouncil
from tests.store.events import COUNCIL, OTHER, BinMissed, tell

OUTBOX = Base.metadata.tables["outbox"]
OTHERS = aliased(OutboxEvent)
SAME_NAME = OTHERS.name == OutboxEvent.name

QUESTIONS: dict[str, Callable[[SqlSession], object]] = {
    "rows": lambda sql: len(sql.scalars(select(OutboxEvent)).all()),
    "columns": lambda sql: len(sql.execute(select(OutboxEvent.id, OutboxEvent.council)).all()),
    "a count": lambda sql: sql.scalar(select(func.count()).select_from(OutboxEvent)),
    "an alias": lambda sql: len(sql.scalars(select(aliased(OutboxEvent))).all()),
    "a query in a query": lambda sql: sql.scalar(
        select(func.count()).where(OutboxEvent.id.in_(select(OutboxEvent.id)))
    ),
    "a join": lambda sql: len(sql.execute(select(OutboxEvent.id).join(OTHERS, SAME_NAME)).all()),
    "a change": lambda sql: len(
        sql.execute(update(OutboxEvent).values(name="Seen").returning(OutboxEvent.id)).all()
    ),
    "a deletion": lambda sql: len(sql.execute(delete(OutboxEvent).returning(OutboxEvent.id)).all()),
}


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.promise("P13")
def test_every_question_is_answered_for_one_council_alone(
    database: Database, question: str
) -> None:
    tell(database, COUNCIL)
    tell(database, OTHER)

    with database.session(COUNCIL) as session:
        answer = QUESTIONS[question](session.sql)

    assert answer == 1


def test_whether_there_is_any_is_answered_for_one_council_alone(database: Database) -> None:
    tell(database, OTHER)

    with database.session(COUNCIL) as session:
        found = session.sql.scalar(select(exists(select(OutboxEvent.id))))

    assert not found


def test_a_row_of_another_council_is_not_found_by_its_key(database: Database) -> None:
    tell(database, OTHER)
    with database.reading(OTHER) as session:
        key = session.sql.scalars(select(OutboxEvent.id)).one()

    with database.reading(COUNCIL) as session:
        found = session.sql.get(OutboxEvent, (OTHER, key))

    assert found is None


REFUSED: dict[str, Callable[[Session], object]] = {
    "reading a bare table": lambda s: s.sql.execute(select(OUTBOX)),
    "changing a bare table": lambda s: s.sql.execute(update(OUTBOX).values(name="Seen")),
    "emptying a bare table": lambda s: s.sql.execute(delete(OUTBOX)),
    "SQL as text": lambda s: s.sql.execute(text("SELECT * FROM outbox")),
    "another's row": lambda s: s.insert(OutboxEvent, _row(s, OTHER)),
    "another's row among ours": lambda s: s.insert(OutboxEvent, _row(s, COUNCIL), _row(s, OTHER)),
    "another's row once": lambda s: s.insert_once(OutboxEvent, _row(s, OTHER)),
    "nobody's row": lambda s: s.insert(OutboxEvent, {"name": "BinMissed"}),
    "another's row by statement": lambda s: s.sql.execute(insert(OUTBOX), [_row(s, OTHER)]),
    "another's row by values": lambda s: s.sql.execute(insert(OUTBOX).values(_row(s, OTHER))),
    "another's rows by values": lambda s: s.sql.execute(
        insert(OUTBOX).values([_row(s, COUNCIL), _row(s, OTHER)])
    ),
    "changing another's row": lambda s: s.change(
        OutboxEvent, {"council": OTHER, "id": s.chance.uuid()}, {"name": "Seen"}
    ),
    "reading another's row": lambda s: s.lock(OutboxEvent, {"council": OTHER}),
    "reading anybody's row": lambda s: s.lock(OutboxEvent, {"name": "BinMissed"}),
    "giving a row to another": lambda s: s.change(
        OutboxEvent, {"council": COUNCIL, "id": s.chance.uuid()}, {"council": OTHER}
    ),
    "another's event": lambda s: s.sql.add(OutboxEvent(**_row(s, OTHER))),
}


@pytest.mark.parametrize("way", REFUSED)
@pytest.mark.promise("P13")
def test_what_cannot_be_kept_to_one_council_is_refused(database: Database, way: str) -> None:
    with pytest.raises(WrongCouncil), database.session(COUNCIL) as session:
        REFUSED[way](session)


def test_a_statement_may_name_its_council_itself(database: Database) -> None:
    tell(database, COUNCIL)
    tell(database, OTHER)

    with database.reading(COUNCIL) as session:
        ours = text("SELECT count(*) FROM outbox WHERE council = :council")
        named = {"council": session.council}
        found = session.sql.scalar(ours, named, execution_options=COUNCIL_NAMED)

    assert found == 1


def test_all_councils_are_seen_where_that_is_asked_for(database: Database) -> None:
    tell(database, COUNCIL)
    tell(database, OTHER)

    with database.reading_all() as session:
        councils = session.sql.scalars(select(OutboxEvent.council)).all()

    assert sorted(councils) == [COUNCIL, OTHER]


def _row(session: Session, council: str) -> dict[str, object]:
    event = BinMissed(session.chance.uuid())
    named = {"id": session.chance.uuid(), "name": event.name(), "subject": event.subject}
    return {**named, "council": council, "at": session.now()}
