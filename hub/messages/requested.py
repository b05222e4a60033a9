"""What an e-mail that acknowledges a request says besides: danger, price, what is owed, the way."""

from collections.abc import Mapping

from hub import bookings, cases, interview
from hub.councils import Council
from hub.interview import Interview
from hub.messages.rows import Message, MessageKind
from hub.staff import Viewer
from hub.store import Session
from hub.values import Language, Text
from hub.words import Words, say_money

_NOTHING = Text({language.value: "" for language in Language})
_OWN = {MessageKind.RECEIVED, MessageKind.INSTEAD}


def of_request(
    session: Session, viewer: Viewer, message: Message, *, council: Council, words: Words
) -> Mapping[str, Text]:
    """Give the parts that an e-mail to the first asker has besides; each is empty if it has none.

    Nobody who joined a request is told of it what its first asker told.

    :raises UnknownCase: if there is no such case.
    """
    if MessageKind(message.kind) not in _OWN or message.joiner:
        return {}
    timezone = council.timezone
    _, asked = cases.interview_of(session, viewer, message.case_id, timezone=timezone)
    owed = cases.owed_of(session, viewer, message.case_id)
    return {
        "first": _dangers(asked, words),
        "booked": _booked(asked, words),
        "cost": _cost(asked, council, words),
        "owed": _owed(asked, owed, council, words),
        **for_whom(session, viewer, message, words=words),
    }


def for_whom(
    session: Session, viewer: Viewer, message: Message, *, words: Words
) -> Mapping[str, Text]:
    """Give the part that says for whom it was asked; it is empty where that is who asked.

    :raises UnknownCase: if there is no such case.
    """
    case = cases.seen(session, viewer, message.case_id)
    behalf = cases.behalf_of(session, viewer, message.case_id)
    said = cases.say_behalf(behalf, words, to=case.resident_id) if behalf else _NOTHING
    return {"on_behalf": said}


def _dangers(asked: Interview, words: Words) -> Text:
    signs = interview.say_dangers(asked, words)
    return words.text("emails.parts.first", signs=signs) if signs else _NOTHING


def _booked(asked: Interview, words: Words) -> Text:
    """Say the day that was booked, or that we arrange one."""
    day = bookings.booked_day(asked, words)
    return words.text("emails.parts.booked", label=day.short, day=day.said) if day else _NOTHING


def _cost(asked: Interview, council: Council, words: Words) -> Text:
    fee = interview.fee(asked)
    if not fee or not fee.pence:
        return _NOTHING
    money = Text({code: say_money(fee.pence, code) for code in Language})
    ways = interview.ways_to_pay(asked.service, council, words) or _NOTHING
    return words.text("emails.parts.cost", money=money, fee_for=fee.say, pay_by=ways)


def _owed(asked: Interview, paths: tuple[str, ...], council: Council, words: Words) -> Text:
    if not paths:
        return _NOTHING
    short = [line.short for line in interview.read_back(asked, words) if line.path in paths]
    papers = Text({code: "\n".join(f"- {one.to(code)}" for one in short) for code in Language})
    to = council.address.one_line()
    return words.text("emails.parts.owed", papers=papers, council=council.name, post_to=to)
