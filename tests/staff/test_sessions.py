"""Sessions: they end by themselves and by hand, and each is seen by its owner alone."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from hub import staff
from hub.councils import SampleStaff
from hub.staff import Attempt, Lasting, NotAllowed, SessionEnded, Viewer, sessions
from hub.staff.sessions import Present
from hub.store import Database
from hub.values import Duty, Role
from tests.builders.councils import a_council
from tests.provision.time_and_chance import SettableClock
from tests.staff.people import (
    COUNCIL,
    OFFICER,
    PASSWORD,
    SEALING,
    SYSTEM,
    a_person,
    sign_in,
    signed_in,
)

_LASTING = Lasting(idle=timedelta(minutes=30), longest=timedelta(hours=12), samples=False)


def present(database: Database, token: str, lasting: Lasting = _LASTING) -> Present:
    with database.session(COUNCIL) as session:
        return sessions.present(session, token, lasting)


def touch(database: Database, token: str) -> None:
    here = present(database, token)
    with database.session(COUNCIL) as session:
        sessions.touch(session, Viewer.staff(COUNCIL, here.account_id), here.session_id)


def test_it_is_halfway_until_the_second_step_and_then_has_another_token(
    database: Database,
) -> None:
    person = a_person(database)
    token = sign_in(database)
    halfway = present(database, token)

    with database.session(COUNCIL) as session:
        after = sessions.confirm(session, person.viewer, halfway.session_id)

    assert not halfway.is_confirmed
    assert present(database, after).is_confirmed
    with pytest.raises(SessionEnded):
        present(database, token)


def test_it_ends_after_half_an_hour_without_a_page(
    database: Database, clock: SettableClock
) -> None:
    token = signed_in(database, a_person(database))
    clock.move(minutes=29)
    touch(database, token)
    clock.move(minutes=29)
    assert present(database, token).is_confirmed

    clock.move(minutes=1)

    with pytest.raises(SessionEnded):
        present(database, token)


def test_it_ends_after_twelve_hours_whatever_was_done(
    database: Database, clock: SettableClock
) -> None:
    token = signed_in(database, a_person(database))
    for _ in range(35):
        clock.move(minutes=20)
        touch(database, token)

    clock.move(minutes=20)

    with pytest.raises(SessionEnded):
        present(database, token)


def test_halfway_it_ends_after_a_quarter_of_an_hour(
    database: Database, clock: SettableClock
) -> None:
    a_person(database)
    token = sign_in(database)

    clock.move(minutes=15)

    with pytest.raises(SessionEnded):
        present(database, token)


def test_a_new_password_ends_all_other_sessions(database: Database) -> None:
    person = a_person(database)
    one = signed_in(database, person)
    other = sign_in(database)
    here = present(database, one)

    change = staff.Change(here, PASSWORD, "another-plover-kettle")
    staff.change(database, change, council=a_council(), sealing=SEALING)

    assert present(database, one).is_confirmed
    with pytest.raises(SessionEnded):
        present(database, other)


def test_a_password_is_changed_by_whoever_knows_the_one_before(database: Database) -> None:
    person = a_person(database)
    here = present(database, signed_in(database, person))

    change = staff.Change(here, "not the one before", "another-plover-kettle")

    with pytest.raises(staff.WrongSignIn):
        staff.change(database, change, council=a_council(), sealing=SEALING)


def test_nobody_ends_or_sees_anothers_session(database: Database) -> None:
    ann, bob = a_person(database), a_person(database, "bob")
    token = signed_in(database, ann)
    here = present(database, token)

    with database.session(COUNCIL) as session:
        assert sessions.elsewhere(session, bob.viewer, _LASTING, here=here.session_id) == []
        with pytest.raises(SessionEnded):
            sessions.end(session, bob.viewer, here.session_id)
        with pytest.raises(SessionEnded):
            sessions.act_as(session, bob.viewer, here.session_id, duty=OFFICER)
    assert present(database, token).is_confirmed


def test_who_is_disabled_is_signed_out_at_once(database: Database) -> None:
    person = a_person(database)
    token = signed_in(database, person)

    with database.session(COUNCIL) as session:
        staff.disable(session, SYSTEM, person.id)

    with pytest.raises(SessionEnded):
        present(database, token)


def test_only_one_duty_is_chosen_already_and_of_several_one_is_chosen(database: Database) -> None:
    ann = a_person(database)
    bob = a_person(database, "bob", OFFICER, Duty(Role.COUNTER))
    assert present(database, signed_in(database, ann)).duty == OFFICER
    here = present(database, token := signed_in(database, bob))

    with database.session(COUNCIL) as session:
        sessions.act_as(session, bob.viewer, here.session_id, duty=Duty(Role.COUNTER))
        with pytest.raises(NotAllowed):
            sessions.act_as(session, bob.viewer, here.session_id, duty=Duty(Role.ADMINISTRATOR))

    assert here.duty is None
    assert present(database, token).duty == Duty(Role.COUNTER)


def test_a_duty_that_was_taken_away_is_gone_with_the_next_page(database: Database) -> None:
    person = a_person(database)
    token = signed_in(database, person)

    with database.session(COUNCIL) as session:
        staff.revoke(session, SYSTEM, person.id, duty=OFFICER)

    assert present(database, token).duty is None


def test_a_form_is_kept_for_its_own_owner_alone(database: Database) -> None:
    ann, bob = a_person(database), a_person(database, "bob")
    before = signed_in(database, ann)

    with database.session(COUNCIL) as session:
        assert sessions.keep_form(session, before, "sealed")
        assert sessions.keep_form(session, "a token of nobody", "sealed") is None
        for person, has_form in ((bob, False), (ann, True)):
            fresh = sessions.begin(session, person.viewer, whence="x", browser="")
            here = sessions.present(session, fresh, _LASTING).session_id
            found = sessions.hand_over(session, person.viewer, here, before=before)
            assert found is has_form


def test_a_council_sees_no_session_of_another(database: Database) -> None:
    token = signed_in(database, a_person(database))

    with database.session("bryn") as session, pytest.raises(SessionEnded):
        sessions.present(session, token, _LASTING)


def test_samples_sign_in_where_the_hub_is_tried_out_and_nowhere_else(database: Database) -> None:
    made_up = SampleStaff("counter@x.example", "Counter desk 1", (Duty(Role.COUNTER),))
    for _ in range(2):
        with database.session(COUNCIL) as session:
            council = a_council(sample_staff=(made_up,))
            staff.add_samples(session, SYSTEM, council, password=PASSWORD)
    trying = replace(_LASTING, samples=True)
    attempt = Attempt(name=made_up.name, password=PASSWORD, network="x", browser="Firefox")

    token = staff.sign_in(database, COUNCIL, replace(attempt, samples=True), sealing=SEALING)

    assert present(database, token, trying).is_confirmed
    with pytest.raises(SessionEnded):
        present(database, token)
    with pytest.raises(staff.WrongSignIn):
        staff.sign_in(database, COUNCIL, attempt, sealing=SEALING)


def test_the_password_of_samples_is_another_in_each_installation() -> None:
    assert staff.password_of("a") != staff.password_of("b")
    assert staff.password_of("a") == staff.password_of("a")


def test_a_supervisor_of_the_whole_council_does_not_reach_a_sensitive_team() -> None:
    council = a_council()
    waste, garden = council.teams
    badges = a_council(teams=(waste, replace(garden, sensitive=True)))

    reached = staff.teams_of(Duty(Role.SUPERVISOR), badges)
    own = staff.teams_of(Duty(Role.OFFICER, garden.id), badges)
    gone = staff.teams_of(Duty(Role.OFFICER, "gone"), badges)

    assert reached == [waste.id]
    assert own == [garden.id]
    assert gone == []


def test_a_viewer_of_staff_knows_what_it_may() -> None:
    viewer = Viewer.staff(COUNCIL, UUID(int=1), role=Role.OFFICER, teams=["waste-collections"])

    viewer.demand_role(Role.OFFICER, Role.SUPERVISOR)
    with pytest.raises(NotAllowed):
        viewer.demand_role(Role.ADMINISTRATOR)
