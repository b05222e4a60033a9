"""A session of one council neither sees nor writes what is another's."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy import (
    Executable,
    column,
    delete,
    exists,
    false,
    func,
    insert,
    literal_column,
    select,
    table,
    text,
    union_all,
    update,
)
from sqlalchemy.orm import Session as SqlSession
from sqlalchemy.orm import aliased

from hub.store import (
    COUNCIL_NAMED,
    Base,
    CouncilOwned,
    Database,
    Document,
    OutboxEvent,
    Session,
    WrongCouncil,
)
from tests.migrations.rooms import import_every_room
from tests.store.events import COUNCIL, OTHER, BinMissed, tell

OUTBOX = Base.metadata.tables["outbox"]
AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
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
    "a query by name": lambda sql: len(
        sql.execute(
            select(OutboxEvent.id).where(
                OutboxEvent.id.in_(select(select(OutboxEvent.id).cte().c.id))
            )
        ).all()
    ),
    "a query of a query": lambda sql: len(
        sql.execute(select(select(OutboxEvent.id).subquery().c.id)).all()
    ),
    "a class of a query": lambda sql: len(
        sql.scalars(select(aliased(OutboxEvent, select(OutboxEvent).subquery()))).all()
    ),
    "a value": lambda sql: sql.execute(
        select(OutboxEvent.id, select(func.count(OTHERS.id)).scalar_subquery())
    ).one()[1],
    "both of two": lambda sql: len(
        sql.execute(union_all(select(OutboxEvent.id), select(OTHERS.id).where(false()))).all()
    ),
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


REACHING: dict[str, Callable[[], Executable]] = {
    "whether there is any": lambda: select(exists().where(OutboxEvent.name == "BinMissed")),
    "whether there is any, among our own": lambda: select(OutboxEvent.id).where(
        exists().where(OUTBOX.c.name == "BinMissed")
    ),
    "a query in a query": lambda: select(select(OUTBOX.c.id).subquery().c.id),
    "a query by name": lambda: select(select(OUTBOX.c.id).cte().c.id),
    "a value": lambda: select(select(OUTBOX.c.name).limit(1).scalar_subquery()),
    "a value beside our own": lambda: select(
        OutboxEvent.id, select(func.count(OUTBOX.c.id)).scalar_subquery()
    ),
    "a table beside our own": lambda: select(OutboxEvent.id, OUTBOX.alias().c.name),
    "a table joined to our own": lambda: select(OutboxEvent.id).join(
        OUTBOX.alias("other"), OutboxEvent.name == OutboxEvent.name
    ),
    "a class of a query": lambda: select(aliased(OutboxEvent, select(OUTBOX).subquery())),
    "a table by its name": lambda: select(column("name")).select_from(table("outbox")),
    "a table that nobody knows": lambda: select(column("name")).select_from(table("sqlite_master")),
    "SQL for a class": lambda: select(OutboxEvent).from_statement(text("SELECT * FROM outbox")),
    "SQL as a condition": lambda: select(OutboxEvent.id).where(text("1 = 1 OR 2 = 2")),
    "SQL as a column": lambda: select(literal_column("(SELECT count(*) FROM outbox)")),
    "both of two": lambda: union_all(select(OutboxEvent.id), select(OUTBOX.c.id)),
    "a change by another's rows": lambda: update(OutboxEvent).values(
        name=select(OUTBOX.c.name).limit(1).scalar_subquery()
    ),
    "a deletion by another's rows": lambda: delete(OutboxEvent).where(
        OutboxEvent.name.in_(select(OUTBOX.c.name))
    ),
    "rows made of another's": lambda: insert(Document).values(
        council=COUNCIL, sha256="", size=1, at=AT, kind=select(OUTBOX.c.name).scalar_subquery()
    ),
}


@pytest.mark.parametrize("way", REACHING)
@pytest.mark.promise("P13")
def test_no_question_reaches_round_the_wall(database: Database, way: str) -> None:
    tell(database, OTHER)

    with pytest.raises(WrongCouncil), database.session(COUNCIL) as session:
        session.sql.execute(REACHING[way]())


def test_a_question_about_no_table_is_answered(database: Database) -> None:
    with database.reading(COUNCIL) as session:
        found = session.sql.scalar(select(func.lower("TŶ")))

    assert found


def test_every_table_of_councils_is_narrowed() -> None:
    import_every_room()

    kept = {mapper.class_ for mapper in Base.registry.mappers if "council" in mapper.columns}

    assert len(kept) > 10
    assert {kind for kind in kept if not issubclass(kind, CouncilOwned)} == set()


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
    "looking at another's row": lambda s: s.look(OutboxEvent, {"council": OTHER}),
    "looking at anybody's row": lambda s: s.look(OutboxEvent, {"name": "BinMissed"}),
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
