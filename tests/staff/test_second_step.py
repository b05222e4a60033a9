"""The second step: a code counts once, near its time, and its secret lies sealed."""

import base64
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import update

from hub import staff
from hub.staff import MustWait, NotAllowed, SealBroken, Sealing, WrongCode, second_step
from hub.staff.rows import Account
from hub.store import UNSYNCED, Database
from tests.provision.time_and_chance import SettableClock
from tests.staff.people import COUNCIL, SEALING, Person, a_person


def check(database: Database, person: Person, code: str) -> None:
    second_step.check(database, person.viewer, person.id, code=code, sealing=SEALING)


def _recover(database: Database, person: Person, code: str) -> int:
    return second_step.recover(database, person.viewer, person.id, code=code, sealing=SEALING)


@pytest.mark.parametrize("steps", [0, 1])
def test_a_code_counts_now_and_half_a_minute_off(database: Database, steps: int) -> None:
    person = a_person(database)

    check(database, person, person.code(database, steps=steps))


@pytest.mark.parametrize("steps", [-3, -2, 2, 3])
def test_a_code_further_off_does_not_count(database: Database, steps: int) -> None:
    person = a_person(database)

    with pytest.raises(WrongCode):
        check(database, person, person.code(database, steps=steps))


def test_a_code_counts_once_and_none_before_it(database: Database, clock: SettableClock) -> None:
    person = a_person(database)
    clock.move(minutes=5)
    before, now = person.code(database, steps=-1), person.code(database)
    check(database, person, now)

    for code in (now, before):
        with pytest.raises(WrongCode):
            check(database, person, code)

    check(database, person, person.code(database, steps=1))


def test_a_code_that_several_send_at_once_counts_once(
    database: Database, clock: SettableClock
) -> None:
    person = a_person(database)
    clock.move(minutes=5)
    code = person.code(database)

    def passes(_: int) -> bool:
        try:
            check(database, person, code)
        except WrongCode:
            return False
        return True

    with ThreadPoolExecutor(4) as several:
        passed = list(several.map(passes, range(4)))

    assert passed.count(True) == 1


def test_a_code_that_confirmed_the_app_is_used(database: Database) -> None:
    person = a_person(database)

    with pytest.raises(WrongCode):
        check(database, person, person.code(database, steps=-1))


def test_a_code_may_be_typed_with_a_gap(database: Database) -> None:
    person = a_person(database)
    code = person.code(database)

    check(database, person, f" {code[:3]} {code[3:]} ")


@pytest.mark.parametrize("code", ["", "000000", "12345", "\ud800", "9" * 10_000, "\u0661" * 6])
def test_odd_codes_are_wrong_and_no_error(database: Database, code: str) -> None:
    person = a_person(database)

    with pytest.raises(WrongCode):
        check(database, person, code)


def test_who_guesses_codes_must_wait(database: Database, clock: SettableClock) -> None:
    person = a_person(database)
    for _ in range(5):
        with pytest.raises(WrongCode):
            check(database, person, "000000")

    with pytest.raises(MustWait):
        check(database, person, person.code(database))

    clock.move(minutes=1)
    check(database, person, person.code(database))


def test_a_recovery_code_stands_once_for_the_second_step(database: Database) -> None:
    person = a_person(database)
    code = person.recovery[0]

    left = _recover(database, person, code.lower())

    assert left == second_step.RECOVERY_CODES - 1
    with pytest.raises(WrongCode):
        _recover(database, person, code)


def test_new_recovery_codes_end_the_old_ones(database: Database) -> None:
    person = a_person(database)
    with database.session(COUNCIL) as session:
        fresh = second_step.renew_recovery(session, person.viewer, person.id)

    with pytest.raises(WrongCode):
        _recover(database, person, person.recovery[0])
    _recover(database, person, fresh[0])


def test_the_secret_lies_sealed_and_opens_for_its_own_account_alone(database: Database) -> None:
    ann, bob = a_person(database), a_person(database, "bob")
    with database.session(COUNCIL) as session:
        kept = session.sql.get_one(Account, (COUNCIL, ann.id)).secret or b""
        moved = update(Account).where(Account.id == bob.id).values(secret=kept)
        session.sql.execute(moved, execution_options=UNSYNCED)

    assert base64.b32decode(ann.secret) not in kept
    with pytest.raises(SealBroken):
        check(database, bob, ann.code(database))


def test_another_secret_of_the_hub_opens_no_seal(database: Database) -> None:
    person = a_person(database)
    other = Sealing("another secret of forty characters, here")

    with pytest.raises(SealBroken):
        second_step.check(
            database, person.viewer, person.id, code=person.code(database), sealing=other
        )


def test_nobody_sets_up_or_tries_anothers_second_step(database: Database) -> None:
    ann, bob = a_person(database), a_person(database, "bob")

    with database.session(COUNCIL) as session, pytest.raises(NotAllowed):
        second_step.begin(session, bob.viewer, ann.id, sealing=SEALING)
    with pytest.raises(NotAllowed):
        second_step.check(database, bob.viewer, ann.id, code=ann.code(database), sealing=SEALING)


def test_a_second_step_that_is_set_up_is_not_shown_again(database: Database) -> None:
    person = a_person(database)

    with database.session(COUNCIL) as session, pytest.raises(staff.SecondStepSet):
        second_step.begin(session, person.viewer, person.id, sealing=SEALING)
