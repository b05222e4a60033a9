"""A service that books a day, and residents who want one."""

from datetime import date, datetime

from hub import bookings, intake, interview
from hub.catalogue.definition import Service
from hub.councils import Council
from hub.intake import Receipt, Submission
from hub.interview import Given, Interview
from hub.staff import Viewer
from hub.store import Session
from hub.values import Channel, Language, Moments
from hub.words import Words
from tests.builders.councils import a_council
from tests.builders.requests import HOME, MONDAY, a_choice, a_question, a_service
from tests.provision.house import HOUSE

WORDS = Words.read(HOUSE / "templates")
ANY_DAY: dict[str, str] = {"unknown": "yes"}


def a_booking(*, places: int = 5, **changed: object) -> Service:
    """Build a service that asks for the home, and books a Monday or a Thursday."""
    van: dict[str, object] = {"round": "van", "on": ["monday", "thursday"], "places": places}
    book = {"notice": "2 working days", "horizon": "3 weeks", "rounds": [van], **changed}
    return a_service(
        questions=[
            a_choice("bin", "refuse", "garden", "needles"),
            a_question("home", "address", means="home"),
            a_question("day", "booking", book=book),
            a_question("your_name", "name", means="name"),
            a_choice("answer_by", "letter", "e-mail", "counter", means="way"),
            a_choice("language", "en", "cy", means="language"),
        ]
    )


def free_days(
    session: Session, asked: Interview, *, today: date, council: Council | None = None
) -> list[str]:
    """Give the days that are free, as the options of the question have them."""
    knowing = bookings.with_free_days(
        session, asked, today=today, council=council or a_council(), words=WORDS
    )
    return [option.id for option in knowing.facts.free]


def wants(service: Service, day: str | dict[str, str], at: datetime = MONDAY) -> Interview:
    """Build a finished interview of somebody who wants this day."""
    said: dict[str, Given] = {"bin": "refuse", "home": HOME, "day": day, "your_name": "Siân Jones"}
    said |= {"answer_by": "letter", "language": "cy"}
    held = interview.begin(service, at.date())
    while (asked := interview.next_step(held)) is not None:
        held = interview.answer(held, asked.path, said[asked.path])
    return held


def send(
    session: Session,
    asked: Interview,
    external_id: str,
    *,
    at: datetime = MONDAY,
    council: Council | None = None,
) -> Receipt:
    """Send a request in, as a door does."""
    submission = Submission(
        asked=asked,
        channel=Channel.WEB,
        language=Language.CY,
        external_id=external_id,
        moments=Moments.sent_now(at),
    )
    viewer = Viewer.resident(session.council)
    return intake.submit(session, viewer, submission, council=council or a_council())
