"""Everything that comes in is written down once, and ends in exactly one way."""

from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from uuid import UUID

import pytest
from sqlalchemy import select

from hub import arrivals
from hub.arrivals import Arrival, Outcome, Taken, UnknownArrival, WrongOutcome
from hub.store import Database
from hub.values import Channel

COUNCIL = "aberwen"
OTHER = "borth"
CASE = UUID(int=1)
_AT_ONCE = [outcome for outcome in Outcome if outcome is not Outcome.LAPSED]


def _take(
    database: Database,
    external_id: str = "CA1",
    *,
    council: str = COUNCIL,
    channel: Channel = Channel.PHONE,
    outcome: Outcome | None = None,
    case_id: UUID | None = None,
) -> Taken:
    with database.session(council) as session:
        return arrivals.take(
            session,
            channel=channel,
            external_id=external_id,
            sha256=sha256(b"hello").hexdigest(),
            received_at=database.clock(),
            outcome=outcome,
            case_id=case_id,
        )


def _settle(
    database: Database,
    taken: Taken,
    outcome: Outcome,
    *,
    reason: str | None = None,
    case_id: UUID | None = None,
) -> None:
    with database.session(COUNCIL) as session:
        arrivals.settle(session, taken.id, outcome=outcome, reason=reason, case_id=case_id)


def _found(database: Database, external_id: str = "CA1") -> Arrival:
    with database.reading(COUNCIL) as session:
        return arrivals.find(session, channel=Channel.PHONE, external_id=external_id)


def test_an_arrival_is_written_down_before_it_is_understood(database: Database) -> None:
    taken = _take(database)

    found = _found(database)
    assert taken == Taken(found.id, is_new=True)
    assert found.sha256 == "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
    assert found.outcome is None


@pytest.mark.promise("P3")
def test_sent_twice_it_counts_once(database: Database) -> None:
    first = _take(database, outcome=Outcome.OPENED, case_id=CASE)

    second = _take(database, outcome=Outcome.OPENED, case_id=UUID(int=2))

    assert second == Taken(first.id, is_new=False)
    assert _found(database).case_id == CASE


@pytest.mark.promise("P3")
def test_sent_ten_times_at_once_it_counts_once(database: Database) -> None:
    with ThreadPoolExecutor(10) as pool:
        taken = list(pool.map(lambda _: _take(database), range(10)))

    assert sorted(one.is_new for one in taken) == [False] * 9 + [True]
    assert len({one.id for one in taken}) == 1


def test_the_same_name_at_another_door_is_another_arrival(database: Database) -> None:
    taken = [_take(database), _take(database, channel=Channel.SMS), _take(database, council=OTHER)]

    assert [one.is_new for one in taken] == [True, True, True]


@pytest.mark.parametrize("outcome", _AT_ONCE)
def test_an_arrival_ends_in_one_way(database: Database, outcome: Outcome) -> None:
    taken = _take(database)

    _settle(database, taken, outcome, reason="because", case_id=CASE)

    found = _found(database)
    assert (found.outcome, found.reason, found.case_id) == (outcome.value, "because", CASE)


def test_the_same_ending_twice_is_one(database: Database) -> None:
    taken = _take(database)

    for _ in range(2):
        _settle(database, taken, Outcome.OPENED, case_id=CASE)

    assert _found(database).outcome == Outcome.OPENED.value


def test_an_arrival_does_not_end_in_two_ways(database: Database) -> None:
    taken = _take(database, outcome=Outcome.OPENED, case_id=CASE)

    with pytest.raises(WrongOutcome):
        _settle(database, taken, Outcome.REFUSED, reason="too late")


def test_it_does_not_open_two_cases(database: Database) -> None:
    taken = _take(database, outcome=Outcome.OPENED, case_id=CASE)

    with pytest.raises(WrongOutcome):
        _settle(database, taken, Outcome.OPENED, case_id=UUID(int=2))


@pytest.mark.parametrize("then", [Outcome.OPENED, Outcome.JOINED, Outcome.LAPSED])
def test_a_draft_becomes_a_case_or_lapses(database: Database, then: Outcome) -> None:
    taken = _take(database, outcome=Outcome.DRAFT)

    _settle(database, taken, then, case_id=CASE)

    assert _found(database).outcome == then.value


def test_what_waits_is_decided_by_a_person(database: Database) -> None:
    taken = _take(database, outcome=Outcome.WAITING)

    _settle(database, taken, Outcome.REFUSED, reason="not for us")

    assert _found(database).outcome == Outcome.REFUSED.value


@pytest.mark.promise("P13")
def test_another_council_does_not_know_it(database: Database) -> None:
    taken = _take(database, council=OTHER)

    with pytest.raises(UnknownArrival):
        _found(database)
    with pytest.raises(UnknownArrival):
        _settle(database, taken, Outcome.ANSWERED)


@pytest.mark.promise("P1")
def test_the_account_counts_all_and_names_what_did_not_end(database: Database) -> None:
    _take(database, "CA1", outcome=Outcome.OPENED, case_id=CASE)
    _take(database, "CA2", outcome=Outcome.OPENED, case_id=CASE)
    _take(database, "SM1", channel=Channel.SMS, outcome=Outcome.ANSWERED, council=OTHER)
    _take(database, "CA3")
    _take(database, "CA4", outcome=Outcome.JOINED)

    account = arrivals.account(database)

    assert account.arrivals == 5
    assert account.counts == {
        (COUNCIL, "phone", "joined"): 1,
        (COUNCIL, "phone", "none"): 1,
        (COUNCIL, "phone", "opened"): 2,
        (OTHER, "sms", "answered"): 1,
    }
    named = {(one.council, one.external_id, one.why) for one in account.unaccounted}
    assert named == {
        (COUNCIL, "CA3", "no outcome"),
        (COUNCIL, "CA4", "joined without a case"),
    }
    assert not account.is_clean


def test_an_account_of_nothing_is_clean(database: Database) -> None:
    account = arrivals.account(database)

    assert account.is_clean
    assert account.arrivals == 0


def test_everything_that_ended_is_accounted_for(database: Database) -> None:
    for number, outcome in enumerate(_AT_ONCE):
        _take(database, f"CA{number}", outcome=outcome, case_id=CASE)

    with database.reading(COUNCIL) as session:
        written = len(session.sql.scalars(select(Arrival)).all())

    account = arrivals.account(database)
    assert account.is_clean
    assert account.arrivals == written == 6
