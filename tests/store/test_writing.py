"""Rows written the short way: in their order, all or none, and seen by whoever asks after."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from hub.history import Chain, Entry
from hub.store import Database, Document, OutboxEvent, Session
from tests.store.events import COUNCIL, BinMissed, tell

AT = datetime(2026, 11, 23, 9, 30, 15, 123456, tzinfo=UTC)


def _chain(session: Session) -> tuple[dict[str, object], dict[str, object]]:
    chain = session.chance.uuid()
    head = {"council": COUNCIL, "id": chain, "number": 1, "hash": "h", "sealed_number": 0}
    entry = {"council": COUNCIL, "chain": chain, "number": 1, "kind": "CaseOpened", "at": AT}
    said = {"actor": "web", "facts": {"tŷ": 1}, "commitment": "", "previous": "", "hash": "h"}
    return head, {**entry, **said}


def _document(number: int) -> dict[str, object]:
    kept = {"council": COUNCIL, "sha256": f"{number:064x}", "size": number}
    return {**kept, "kind": "text/plain", "at": AT}


def _count(session: Session, table: type[Document] | type[Entry] | type[OutboxEvent]) -> int:
    return session.sql.scalar(select(func.count()).select_from(table)) or 0


def test_rows_go_in_the_order_in_which_they_point_at_each_other(database: Database) -> None:
    with database.session(COUNCIL) as session:
        for _ in range(3):
            head, entry = _chain(session)
            session.insert(Chain, head)
            session.insert(Entry, entry)

    with database.reading(COUNCIL) as session:
        found = session.sql.scalars(select(Entry)).all()
    assert [(entry.facts, entry.at) for entry in found] == [({"tŷ": 1}, AT)] * 3


def test_more_rows_than_fit_into_one_statement_are_all_written(database: Database) -> None:
    with database.session(COUNCIL) as session:
        session.insert(Document, *(_document(number) for number in range(1201)))

    with database.reading(COUNCIL) as session:
        assert _count(session, Document) == 1201


def test_a_question_sees_what_was_written_before_it(database: Database) -> None:
    with database.session(COUNCIL) as session:
        session.insert(Document, _document(1))

        count = _count(session, Document)

    assert count == 1


def test_rows_with_other_columns_are_written_too(database: Database) -> None:
    later = {**_event(database), "due_at": AT}

    with database.session(COUNCIL) as session:
        session.insert(OutboxEvent, _event(database), later)

    with database.reading(COUNCIL) as session:
        dues = session.sql.scalars(select(OutboxEvent.due_at).order_by(OutboxEvent.id)).all()
    assert dues.count(None) == 1
    assert AT in dues


def test_a_row_may_be_changed_where_its_key_is_found(database: Database) -> None:
    with database.session(COUNCIL) as session:
        session.insert(Document, _document(1), _document(2))
        key = {"council": COUNCIL, "sha256": f"{1:064x}"}
        session.change(Document, key, {"kind": "application/pdf"})

        kinds = session.sql.scalars(select(Document.kind).order_by(Document.sha256)).all()

    assert kinds == ["application/pdf", "text/plain"]


def test_a_row_is_read_by_its_key_as_it_was_written(database: Database) -> None:
    with database.session(COUNCIL) as session:
        head, entry = _chain(session)
        session.insert(Chain, head)
        session.insert(Entry, entry)

        key = {"council": COUNCIL, "chain": head["id"], "number": 1}
        found = session.lock(Entry, key)
        missed = session.lock(Entry, {**key, "number": 2})

    assert found is not None
    assert (found.chain, found.facts, found.at) == (head["id"], {"tŷ": 1}, AT)
    assert missed is None


def test_a_row_is_looked_at_while_another_holds_it(database: Database) -> None:
    with database.session(COUNCIL) as session:
        head, entry = _chain(session)
        session.insert(Chain, head)
        session.insert(Entry, entry)
    key = {"council": COUNCIL, "chain": head["id"], "number": 1}

    with database.session(COUNCIL) as holding, database.reading(COUNCIL) as session:
        holding.lock(Entry, key)
        found = session.look(Entry, key)
        missed = session.look(Entry, {**key, "number": 2})

    assert found is not None
    assert (found.chain, found.facts, found.at) == (head["id"], {"tŷ": 1}, AT)
    assert missed is None


def test_a_broken_rule_keeps_none_of_them(database: Database) -> None:
    with pytest.raises(IntegrityError):
        _write_twice(database)

    with database.reading(COUNCIL) as session:
        counts = _count(session, Document), _count(session, OutboxEvent)
    assert counts == (0, 0)


def test_after_a_broken_rule_the_database_is_as_good_as_before(database: Database) -> None:
    with pytest.raises(IntegrityError), database.session(COUNCIL) as session:
        session.insert(Document, _document(1), _document(1))

    tell(database)

    with database.reading(COUNCIL) as session:
        assert _count(session, OutboxEvent) == 1


def _write_twice(database: Database) -> None:
    with database.session(COUNCIL) as session:
        session.insert(Document, _document(1))
        session.tell(BinMissed(database.chance.uuid()))
        session.insert(Document, _document(1))


def _event(database: Database) -> dict[str, object]:
    named = {"council": COUNCIL, "id": database.chance.uuid(), "name": "BinMissed"}
    return {**named, "subject": database.chance.uuid(), "at": AT}
