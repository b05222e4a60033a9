"""Who erases reads what may go, and neither every case nor all work that was ever done."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Inspector, inspect, update

from hub import sharing
from hub.cases import Case
from hub.store import NAMES_DOCUMENT, Base, Database
from tests.builders.councils import a_council
from tests.cases.holes import HIGH_STREET, reported
from tests.ops.test_scans import asked_of, plan, scanned
from tests.sharing.marked import SYSTEM, close

GROWING = {
    *("cases", "answers", "askers", "residents", "passports", "behalves", "consents"),
    *("person_keys", "same_people", "case_words", "spots", "owed_tasks", "wrong_facts"),
    *(
        "letters",
        "messages",
        "permits",
        "documents",
        "erasures",
        "jobs",
        "outbox",
        "history",
        "history_texts",
    ),
}


def test_who_looks_for_what_goes_reads_no_table_from_end_to_end(database: Database) -> None:
    with database.session("aberwen") as session:
        close(session, reported(session, HIGH_STREET))

    with asked_of(database) as asked, database.session("aberwen") as session:
        sharing.find(session, SYSTEM, council=a_council())

    closed = [one for one in asked if "status = 'closed'" in one[0]]
    assert len(closed) == 2  # what is to be reckoned, and what is over
    if database.is_sqlite:  # with a few rows PostgreSQL takes whichever index there is
        assert all("ix_cases_kept" in plan(database, one) for one in closed)
    assert not scanned(database, asked) & GROWING


def test_who_erases_a_case_reads_no_table_from_end_to_end(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = reported(session, HIGH_STREET)
        close(session, case_id)
        session.sql.execute(update(Case).values(indexed_at=session.now()))

    with asked_of(database) as asked, database.session("aberwen") as session:
        sharing.erase_now(session, SYSTEM, case_id, because="asked", council=a_council())

    assert asked
    assert not scanned(database, asked) & GROWING


def test_what_may_name_a_person_or_a_paper_that_goes_has_an_index(database: Database) -> None:
    found = inspect(database.engine)
    naming = [
        (table, key["constrained_columns"])
        for table in found.get_table_names()
        for key in found.get_foreign_keys(table)
        if key["referred_table"] == "residents"
    ]
    naming += [
        (table.name, ["council", column.name])
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if column.info == NAMES_DOCUMENT
    ]

    assert len(naming) > 10
    assert [
        (table, columns)
        for table, columns in naming
        if not any(begins[: len(columns)] == columns for begins in _indexed(found, table))
    ] == []


def _indexed(found: Inspector, table: str) -> Iterator[Sequence[str | None]]:
    yield found.get_pk_constraint(table)["constrained_columns"]
    yield from (unique["column_names"] for unique in found.get_unique_constraints(table))
    yield from (index["column_names"] for index in found.get_indexes(table))
