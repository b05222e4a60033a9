"""Letters for tests: say only what matters."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from hub import interview, letters
from hub.catalogue.definition import Kind, Question, Service, Stop
from hub.interview import Asked, Given, Interview
from hub.letters import Contents, Edition, Letterhead, Paragraph, Passage, Stationery
from hub.paper import NOTIFY
from hub.values import Language, PostalAddress, Postcode, Reference
from hub.words import Words
from tests.builders.councils import a_council

ASKED_ON = date(2026, 11, 23)
REFERENCE = Reference("12345678978")
ADDRESS = PostalAddress(("Tŷ Gwyn", "14 Heol yr Harbwr", "Aberwen"), Postcode("LL99 9ZZ"))
LINK = f"https://requests.aberwen.example/r/{REFERENCE}"

_HEAD = Letterhead(
    council="aberwen",
    names=("Cyngor Sir Aberwen", "Aberwen County Council"),
    colour="#00594f",
    accent="#ffb81c",
    contact=("01632 960001", "contact@aberwen.example"),
    address=("County Hall, Castle Street", "ABERWEN  LL99 9ZZ"),
)


def an_edition(*passages: Passage, **changed: Any) -> Edition:  # noqa: ANN401 (any field may be said)
    """Build an edition of a short letter in English, at 12 points."""
    edition = Edition(
        name="Mair Wŷn",
        address=ADDRESS,
        to_collect="",
        size=12,
        profile=NOTIFY,
        head=_HEAD,
        reference=REFERENCE,
        reference_label="Your reference",
        link=LINK,
        link_label="See it online",
        passages=passages or (a_passage(),),
    )
    return replace(edition, **changed)


def a_passage(*words: str, **changed: Any) -> Passage:  # noqa: ANN401 (any field may be said)
    """Build a passage in English that says these paragraphs."""
    passage = Passage(
        language=Language.EN,
        date="23 November 2026",
        greeting="Dear Mair Wŷn",
        subject="We have your request",
        blocks=tuple(map(Paragraph, words or ("We will come back.",))),
        page_of="Page {page} of {pages}",
    )
    return replace(passage, **changed)


def an_acknowledgement(
    service: Service,
    templates: Path,
    *,
    said: Mapping[str, Given] | None = None,
    **changed: Any,  # noqa: ANN401 (any field may be said)
) -> Edition:
    """Build the edition that acknowledges a service, as the hub composes it."""
    contents = contents_of(service, Stationery.read(templates), said=said, **changed)
    return letters.compose(contents, Words.read(templates))


def contents_of(
    service: Service,
    stationery: Stationery,
    *,
    said: Mapping[str, Given] | None = None,
    **changed: Any,  # noqa: ANN401 (any field may be said)
) -> Contents:
    """Build what the letter that acknowledges a service is made of, in English at 14 points."""
    asked = answered(service, said or {})
    contents = Contents(
        template=stationery.template("received"),
        council=a_council(),
        asked=asked,
        reference=REFERENCE,
        name="Mair Wŷn",
        address=ADDRESS,
        size=14,
        profile="notify",
        languages=(Language.EN,),
        owed=interview.owed(asked),
        answer_by=date(2026, 11, 25),
        written_on=ASKED_ON,
        public_url="https://requests.aberwen.example",
    )
    return replace(contents, **changed)


def answered(service: Service, said: Mapping[str, Given]) -> Interview:
    """Build a complete interview: what is not said is answered in the plainest way."""
    held = interview.begin(service, ASKED_ON)
    while (asked := interview.next_step(held)) is not None:
        given = said.get(asked.path, plain(asked))
        if isinstance(asked.question, Stop) and not asked.question.go_on:
            before = interview.back(held, asked.path)
            assert before is not None
            held = interview.answer(held, before.path, _otherwise(before))
        else:
            held = interview.answer(held, asked.path, given)
    return held


def plain(asked: Asked) -> Given:
    question = asked.question
    if not isinstance(question, Question):
        return "yes"
    if question.options:
        first = question.options[0].id
        several = [] if question.optional else [first]
        return several if question.kind is Kind.CHOICES else first
    if question.kind is Kind.YES_NO:
        return "no" if asked.path.endswith("another") else "yes"
    return _within(question) or _PLAIN[question.kind]


def _within(question: Question) -> Given:
    limits = question.limits
    if question.kind is Kind.DATE and limits.earliest and not limits.latest:
        return {"day": "20", "month": "11", "year": "2028"}
    if question.kind is Kind.DIGITS:
        return "1234567890"[: limits.length or limits.shortest or 8]
    return limits.example or ""


def _otherwise(asked: Asked) -> Given:
    question = asked.question
    assert isinstance(question, Question)
    return question.options[-1].id if question.options else "no"


_PLAIN: Mapping[Kind, Given] = {
    Kind.WORDS: "A chair",
    Kind.STORY: "It was out by seven.\nThe crew went past.",
    Kind.DIGITS: "12345678",
    Kind.PATTERN: "AB123456C",
    Kind.NUMBER: "12",
    Kind.MONEY: "12.50",
    Kind.DATE: {"day": "20", "month": "11", "year": "2026"},
    Kind.NAME: "Mair Wŷn",
    Kind.PHONE: "01632 960001",
    Kind.EMAIL: "mair@aberwen.example",
    Kind.ADDRESS: {"line1": "14 Heol yr Harbwr", "town": "Aberwen", "postcode": "LL99 9ZZ"},
    Kind.PLACE: {"words": "By the harbour wall"},
    Kind.FILE: {"later": "yes"},
    Kind.DECLARATION: "yes",
    Kind.BOOKING: "2026-11-27",
}
