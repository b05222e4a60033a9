"""Requests for tests: a small service of every meaning, and the way from asking to a case."""

from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime

from hub import catalogue, intake, interview, store
from hub.catalogue import versions
from hub.catalogue.definition import Service
from hub.councils import Council, Councils
from hub.intake import Receipt, Submission
from hub.interview import Given, Interview
from hub.staff import Viewer
from hub.store import Session, canonical
from hub.values import Channel, Language, Moments, system_clock
from tests.builders.councils import a_council
from tests.provision.house import HOUSE

MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
HOME = {"line1": "12 Stryd y Bont", "line2": "", "town": "Aberwen", "postcode": "LL99 9ZZ"}
SAID: Mapping[str, Given] = {
    "bin": "refuse",
    "home": HOME,
    "photo": {"later": "yes"},
    "your_name": "Siân Ŵyn Jones",
    "answer_by": "letter",
    "letter_size": "18",
    "language": "cy",
}


def text(words: str) -> dict[str, str]:
    """Say something in English and in Welsh that differs from it, as a file would."""
    return {"en": words, "cy": f"{words} (cy)"}


def a_question(id_: str, kind: str, **more: object) -> dict[str, object]:
    """Write a question as a file would."""
    return {"id": id_, "kind": kind, "ask": text(id_), "short": text(id_), **more}


def a_choice(id_: str, *options: str, **more: object) -> dict[str, object]:
    """Write a question with these options as a file would."""
    offered = [{"id": option, "say": text(option)} for option in options]
    return a_question(id_, "choice", options=offered, **more)


def a_service(*first: dict[str, object], **changed: object) -> Service:
    """Build a service of two languages from its source, as the catalogue does for a kept one."""
    written = {
        "service": "missed-bin",
        "title": text("Missed bin"),
        "about": text("Tell us about a bin"),
        "search": {"en": ["bin"], "cy": ["bin"]},
        "questions": [
            *(first or (a_choice("bin", "refuse", "garden", "needles"),)),
            a_question("home", "address", means="home"),
            a_question("photo", "file", owed="yes"),
            a_question("your_name", "name", means="name"),
            a_choice("answer_by", "letter", "e-mail", "text", "counter", means="way"),
            a_question("email", "e-mail", means="e-mail", only_if={"answer_by": "e-mail"}),
            a_question("mobile", "phone", means="mobile", only_if={"answer_by": "text"}),
            a_choice("letter_size", "14", "18", "other", means="size"),
            a_choice("language", "en", "cy", means="language"),
        ],
        "routing": {
            "rules": [{"when": {"bin": "garden"}, "team": "garden-waste"}],
            "otherwise": "waste-collections",
        },
        "deadline": {"answer": "2 working days"},
        "fee": [{"pence": 1250, "say": text("A garden bin"), "when": {"bin": "garden"}}],
        "pay_by": ["counter", "cheque"],
        "urgent": [
            {
                "id": "needles",
                "when": {"bin": "needles"},
                "say": text("Do not touch it"),
                "ring": "999",
            }
        ],
        "letters": {"acknowledge": "received"},
        "keep": {"after_closing": "2 years"},
        "happens_next": text("We will come back."),
        **changed,
    }
    return versions.build(canonical({"languages": ["en", "cy"], "service": written}))


MISSED_BIN = a_service()


def a_finished_interview(**said: Given) -> Interview:
    """Build an interview about a missed bin with every question answered."""
    return _finished(MONDAY, said)


def _finished(at: datetime, said: Mapping[str, Given]) -> Interview:
    held = interview.begin(MISSED_BIN, at.date())
    answers = {**SAID, **said}
    while (asked := interview.next_step(held)) is not None:
        held = interview.answer(held, asked.path, answers[asked.path])
    return held


def a_submission(
    channel: Channel = Channel.WEB,
    external_id: str = "first",
    at: datetime = MONDAY,
    **said: Given,
) -> Submission:
    """Build what a door hands over, asked at a moment."""
    return Submission(
        asked=_finished(at, said),
        channel=channel,
        language=Language.CY,
        external_id=external_id,
        moments=Moments.sent_now(at),
    )


def a_case(
    session: Session, submission: Submission | None = None, *, council: Council | None = None
) -> Receipt:
    """Open a case in this session's council."""
    catalogue.keep(session, MISSED_BIN)
    viewer = Viewer.resident(session.council)
    return intake.submit(
        session,
        viewer,
        submission or a_submission(),
        council=council or a_council(id=session.council),
    )


def asked_of_running(database_url: str, *names: str, **said: Given) -> list[str]:
    """Have requests come in at a hub that runs, past its pages, and give their references.

    They are asked now, of the council that it serves: its workers go by the real clock.
    """
    council = Councils.read(HOUSE / "templates" / "councils").by_id("aberwen")
    shown = []
    with closing(store.open_database(database_url)) as database:
        for name in names:
            with database.session(council.id) as session:
                submission = a_submission(Channel.WEB, name, system_clock(), **said)
                shown.append(a_case(session, submission, council=council).reference.digits)
    return shown
