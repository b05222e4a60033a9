"""Open cases near a place, and whoever reports the same added to them."""

from collections.abc import Mapping
from uuid import UUID

import pytest
from sqlalchemy import select

from hub import cases, catalogue, drafts, intake, interview, messages
from hub.arrivals import Arrival
from hub.cases import Asker, Case, Nearby, Spot, Status, UnknownCase
from hub.history import EntryText
from hub.intake import Closed, Joined
from hub.interview import Given, Interview
from hub.messages import Message
from hub.staff import Viewer
from hub.store import Database, Session
from hub.store.outbox import OutboxEvent
from hub.values import Channel, Language, Moments
from tests.builders.councils import a_council
from tests.builders.requests import MONDAY, SAID, a_choice, a_question, a_service
from tests.provision.time_and_chance import SettableClock

SYSTEM, RESIDENT = Viewer.system("aberwen"), Viewer.resident("aberwen")
PLACE = a_question("place", "place")
HOLE = a_service(
    PLACE, a_choice("bin", "refuse", "garden", "needles"), service="hole", shared="public"
)
PRIVATE = a_service(PLACE, a_choice("bin", "refuse", "garden", "needles"), service="hole")
HIGH_STREET: Given = {"words": "12 High Street, by the bus stop"}
DOOR = (Channel.WEB, Language.EN, MONDAY.date())


def told(place: Given, service: catalogue.Service = HOLE, /, **said: Given) -> Interview:
    asked = interview.begin(service, MONDAY.date())
    answers: Mapping[str, Given] = {**SAID, "place": place, **said}
    while (step := interview.next_step(asked)) is not None:
        asked = interview.answer(asked, step.path, answers[step.path])
    return asked


def reported(session: Session, place: Given, name: str = "first", **said: Given) -> UUID:
    asked = told(place, **said)
    catalogue.keep(session, asked.service)
    submission = intake.Submission(
        asked=asked,
        channel=Channel.WEB,
        language=Language.EN,
        external_id=name,
        moments=Moments.sent_now(session.now()),
    )
    return intake.submit(session, RESIDENT, submission, council=a_council()).case_id


def near(session: Session, place: Given, **said: Given) -> tuple[Nearby, ...]:
    return cases.nearby(session, RESIDENT, told(place, **said))


@pytest.mark.parametrize(
    ("place", "is_found"),
    [
        ({"words": "opposite 40 High St"}, True),
        ({"words": "Castle Street"}, False),
        ({"words": "behind the chapel"}, False),
        ({"words": "here", "lat": "52.1000", "lon": "-4.0000"}, False),
    ],
)
def test_a_case_is_found_by_its_street(database: Database, place: Given, is_found: bool) -> None:  # noqa: FBT001 (what is expected)
    with database.session("aberwen") as session:
        reported(session, HIGH_STREET)

        assert bool(near(session, place)) is is_found


@pytest.mark.parametrize(
    ("lat", "lon", "is_found"),
    [
        ("52.10040", "-4.00000", True),
        ("52.10050", "-4.00000", False),
        ("52.10000", "-4.00070", True),
        ("52.10000", "-4.00080", False),
    ],
)
def test_a_case_is_found_within_fifty_metres(
    database: Database,
    lat: str,
    lon: str,
    is_found: bool,  # noqa: FBT001 (what is expected)
) -> None:
    with database.session("aberwen") as session:
        reported(session, {"words": "here", "lat": "52.1", "lon": "-4.0"})

        assert bool(near(session, {"words": "there", "lat": lat, "lon": lon})) is is_found


def test_two_points_far_apart_in_one_street_are_two(database: Database) -> None:
    with database.session("aberwen") as session:
        reported(session, {"words": "High Street", "lat": "52.1", "lon": "-4.0"})

        assert near(session, {"words": "High Street", "lat": "52.11", "lon": "-4.0"}) == ()
        assert len(near(session, {"words": "High Street"})) == 1


