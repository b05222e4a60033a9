"""Erased at once because somebody asked; what a permit needs stays while it holds."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from hub import cases, history, people, permits, sharing
from hub.cases import Asker, Case, UnknownCase
from hub.messages import Message
from hub.people import Resident
from hub.permits import Permit
from hub.sharing import CaseOpen, Cause, Erasure
from hub.store import Database, Session
from hub.store.jobs import Job, State
from tests.builders.councils import a_council
from tests.builders.requests import a_service
from tests.cases.holes import HIGH_STREET, reported
from tests.permits.test_permits import asked_for
from tests.provision.time_and_chance import SettableClock
from tests.sharing.marked import (
    MARK,
    SYSTEM,
    TOLD,
    a_marked_hole,
    close,
    everything,
    marked,
    papers,
    pass_by,
    settle,
)
from workers.outside import Outside

YEARLY = a_service(
    lasts={"holds": "12 months", "remind": "4 weeks"}, keep={"after_closing": "1 month"}
)


def test_an_open_case_is_refused_unless_it_is_closed_first_and_then_nobody_works_on_it(
    hub: Outside, data: Path, database: Database
) -> None:
    with database.session("aberwen") as session:
        case_id = a_marked_hole(hub, session)
        with pytest.raises(CaseOpen):
            sharing.erase_now(session, SYSTEM, case_id, because="asked", council=a_council())

        until = sharing.erase_now(
            session, SYSTEM, case_id, because="asked", council=a_council(), close_first=True
        )

    settle(hub)
    assert until is None
    assert marked(database, data) == []
    assert papers(data / "documents") == papers(data / "mail") == []
    with database.reading("aberwen") as session:
        assert undone(session) == ["erase_case"]  # which looks once more
        assert session.sql.scalars(select(Erasure.cause)).all() == [Cause.ASKED]
        assert session.sql.scalars(select(Message)).all() == []
    assert history.verify(database).is_sound


def test_what_is_erased_is_not_erased_held_or_opened_again(
    hub: Outside, database: Database
) -> None:
    with database.session("aberwen") as session:
        case_id = reported(session, HIGH_STREET)
    settle(hub)
    with database.session("aberwen") as session:
        close(session, case_id)
        sharing.erase_now(session, SYSTEM, case_id, because="asked", council=a_council())

    with database.session("aberwen") as session:
        with pytest.raises(UnknownCase):
            sharing.erase_now(session, SYSTEM, case_id, because="again", council=a_council())
        with pytest.raises(UnknownCase):
            sharing.hold(session, SYSTEM, case_id, because="a complaint")
        with pytest.raises(UnknownCase):
            cases.move(session, SYSTEM, case_id, then=cases.Status.WITH_TEAM)


def test_while_a_permit_holds_its_holder_is_known_and_told_and_then_goes_too(
    hub: Outside, data: Path, database: Database, clock: SettableClock
) -> None:
    case_id = a_holder(hub, database, clock)

    pass_by(hub, clock, timedelta(days=40))

    held = {row.partition(":")[0] for row in everything(database) if MARK in row.lower()}
    assert held == {"askers", "passports", "person_keys", "residents"}
    with database.session("aberwen") as session:
        assert permits.of_case(session, SYSTEM, case_id).number
        resident = cases.seen(session, SYSTEM, case_id).resident_id
        assert people.passport_of(session, SYSTEM, resident)[0] == "Qwxvkname Qwxvkfamily"
    pass_by(hub, clock, timedelta(days=302))
    assert len(papers(data / "mail")) == 1  # the reminder
    pass_by(hub, clock, timedelta(days=40))
    pass_by(hub, clock, timedelta(days=1))
    assert marked(database, data) == []
    with database.reading("aberwen") as session:
        left = [session.sql.scalars(select(one)).all() for one in (Permit, Asker, Resident)]
        assert left == [[], [], []]
        assert session.sql.scalar(select(Case.erased_at)) is not None
        assert undone(session) == []
    assert history.verify(database).is_sound


def undone(session: Session) -> list[str]:
    left = select(Job.name).where(Job.every.is_(None), Job.state != State.DONE.value)
    return list(session.sql.scalars(left))


def a_holder(hub: Outside, database: Database, clock: SettableClock) -> UUID:
    with database.session("aberwen") as session:
        case_id = asked_for(session, YEARLY, "one", **TOLD).case_id
    settle(hub)
    with database.session("aberwen") as session:
        permits.grant(session, SYSTEM, case_id, council=a_council())
        close(session, case_id)
    pass_by(hub, clock, timedelta(minutes=1))
    return case_id
