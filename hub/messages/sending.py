"""Sending an e-mail that is wanted, and turning it to a letter when it cannot arrive."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from hub import cases, catalogue, history
from hub.cases import CaseSeen
from hub.councils import Council
from hub.errors import Refused
from hub.messages.carrier import Email, MailCarrier, MailRefused
from hub.messages.events import LetterWanted
from hub.messages.rows import Message, MessageKind, MessageState
from hub.staff import Viewer
from hub.store import Session
from hub.values import EmailAddress, Language, Text
from hub.words import Words, say_date


class UnknownMessage(Refused):
    """Say that no such message is kept."""

    key = "unknown_message"


@dataclass(frozen=True, slots=True)
class Delivery:
    """Hold how handing an e-mail over ended: `refused` names why, and is None when it went."""

    refused: str | None = None


def email_wanted(
    session: Session, viewer: Viewer, message_id: UUID, *, council: Council, words: Words
) -> Email | None:
    """Compose a wanted e-mail; None for one that was sent or given up already.

    :raises UnknownMessage: if there is none.
    """
    message = _find(session, message_id)
    if MessageState(message.state) is not MessageState.WANTED:
        return None
    case = cases.seen(session, viewer, message.case_id)
    return _email(session, message, case, council=council, words=words)


def deliver(email: Email, mail: MailCarrier) -> Delivery:
    """Hand an e-mail to the mail, outside any transaction: a slow server holds nobody up.

    :raises MailAway: if trying again later may help.
    """
    try:
        mail.send(email)
    except MailRefused as refused:
        return Delivery(refused.key)
    return Delivery()


def settle_email(session: Session, viewer: Viewer, message_id: UUID, *, delivery: Delivery) -> None:
    """Write down how an e-mail ended; one that was settled before is left alone.

    An address that the mail server will not take does not end the matter: the resident gets a
    letter instead.

    :raises UnknownMessage: if there is none.
    """
    message = _find(session, message_id)
    if MessageState(message.state) is not MessageState.WANTED:
        return
    if delivery.refused:
        _turn_to_letter(session, viewer, message, reason=delivery.refused)
        return
    message.move(MessageState.SENT)
    message.sent_at = session.now()
    _remember(session, viewer, message)


def _find(session: Session, message_id: UUID) -> Message:
    wanted = select(Message).where(Message.id == message_id)
    message = session.sql.execute(wanted).scalar_one_or_none()
    if message is None:
        raise UnknownMessage
    return message


def _turn_to_letter(session: Session, viewer: Viewer, message: Message, *, reason: str) -> None:
    message.move(MessageState.FAILED)
    message.reason = reason
    _remember(session, viewer, message)
    if MessageKind(message.kind) is MessageKind.RECEIVED:
        session.tell(LetterWanted(message.case_id))


def _remember(session: Session, viewer: Viewer, message: Message) -> None:
    history.append(
        session,
        chain=message.case_id,
        kind="MessageSent" if message.sent_at else "MessageFailed",
        actor=viewer.name,
        facts={"message": str(message.id), "kind": message.kind, "reason": message.reason},
        text={},
    )


def _email(
    session: Session, message: Message, case: CaseSeen, *, council: Council, words: Words
) -> Email:
    service = catalogue.of_version(session, case.version)
    language = Language(message.language)
    told = {
        "reference": case.reference.shown,
        "service": service.title,
        "answer_by": _day(words, case),
        "happens_next": service.happens_next,
        "phone": council.phone.shown,
        "council": council.name,
    }
    key = f"emails.{message.kind}"
    return Email(
        id=message.id,
        sender_name=council.name.to(language),
        sender=council.email,
        to=EmailAddress(message.to),
        subject=words.say(f"{key}.subject", language, **told),
        body=words.say(f"{key}.body", language, **told),
        language=language,
    )


def _day(words: Words, case: CaseSeen) -> Text:
    return Text({each.value: say_date(words, case.answer_by, each) for each in Language})
