"""A reference that was told before a restore is given to nobody else, and no letter goes twice."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier
from uuid import UUID

import pytest

import main
from hub import cases, settings, store
from hub.cases import Printed
from hub.cases.given_before import is_taken
from hub.store import Database
from hub.values import Reference
from tests.builders.requests import a_case, a_submission
from tests.provision.time_and_chance import SeededChance, SettableClock


@pytest.mark.promise("P17")
def test_a_reference_that_was_told_before_a_restore_is_given_to_nobody_else(
    database: Database,
) -> None:
    line = Printed("aberwen", "12345678978", UUID(int=1), "acknowledge", 1)
    with database.all_councils() as everybody:
        counted = [cases.remember_given(everybody, [line]) for _ in range(2)]

    with database.session("aberwen") as session:
        named = [("acknowledge", 1), ("acknowledge", 2), ("decision", 1)]
        was_printed = [
            cases.was_printed(session, reference="12345678978", kind=kind, edition=edition)
            for kind, edition in named
        ]
        assert is_taken(session, "12345678978")
    assert was_printed == [True, False, False]
    assert counted == [1, 0]


class _Repeating(SeededChance):
    """Chance that draws one payload before it draws others."""

    def __init__(self, payload: str) -> None:
        super().__init__()
        self._left = [payload]

    def digits(self, count: int) -> str:
        return self._left.pop() if self._left else super().digits(count)


@pytest.mark.promise("P17")
def test_a_new_case_passes_over_a_reference_that_was_told_before(
    empty_database_url: str, clock: SettableClock
) -> None:
    told = Reference.draw(_Repeating("123456789")).digits
    opened = store.open_database(empty_database_url, clock=clock, chance=_Repeating("123456789"))
    opened.migrate()
    with opened.all_councils() as everybody:
        line = Printed("aberwen", told, UUID(int=1), "acknowledge", 1)
        cases.remember_given(everybody, [line])

    with opened.session("aberwen") as session:
        reference = a_case(session).reference.digits

    assert reference != told
    opened.close()


_LINES = 16  # to PostgreSQL, of each process: pool and overflow
_RESIDENTS = 2 * _LINES


@pytest.fixture
def just_started(postgres_url: str, tmp_path: Path) -> Iterator[Database]:
    """Give the database of a process that has started as the web does, and answered nobody yet."""
    environ = {"HUB_DATA": str(tmp_path), "HUB_DATABASE_URL": postgres_url}
    outside = main.open_outside(settings.read(environ))
    with closing(outside.database) as opened:
        main.prepare_councils(outside)
        yield opened


def test_the_first_residents_of_a_process_get_their_references_though_they_hold_every_line(
    just_started: Database,
) -> None:
    together = Barrier(_LINES)

    def ask(n: int) -> str:
        with just_started.session("aberwen") as session:
            session.sql.connection()
            together.wait(timeout=30)
            return a_case(session, a_submission(external_id=str(n))).reference.digits

    with ThreadPoolExecutor(_RESIDENTS) as residents:
        given = list(residents.map(ask, range(_RESIDENTS)))

    assert len(set(given)) == _RESIDENTS
