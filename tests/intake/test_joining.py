"""What joins a case: an arrival each, once, in the history, open to its askers alone."""

from uuid import UUID

import pytest
from sqlalchemy import select

from hub import cases, enclosures, intake
from hub.arrivals import Arrival
from hub.enclosures import Opened
from hub.history import Entry, EntryText
from hub.intake import Joining
from hub.staff import Viewer
from hub.staff.viewer import NotAllowed
from hub.store import Database, FolderDocuments, Session
from hub.store.outbox import OutboxEvent
from hub.values import Channel
from tests.builders.councils import a_council
from tests.builders.requests import a_case, a_submission
from tests.enclosures.sending import PHOTO, documents
from tests.provision.time_and_chance import SettableClock

__all__ = ["documents"]


def known(session: Session) -> tuple[Joining, Viewer]:
    """Open a case, and know the one who asked."""
    case_id = a_case(session).case_id
    asker = cases.seen(session, Viewer.system("aberwen"), case_id).resident_id
    joining = Joining(case_id=case_id, asker=asker, channel=Channel.WEB, key="a page")
    return joining, Viewer.resident("aberwen", case_id)


def outcomes(session: Session) -> list[tuple[str | None, UUID | None]]:
    wanted = select(Arrival.outcome, Arrival.case_id).order_by(Arrival.recorded_at, Arrival.id)
    return [(outcome, case_id) for outcome, case_id in session.sql.execute(wanted)]


def test_a_note_is_an_arrival_an_entry_and_an_event_and_counts_once(database: Database) -> None:
    with database.session("aberwen") as session:
        joining, resident = known(session)
        taken = [intake.join_note(session, resident, joining, note="Deeper") for _ in range(2)]
        kinds = session.sql.scalars(select(Entry.kind).order_by(Entry.number)).all()
        texts = session.sql.scalars(select(EntryText.text).order_by(EntryText.number)).all()
        events = session.sql.scalars(select(OutboxEvent.name).order_by(OutboxEvent.id)).all()
        ended = outcomes(session)

    assert taken == [True, False]
    assert list(kinds) == ["CaseOpened", "NoteAdded"]
    assert texts[-1] == {"note": "Deeper"}
    assert list(events) == ["CaseOpened", "MoreTold"]
    assert sorted(str(outcome) for outcome, _ in ended) == ["joined", "opened"]
    assert {case_id for _, case_id in ended} == {joining.case_id}
    assert intake.account(database).is_clean


def test_a_document_that_was_owed_becomes_the_answer(
    database: Database, documents: FolderDocuments
) -> None:
    with database.session("aberwen") as session:
        joining, resident = known(session)
        for opened in (PHOTO, Opened("image/jpeg", b"one more", b"small", 1)):
            intake.join_document(
                session,
                resident,
                joining,
                opened=opened,
                path="photo",
                name="a.jpg",
                documents=documents,
            )
        owed = cases.owed_of(session, resident, joining.case_id)
        answers = cases.answers_of(session, resident, joining.case_id)
        sent = enclosures.of_case(session, resident, joining.case_id, team=None)

    assert owed == ()
    assert answers["photo"] == {"documents": [sent[0].sha256]}
    assert [(one.path, one.name) for one in sent] == [("photo", "a.jpg"), ("added", "a.jpg")]


def test_nobody_adds_anything_to_the_case_of_another(
    database: Database, documents: FolderDocuments
) -> None:
    with database.session("aberwen") as session:
        joining, _ = known(session)
        other = a_case(session, a_submission(external_id="2"))
        stranger = Viewer.resident("aberwen", other.case_id)
        mine = Viewer.resident("aberwen", joining.case_id)
        nobody = Joining(case_id=joining.case_id, asker=UUID(int=7), channel=Channel.WEB)

        for viewer, joined in ((stranger, joining), (mine, nobody)):
            with pytest.raises(NotAllowed):
                intake.join_note(session, viewer, joined, note="Deeper")
            with pytest.raises(NotAllowed):
                intake.join_waiting(session, viewer, joined, council=a_council())
            with pytest.raises(NotAllowed):
                intake.join_document(
                    session,
                    viewer,
                    joined,
                    opened=PHOTO,
                    path="added",
                    name="",
                    documents=documents,
                )


def test_that_somebody_waits_is_taken_from_the_day_after_the_promised_one(
    database: Database, clock: SettableClock
) -> None:
    ended: list[str | None] = []
    for _ in range(12):
        with database.session("aberwen") as session:
            if not ended:
                joining, resident = known(session)
            intake.join_waiting(session, resident, joining, council=a_council())
            ended.append(outcomes(session)[-1][0])
        clock.move(days=1)

    assert ended == ["refused"] * 3 + ["joined"] + ["refused"] * 6 + ["joined", "refused"]


def test_a_closed_case_is_not_waited_for(database: Database, clock: SettableClock) -> None:
    with database.session("aberwen") as session:
        joining, resident = known(session)
        system = Viewer.system("aberwen")
        cases.give_to_team(session, system, joining.case_id, team="waste-collections", reason="r")
        cases.move(session, system, joining.case_id, then=cases.Status.CLOSED)
    clock.move(days=8)

    with database.session("aberwen") as session:
        intake.join_waiting(session, resident, joining, council=a_council())
        ended = outcomes(session)[-1][0]

    assert ended == "refused"
