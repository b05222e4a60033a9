"""Turning to another way when a message does not arrive: nobody is left without their answer."""

from uuid import UUID

from hub import cases, history, people
from hub.councils import Council
from hub.errors import Refused
from hub.messages import keeping
from hub.messages.events import EmailWanted, LetterWanted
from hub.messages.rows import Message, MessageKind
from hub.messages.ways import letter_instead
from hub.people import Passport, Way
from hub.staff import Viewer
from hub.store import Session

_TURNED = "WayTurned"


class NobodyReached(Refused):
    """Say that a resident cannot be reached in any way we know: a person must find one."""

    key = "nobody_reached"


def turn(session: Session, viewer: Viewer, message_id: UUID, *, council: Council) -> Way:
    """Have what a failed message should have said go another way: by letter, else by e-mail.

    The way and the reason are history, and are decided once.

    :raises UnknownMessage: if there is none.
    :raises NobodyReached: if we know neither an address nor an e-mail address, or the e-mail that
        stood in for it failed too.
    """
    message = keeping.hold(session, message_id)
    turned = history.first_of(session, chain=message.case_id, kind=_TURNED)
    if turned is not None and turned["message"] == str(message_id):
        return Way(turned["way"])
    case = cases.seen(session, viewer, message.case_id)
    is_joiner = MessageKind(message.kind) is MessageKind.JOINED
    whose = UUID(message.about) if is_joiner else case.resident_id
    _, passport = people.passport_of(session, viewer, whose)
    way = _other_way(session, viewer, passport, message)
    facts = {"message": str(message_id), "from": message.way, "way": way.value}
    facts["reason"] = message.reason or ""
    history.append(session, chain=case.id, kind=_TURNED, actor=viewer.name, facts=facts, text={})
    if way is Way.LETTER:
        session.tell(letter_instead(message) or LetterWanted(case.id))
    elif passport.email:
        language = passport.language or council.language
        to = (passport.email, (language,))
        keeping.want(
            session,
            case.id,
            kind=MessageKind.INSTEAD,
            to=to,
            then=EmailWanted,
            about=message.about,
        )
    return way


def _other_way(session: Session, viewer: Viewer, passport: Passport, message: Message) -> Way:
    if MessageKind(message.kind) is MessageKind.INSTEAD:
        raise NobodyReached
    if passport.address:
        return Way.LETTER
    if MessageKind(message.kind) not in {MessageKind.RECEIVED, MessageKind.JOINED}:
        raise NobodyReached  # no e-mail stands in for what is said of a permit
    if passport.email and people.may_write_to(session, viewer, passport.email):
        return Way.EMAIL
    raise NobodyReached