def test_what_is_found_tells_the_street_the_day_and_the_status_alone(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = reported(session, HIGH_STREET)

        found = near(session, HIGH_STREET)

    assert found == (Nearby(case_id, "high street", MONDAY, Status.OPENED),)


def test_no_case_is_offered_that_is_old_closed_or_of_another_service(
    database: Database, clock: SettableClock
) -> None:
    with database.session("aberwen") as session:
        reported(session, HIGH_STREET)
        other = cases.nearby(session, RESIDENT, told(HIGH_STREET, PRIVATE))
        danger = near(session, HIGH_STREET, bin="needles")
    clock.move(days=29)
    with database.session("aberwen") as session:
        old = near(session, HIGH_STREET)
        case_id = reported(session, HIGH_STREET, "second")
        session.sql.query(Case).filter(Case.id == case_id).update({"status": Status.CLOSED})
        closed = near(session, HIGH_STREET)

    assert (other, danger, old, closed) == ((), (), (), ())


def test_a_service_that_is_not_shared_keeps_no_spot(database: Database) -> None:
    with database.session("aberwen") as session:
        asked = told(HIGH_STREET, PRIVATE)
        catalogue.keep(session, asked.service)
        moments = Moments.sent_now(MONDAY)
        submission = intake.Submission(
            asked=asked,
            channel=Channel.WEB,
            language=Language.EN,
            external_id="1",
            moments=moments,
        )
        intake.submit(session, RESIDENT, submission, council=a_council())

        assert session.sql.scalars(select(Spot)).all() == []


def test_another_councils_cases_are_not_offered(database: Database) -> None:
    with database.session("aberwen") as session:
        reported(session, HIGH_STREET)

    with database.session("elsewhere") as session:
        assert cases.nearby(session, Viewer.resident("elsewhere"), told(HIGH_STREET)) == ()


def joining(session: Session, case_id: UUID, **said: Given) -> str:
    """Begin a draft that joins a case, and answer who it is."""
    token = drafts.start(session, RESIDENT, HOLE, door=DOOR)
    draft = drafts.find(session, token)
    drafts.join(session, draft, case_id=case_id)
    draft = drafts.take(session, token)
    asked = drafts.interview_of(draft, HOLE, asked_on=MONDAY.date())
    answers: Mapping[str, Given] = {**SAID, "your_name": "Ann Llŷr", **said}
    while (step := interview.next_step(asked)) is not None:
        asked = interview.answer(asked, step.path, answers[step.path])
    drafts.keep(session, draft, asked)
    return token


def send(session: Session, token: str) -> object:
    draft = drafts.take(session, token)
    asked = drafts.interview_of(draft, HOLE, asked_on=MONDAY.date())
    return intake.submit_draft(
        session, RESIDENT, draft, asked=asked, council=a_council(), received_at=session.now()
    )


def test_who_joins_is_an_asker_of_the_same_case_and_an_arrival_of_their_own(
    database: Database,
) -> None:
    with database.session("aberwen") as session:
        case_id = reported(session, HIGH_STREET)
        token = joining(session, case_id)
    with database.session("aberwen") as session:
        first = send(session, token)
    with database.session("aberwen") as session:
        again = send(session, token)
        askers = session.sql.scalars(select(Asker.number).order_by(Asker.number)).all()
        outcomes = session.sql.scalars(select(Arrival.outcome).order_by(Arrival.outcome)).all()
        count = len(session.sql.scalars(select(Case.id)).all())

    assert isinstance(first, Joined)
    assert first == again
    assert first.case_id == case_id
    assert list(askers) == [1, 2]
    assert list(outcomes) == ["joined", "opened"]
    assert count == 1
    assert intake.account(database).is_clean


def test_who_joins_answers_only_who_they_are_and_finds_the_case_by_their_own_fact(
    database: Database,
) -> None:
    home = {"line1": "3 Heol y Parc", "line2": "", "town": "Aberwen", "postcode": "LL99 8ZZ"}
    with database.session("aberwen") as session:
        case_id = reported(session, HIGH_STREET)
        joined = send(session, joining(session, case_id, home=home))
        reference = cases.receipt_of(session, Viewer.resident("aberwen", case_id), case_id)[0]
        found = cases.look_up(session, reference=str(reference), fact="LL99 8ZZ")
        mine = Viewer.resident("aberwen", case_id)
        zone = a_council().timezone
        assert isinstance(joined, Joined)
        seen = cases.standing(session, mine, case_id, asker=joined.asker, timezone=zone)
        answers = cases.answers_of(session, mine, case_id)

    assert found.resident_id == joined.asker
    assert seen.owed == ()
    assert [step.kind for step in seen.steps] == ["received", "joined"]
    assert answers["your_name"] == SAID["your_name"]


def test_a_case_that_was_closed_meanwhile_is_not_joined_and_nothing_is_lost(
    database: Database,
) -> None:
    with database.session("aberwen") as session:
        case_id = reported(session, HIGH_STREET)
        token = joining(session, case_id)
        session.sql.query(Case).update({"status": Status.CLOSED})
        ended = send(session, token)
    with database.session("aberwen") as session:
        draft = drafts.find(session, token)

    assert isinstance(ended, Closed)
    assert (draft.joins, draft.state, draft.answers["your_name"]) == (None, "open", "Ann Llŷr")
    assert intake.account(database).is_clean


def test_each_asker_is_acknowledged_once_in_their_own_way(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = reported(session, HIGH_STREET)
        emailed = {"answer_by": "e-mail", "email": "ann@example.com"}
        joiners = [send(session, joining(session, case_id, **said)) for said in (emailed, {})]
        messages.acknowledge(session, SYSTEM, case_id, council=a_council())
        for joined in joiners * 2:
            assert isinstance(joined, Joined)
            messages.acknowledge_joiner(session, SYSTEM, joined.asker, council=a_council())
        events = session.sql.scalars(select(OutboxEvent.name).order_by(OutboxEvent.id)).all()
        wanted = session.sql.execute(select(Message.kind, Message.to)).all()

    acknowledged = ["EmailWanted", "JoinerLetterWanted", "LetterWanted"]
    assert sorted(events) == sorted(["CaseOpened", "AskerJoined", "AskerJoined", *acknowledged])
    assert [tuple(row) for row in wanted] == [("joined", "ann@example.com")]


def test_the_name_of_who_joined_stands_in_the_part_of_history_that_can_be_erased(
    database: Database,
) -> None:
    with database.session("aberwen") as session:
        case_id = reported(session, HIGH_STREET)
        send(session, joining(session, case_id))
        texts = session.sql.scalars(select(EntryText.text).order_by(EntryText.number)).all()

    assert texts[-1]["name"] == "Ann Llŷr"
    assert texts[-1]["answers"]["your_name"] == "Ann Llŷr"
    assert "place" not in texts[-1]["answers"]


def test_nobody_joins_a_case_of_another_council(database: Database) -> None:
    with database.session("aberwen") as session:
        case_id = reported(session, HIGH_STREET)

    with database.session("elsewhere") as session, pytest.raises(UnknownCase):
        cases.is_open(session, Viewer.resident("elsewhere"), case_id)
