"""Signing in: what is told of a mistake, who must wait, and that nobody is shut out for ever."""

import statistics
import time
from contextlib import suppress
from datetime import timedelta
from threading import Barrier, Thread

import pytest

from hub import staff
from hub.staff import MustWait, WrongSignIn
from hub.store import Database, open_database
from tests.provision.time_and_chance import SettableClock
from tests.staff.people import PASSWORD, a_person, set_up, sign_in, signed_in

_STRANGER = "192.0.2.7"


def test_an_unknown_name_and_a_wrong_password_are_told_alike(database: Database) -> None:
    a_person(database)
    told = []

    for name, password in (("ann", "wrong"), ("nobody", PASSWORD)):
        with pytest.raises(WrongSignIn) as refused:
            sign_in(database, name, password)
        told.append((str(refused.value), refused.value.values))

    assert told[0] == told[1]


@pytest.mark.parametrize("name", ["an\0n", "\0", "ann\ud800", "\x1b", ""])
def test_a_name_that_nobody_can_have_is_wrong_and_no_error(database: Database, name: str) -> None:
    with pytest.raises(WrongSignIn):
        sign_in(database, name)
    with pytest.raises(staff.WrongCode):
        set_up(database, name, "ABCD-EFGH-JKLM-2345")


def test_an_unknown_name_takes_as_long_as_a_wrong_password(
    database: Database, clock: SettableClock
) -> None:
    a_person(database)
    taken: dict[str, list[float]] = {"ann": [], "nobody": []}

    for _ in range(7):
        for name, seconds in taken.items():
            began = time.perf_counter()
            with pytest.raises(WrongSignIn):
                sign_in(database, name, "wrong")
            seconds.append(time.perf_counter() - began)
            clock.move(minutes=20)

    known, unknown = (statistics.median(seconds) for seconds in taken.values())
    assert 0.5 < known / unknown < 2


def test_after_five_mistakes_each_wait_is_twice_the_last_and_none_over_a_quarter_of_an_hour(
    database: Database, clock: SettableClock
) -> None:
    a_person(database)
    waits = []

    for _ in range(12):
        with suppress(WrongSignIn):
            sign_in(database, password="wrong")
        try:
            sign_in(database, password="wrong")
        except MustWait as wait:
            waits.append(wait.seconds)
            clock.move(seconds=wait.seconds)
        except WrongSignIn:
            continue

    assert waits[:5] == [30, 60, 120, 240, 480]
    assert max(waits) == 900
    assert sign_in(database)


def test_the_right_password_during_a_wait_waits_too_and_a_restart_forgets_nothing(
    database: Database, database_url: str, clock: SettableClock
) -> None:
    a_person(database)
    for _ in range(5):
        with pytest.raises(WrongSignIn):
            sign_in(database, password="wrong")

    again = open_database(database_url, clock=clock, chance=database.chance)
    with pytest.raises(MustWait):
        sign_in(again)
    again.close()

    clock.move(seconds=30)
    assert sign_in(database)


def test_what_strangers_try_elsewhere_holds_up_nobody_where_they_have_been_before(
    database: Database,
) -> None:
    person = a_person(database)
    signed_in(database, person)

    for number in range(40):
        with suppress(WrongSignIn, MustWait):
            sign_in(database, password="wrong", network=f"192.0.2.{number}")

    assert sign_in(database)
    with pytest.raises(MustWait):
        sign_in(database, network="198.51.100.1")


def test_one_network_that_tries_many_names_must_wait(database: Database) -> None:
    refused: list[type[Exception]] = []

    for number in range(40):
        try:
            sign_in(database, f"name{number}", "wrong", network=_STRANGER)
        except (WrongSignIn, MustWait) as error:
            refused.append(type(error))

    assert refused == [WrongSignIn] * 30 + [MustWait] * 10


def test_an_office_that_signs_in_all_morning_does_not_wait(database: Database) -> None:
    a_person(database)

    assert [bool(sign_in(database)) for _ in range(40)] == [True] * 40


def test_mistakes_are_forgotten_after_a_day(database: Database, clock: SettableClock) -> None:
    a_person(database)
    for _ in range(4):
        with pytest.raises(WrongSignIn):
            sign_in(database, password="wrong")

    clock.move(minutes=timedelta(days=1).total_seconds() / 60 + 1)

    for _ in range(4):
        with pytest.raises(WrongSignIn):
            sign_in(database, password="wrong")
    assert sign_in(database)


def test_many_guesses_at_once_do_not_pass_together(database: Database) -> None:
    a_person(database)
    told: list[str] = []
    barrier = Barrier(12)

    def guess() -> None:
        barrier.wait()
        try:
            sign_in(database, password="wrong")
        except staff.MustWait:
            told.append("waits")
        except staff.WrongSignIn:
            told.append("wrong")

    threads = [Thread(target=guess) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(told) == ["waits"] * 7 + ["wrong"] * 5
