"""Walking through any service at the web door: what is not said is answered by its kind."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select

from channels.pages import House
from hub import drafts, intake, interview
from hub.catalogue.definition import Kind, Question, Stop
from hub.drafts import Draft
from hub.interview import Another, Asked
from tests.web.answers import HOME
from tests.web.visitor import Form, Visitor, said

_PLAIN: Mapping[Kind, Callable[[Question], Form]] = {
    Kind.YES_NO: lambda _: said("yes"),
    Kind.DECLARATION: lambda _: said("yes"),
    Kind.CHOICE: lambda question: said(question.options[0].id),
    Kind.CHOICES: lambda question: said(question.options[0].id),
    Kind.BOOKING: lambda question: said(question.options[0].id),
    Kind.NUMBER: lambda question: said(str(question.limits.least or 3)),
    Kind.DIGITS: lambda question: said("7" * (question.limits.length or 6)),
    Kind.PATTERN: lambda question: said(question.limits.example or ""),
    Kind.MONEY: lambda _: said("12.50"),
    Kind.DATE: lambda _: {"day": "3", "month": "11", "year": "1970"},
    Kind.PHONE: lambda _: said("07700 900123"),
    Kind.EMAIL: lambda _: said("ann@example.com"),
    Kind.ADDRESS: lambda _: HOME,
    Kind.FILE: lambda _: {"later": "yes"},
}


@dataclass(frozen=True)
class Way:
    """One way through a service: what is chosen where, by path."""

    name: str
    service: str
    chosen: Mapping[str, Form] = field(default_factory=dict)


WAYS = (
    Way(
        "missed-bin-brown",
        "missed-bin",
        {
            "bin": said("garden"),
            "due": {"day": "20", "month": "11", "year": "2026"},
            "out_by_seven": said("no"),
            "tag_says": said("other"),
            "letter_size": said("other"),
            "letter_points": said("30"),
            "language": said("cy"),
        },
    ),
    Way(
        "missed-bin-grey",
        "missed-bin",
        {
            "sharps": said("no"),
            "due": {"day": "20", "month": "11", "year": "2026"},
            "tag": said("no"),
            "assisted": said("no"),
            "answer_by": said("e-mail"),
        },
    ),
    Way(
        "bulky-waste",
        "bulky-waste",
        {
            "special": said(""),
            "where": said("inside"),
            "things.1.what": said("other"),
            "things.2.another": said("no"),
            "write_here": said("no"),
        },
    ),
    Way(
        "blue-badge-benefit",
        "blue-badge",
        {
            "for_whom": said("child"),
            "lives_here": said("no"),
            "benefit_ends": {"day": "1", "month": "4", "year": "2028"},
        },
    ),
    Way(
        "blue-badge-walking",
        "blue-badge",
        {
            "for_whom": said("me"),
            "benefit": said("none"),
            "how_far": said("steps"),
            "last_year": said("no"),
            "has_badge": said("no"),
        },
    ),
    Way(
        "garden-waste",
        "garden-waste",
        {
            "new": said("renew"),
            "from_home": said("no"),
            "bins.2.another": said("no"),
            "benefit": said("pension"),
        },
    ),
    Way(
        "pothole-by-text",
        "pothole",
        {
            "where": said("trunk"),
            "harm": said(""),
            "answer_by": said("text"),
            "mobile": said("07700 900982"),
        },
    ),
    Way("pothole", "pothole", {"where": said("trunk"), "harm": said("")}),
    Way(
        "fly-tipping",
        "fly-tipping",
        {
            "now": said("no"),
            "harmful": said(""),
            "blocking": said("no"),
            "land": said("mine"),
            "waste": said("other"),
            "size": said("more"),
        },
    ),
    Way(
        "street-light",
        "street-light",
        {"light": said("signals"), "land": said("private"), "how_many": said("street")},
    ),
    Way("pest-control", "pest-control", {}),
    Way("council-tax-move", "council-tax-move", {}),
    Way(
        "single-person-discount",
        "single-person-discount",
        {"since": {"day": "1", "month": "9", "year": "2026"}},
    ),
    Way("housing-repair", "housing-repair", {}),
    Way(
        "parking-permit", "parking-permit", {"begins": {"day": "1", "month": "12", "year": "2026"}}
    ),
    Way("complaint", "complaint", {}),
    Way("noise", "noise", {"harm": said("no"), "source": said("transport")}),
    Way(
        "assisted-bin-collection",
        "assisted-bin-collection",
        {
            "for_whom": said("other"),
            "agreed": said("not_asked"),
            "home": said("shared"),
            "kept": said("inside"),
            "way": said("gate"),
            "boxed": said("no"),
        },
    ),
)


def walk(visitor: Visitor, house: House, way: Way, language: str) -> Iterator[str]:
    """Walk the way, and give the address of each page as it is reached, up to the check."""
    address = visitor.begin(way.service, language)
    while not address.endswith("/check"):
        yield address
        path = address.rsplit("/", 1)[1]
        form = way.chosen.get(path) or _answer(_step(house, way.service, path))
        address = visitor.answer(address, form)
    yield address


def _answer(asked: Asked) -> Form:
    question = asked.question
    if isinstance(question, Stop):
        return said("yes")
    if isinstance(question, Another):
        return said("yes" if asked.n == 1 else "no")
    return _PLAIN.get(question.kind, _words)(question)


def _words(_: Question) -> Form:
    return said("Ŵyn & Llŷr <x>")


def _step(house: House, service: str, path: str) -> Asked:
    with house.database.session("aberwen") as session:
        newest = select(Draft).order_by(Draft.id.desc()).limit(1)
        draft = session.sql.execute(newest).scalar_one()
        definition = house.catalogue.service("aberwen", service)
        asked = drafts.interview_of(draft, definition, asked_on=draft.asked_on)
        council = house.councils.by_id("aberwen")
        now, words = house.clock(), house.words
        knowing = intake.knowing(session, asked, now=now, council=council, words=words)
        return interview.step(knowing, path)
