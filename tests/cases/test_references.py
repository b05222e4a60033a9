"""References: one for each case of the whole installation."""

import pytest

from hub.cases.references import NoReferenceLeft
from hub.store import open_database
from tests.builders.requests import a_case, a_submission
from tests.provision.time_and_chance import SeededChance, SettableClock


class StubbornChance(SeededChance):
    """Draw the same digits the first `times`, and then go on."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self._times = times

    def digits(self, count: int) -> str:
        """Give the same digits until they were drawn often enough."""
        self._times -= 1
        return "123456789"[:count] if self._times >= 0 else super().digits(count)


def test_a_reference_that_was_given_is_drawn_again(database_url: str, clock: SettableClock) -> None:
    database = open_database(database_url, clock=clock, chance=StubbornChance(times=3))
    with database.session("aberwen") as session:
        first = a_case(session).reference
    with database.session("elsewhere") as session:
        second = a_case(session).reference
    database.close()

    assert first != second


def test_when_chance_fails_nothing_is_stored_and_trying_again_may_help(
    database_url: str, clock: SettableClock
) -> None:
    database = open_database(database_url, clock=clock, chance=StubbornChance(times=100))
    with database.session("aberwen") as session:
        a_case(session)

    with pytest.raises(NoReferenceLeft), database.session("aberwen") as session:
        a_case(session, a_submission(external_id="2"))
    database.close()
