"""Turning to another way when a message does not arrive: nobody is left without their answer."""

from uuid import UUID

from hub import cases, history, people
from hub.councils import Council
from hub.messages import keeping
from hub.messages.events import EmailWanted, LetterWanted
from hub.messages.rows import Message, MessageKind
from hub.messages.ways import NobodyReached, letter_instead, letter_reaches, passport_for
from hub.people import Passport, Way
from hub.staff import Viewer
from hub.store import Session

_TURNED = "WayTurned"


def turn(session: Session, viewer: Viewer, message_id: UUID, *, council: Council) -> Way:
    """Have what a failed message should have said go another way: by letter, else by e-mail.

    The way and the reason are history, and are decided once.

    :raises UnknownMessage: if there is none.
    :raises NobodyReached: if no letter reaches them and no e-mail can, or an e-mail failed already.
    """
    message = keeping.hold(session, message_id)
    own = {"message": str(message_id)}
    turned = history.first_of(session, chain=message.case_id, kind=_TURNED, having=own)
    if turned is not None:
        return Way(turned["way"])
    case = cases.seen(session, viewer, message.case_id)
    passport = passport_for(session, viewer, message)
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
    if letter_reaches(passport):
        return Way.LETTER
    if MessageKind(message.kind) not in {MessageKind.RECEIVED, MessageKind.JOINED}:
        raise NobodyReached  # no e-mail stands in for what is said of a permit
    if message.way == Way.EMAIL:
        raise NobodyReached  # it was the e-mail that failed
    if passport.email and people.may_write_to(session, viewer, passport.email):
        return Way.EMAIL
    raise NobodyReached
