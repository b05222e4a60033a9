"""Holes in a road that somebody reported, and others who are added to the report."""

from collections.abc import Mapping
from uuid import UUID

from hub import catalogue, drafts, intake, interview
from hub.interview import Given, Interview
from hub.staff import Viewer
from hub.store import Session
from hub.values import Channel, Language, Moments
from tests.builders.councils import a_council
from tests.builders.requests import MONDAY, SAID, a_choice, a_question, a_service

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
