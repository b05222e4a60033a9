"""What was told is erased when its time is over: from every table, folder and log."""

import io
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from hub import cases, enclosures, history, intake, sharing
from hub.cases import Case, UnknownCase
from hub.staff import Viewer
from hub.store import Database
from tests.builders.helping import TO_MEGAN, helped
from tests.cases.holes import HIGH_STREET, reported
from tests.provision.time_and_chance import SettableClock
from tests.sharing.marked import (
    HOME,
    SYSTEM,
    TWO_YEARS,
    a_marked_hole,
    add_to,
    close,
    marked,
    papers,
    pass_by,
    settle,
)
from workers.outside import Outside


@pytest.mark.promise("P16")
def test_after_its_time_nothing_personal_is_anywhere_and_the_bare_case_stays(
    hub: Outside, data: Path, database: Database, clock: SettableClock, written: io.StringIO
) -> None:
    with database.session("aberwen") as session:
        case_id = a_marked_hole(hub, session)
    settle(hub)
    with database.session("aberwen") as session:
        close(session, case_id)
    planted = marked(database, data)

    pass_by(hub, clock, TWO_YEARS)
    pass_by(hub, clock, timedelta(days=1))

    with database.session("aberwen") as session:
        history.seal(session, data / "seals")
        case = session.sql.scalars(select(Case)).one()
    assert len(planted) > 12
    assert marked(database, data) == []
    assert papers(data / "documents") == papers(data / "mail") == []
    assert [name for name in papers(data / "print") if name != "manifest.csv"] == []
    assert "qwxvk" not in written.getvalue().lower()
    assert (case.service, case.status, case.team) == ("hole", "closed", "waste-collections")
    assert case.erased_at is not None
    assert history.verify(database, data / "seals").is_sound
    assert intake.account(database).is_clean


@pytest.mark.promise("P16")
def test_with_the_case_go_those_for_whom_it_was_asked(
    hub: Outside, data: Path, database: Database, clock: SettableClock
) -> None:
    said = {"your_name": "Qwxvkasker", "person": "Qwxvkperson", "stands": "relative"}
    with database.session("aberwen") as session:
        case_id = helped(session, {**TO_MEGAN, **said, "home": HOME}).case_id
    settle(hub)
    with database.session("aberwen") as session:
        close(session, case_id)
    planted = {row.partition(":")[0] for row in marked(database, data)}

    pass_by(hub, clock, TWO_YEARS)
    pass_by(hub, clock, timedelta(days=1))

    assert {"residents", "case_words", "search_words", "person_keys"} <= planted
    assert marked(database, data) == []


@pytest.mark.promise("P14")
def test_a_reference_that_is_not_kept_is_answered_like_one_that_never_was(
    hub: Outside, database: Database, clock: SettableClock
) -> None:
    with database.session("aberwen") as session:
        case_id = a_marked_hole(hub, session)
    settle(hub)
    with database.session("aberwen") as session:
        close(session, case_id)
        reference = cases.seen(session, SYSTEM, case_id).reference.digits
        assert cases.look_up(session, reference=reference, fact="LL99 9ZZ").id == case_id

    pass_by(hub, clock, TWO_YEARS)

    for told in (reference, "12345678978"):
        with database.session("aberwen") as session, pytest.raises(UnknownCase):
            cases.look_up(session, reference=told, fact="LL99 9ZZ")
    with database.session("aberwen") as session, pytest.raises(UnknownCase):
        cases.seen(session, Viewer.resident("aberwen", case_id), case_id)


def test_what_another_case_needs_stays(
    hub: Outside, data: Path, database: Database, clock: SettableClock
) -> None:
    with database.session("aberwen") as session:
        first = a_marked_hole(hub, session)
    settle(hub)
    with database.session("aberwen") as session:
        close(session, first)
    clock.moment += TWO_YEARS - timedelta(days=9)
    with database.session("aberwen") as session:
        second = reported(session, HIGH_STREET, "second")
        add_to(hub, session, second, "second")
    settle(hub)

    pass_by(hub, clock, timedelta(days=9))

    with database.session("aberwen") as session:
        assert cases.answers_of(session, SYSTEM, second)["your_name"] == "Siân Ŵyn Jones"
        kept = [one.sha256 for one in enclosures.of_case(session, SYSTEM, second, team=None)]
    assert len(kept) == 2
    assert set(kept) <= set(papers(data / "documents"))
    with database.reading("aberwen") as session:
        assert session.sql.scalar(select(Case.erased_at).where(Case.id == first)) is not None


def test_what_was_closed_yesterday_or_opened_again_is_kept(
    hub: Outside, database: Database, clock: SettableClock
) -> None:
    with database.session("aberwen") as session:
        again, young = (reported(session, HIGH_STREET, name) for name in ("again", "young"))
    settle(hub)
    with database.session("aberwen") as session:
        close(session, again)
    settle(hub)
    with database.session("aberwen") as session:
        cases.move(session, SYSTEM, again, then=cases.Status.WITH_TEAM)
    clock.moment += TWO_YEARS
    with database.session("aberwen") as session:
        close(session, young)

    settle(hub)

    with database.reading("aberwen") as session:
        assert set(session.sql.scalars(select(Case.erased_at))) == {None}
        assert session.sql.scalars(select(sharing.Erasure)).all() == []
