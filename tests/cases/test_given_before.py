"""A reference that was told before a restore is given to nobody else, and no letter goes twice."""

from uuid import UUID

import pytest

from hub import cases, store
from hub.cases import Printed
from hub.cases.given_before import is_taken
from hub.store import Database
from hub.values import Reference
from tests.builders.requests import a_case
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
