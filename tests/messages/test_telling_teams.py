"""A team is told of what its residents add, and that they still wait."""

from sqlalchemy import select

from hub import cases, intake, messages
from hub.intake import Joining
from hub.messages import Message
from hub.staff import Viewer
from hub.store import Database, Session
from hub.values import Channel
from hub.words import Words
from tests.builders.councils import a_council
from tests.builders.requests import a_case
from tests.messages.test_messages import SYSTEM, Bag, send, words
from tests.provision.time_and_chance import SettableClock

__all__ = ["words"]


def a_case_with_the_waste_team(session: Session) -> tuple[Joining, Viewer]:
    case_id = a_case(session).case_id
    cases.give_to_team(session, SYSTEM, case_id, team="waste-collections", reason="no rule held")
    asker = cases.seen(session, SYSTEM, case_id).resident_id
    joining = Joining(case_id=case_id, asker=asker, channel=Channel.WEB, key="a page")
    return joining, Viewer.resident("aberwen", case_id)


def test_a_team_is_told_once_of_all_that_was_added_before_the_job_ran(
    database: Database, words: Words
) -> None:
    bag = Bag()
    with database.session("aberwen") as session:
        joining, resident = a_case_with_the_waste_team(session)
        for note in ("It is deeper now.", "It is wider now."):
            intake.join_note(session, resident, joining, note=note)
        for _ in range(2):
            messages.tell_team_more(session, SYSTEM, joining.case_id, council=a_council())
        send(session, session.sql.scalars(select(Message.id)).one(), bag, words)
        intake.join_note(session, resident, joining, note="It is gone.")
        messages.tell_team_more(session, SYSTEM, joining.case_id, council=a_council())
        count = len(session.sql.scalars(select(Message.id)).all())

    (email,) = bag.emails
    assert email.to.shown == "w@aberwen.example"
    assert "has told us more" in email.subject
    assert "deeper" not in email.body
    assert count == 2


def test_a_team_is_told_that_somebody_still_waits_each_time_they_say_so(
    database: Database, clock: SettableClock, words: Words
) -> None:
    bag = Bag()
    with database.session("aberwen") as session:
        joining, resident = a_case_with_the_waste_team(session)
    for days in (3, 7):
        clock.move(days=days)
        with database.session("aberwen") as session:
            intake.join_waiting(session, resident, joining, council=a_council())
            messages.tell_team_waiting(session, SYSTEM, joining.case_id, council=a_council())

    with database.session("aberwen") as session:
        wanted = session.sql.scalars(select(Message.id).order_by(Message.wanted_at)).all()
        send(session, wanted[0], bag, words)

    assert len(wanted) == 2
    assert "is still waiting" in bag.emails[0].subject
