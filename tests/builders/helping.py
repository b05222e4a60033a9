"""Requests that somebody makes for another, of a real service, from the question to the case."""

from pathlib import Path

from hub import catalogue, intake
from hub.catalogue import Catalogue
from hub.councils import Council, Councils
from hub.intake import Receipt, Submission
from hub.interview import Given
from hub.staff import Viewer
from hub.store import Session
from hub.values import Channel, Language, Moments
from tests.builders.letters import answered
from tests.builders.requests import MONDAY
from tests.provision.house import HOUSE

TEMPLATES = HOUSE / "templates"
ASKER, PERSON = "Bea Morris", "Megan Price"
FOR_MEGAN: dict[str, Given] = {
    "your_name": ASKER,
    "for_whom": "somebody",
    "person": PERSON,
    "stands": "relative",
    "agreed": "agrees",
    "answer_to": "me",
    "language": "en",
    "sharps": "no",
}
TO_MEGAN: dict[str, Given] = {**FOR_MEGAN, "answer_to": "person", "own_phone": "07700 900123"}
UNASKED: dict[str, Given] = {**FOR_MEGAN, "agreed": "not_asked"}


def the_council(templates: Path = TEMPLATES) -> Council:
    """Read the made-up council."""
    return Councils.read(templates / "councils").by_id("aberwen")


def helped(session: Session, said: dict[str, Given], *, service: str = "missed-bin") -> Receipt:
    """Open a case that is asked for another."""
    councils = Councils.read(TEMPLATES / "councils")
    definition = Catalogue.read(TEMPLATES, councils).service("aberwen", service)
    submission = Submission(
        asked=answered(definition, said),
        channel=Channel.WEB,
        language=Language.EN,
        external_id="first",
        moments=Moments.sent_now(MONDAY),
    )
    catalogue.keep(session, definition)
    resident = Viewer.resident("aberwen")
    return intake.submit(session, resident, submission, council=councils.by_id("aberwen"))
