"""What is asked of the cases is found by an index: a million of them are not read."""

from collections.abc import Callable

import pytest
from sqlalchemy import inspect

from hub import cases
from hub.interview import Given
from hub.staff import Viewer
from hub.store import Database, Session
from tests.cases.holes import HIGH_STREET, RESIDENT, SYSTEM, reported, told
from tests.ops.test_scans import asked_of, scanned

GROWING = {"cases", "answers", "askers", "residents", "passports", "spots", "wrong_facts"}
POINT: Given = {"words": "here", "lat": "52.1", "lon": "-4.0"}


def by_reference(session: Session) -> object:
    case_id = reported(session, POINT)
    reference, _ = cases.receipt_of(session, Viewer.resident("aberwen", case_id), case_id)
    return cases.look_up(session, reference=reference.digits, fact="LL99 9ZZ")


def by_point(session: Session) -> object:
    reported(session, POINT)
    return cases.nearby(session, RESIDENT, told(POINT))


def by_street(session: Session) -> object:
    reported(session, HIGH_STREET)
    return cases.nearby(session, RESIDENT, told(HIGH_STREET))


def answers(session: Session) -> object:
    return cases.answers_of(session, SYSTEM, reported(session, POINT))


@pytest.mark.parametrize("look", [by_reference, by_point, by_street, answers])
def test_who_looks_for_a_case_reads_no_table_from_end_to_end(
    database: Database, look: Callable[[Session], object]
) -> None:
    with asked_of(database) as asked, database.session("aberwen") as session:
        found = look(session)

    assert found
    assert asked
    assert not scanned(database, asked) & GROWING


def test_where_a_case_is_near_the_index_knows_how_old_it_is(database: Database) -> None:
    by_latitude = [
        index["column_names"]
        for index in inspect(database.engine).get_indexes("spots")
        if index["name"] == "ix_spots_lat"
    ]

    assert by_latitude == [["council", "service", "lat", "asked_at"]]
