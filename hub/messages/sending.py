"""Sending an e-mail that is wanted, and telling another way when it cannot arrive."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from hub import cases, catalogue, history
from hub.cases import CaseSeen
from hub.councils import Council
from hub.errors import Refused
from hub.messages.carrier import Email, MailAway, MailCarrier, MailRefused
from hub.messages.events import JoinerLetterWanted, LetterWanted
from hub.messages.rows import TO_RESIDENTS, Message, MessageKind, MessageState
from hub.staff import Viewer
from hub.store import Session
from hub.values import EmailAddress, Language, Text
from hub.words import Words, say_date

_PATIENCE = timedelta(days=1)  # so long a mail server may ask us to come back (ADR 0005)


class TeamNotTold(Refused):
    """Say that a team's e-mail cannot arrive, and that a person must tell the team."""

    key = "team_not_told"


class UnknownMessage(Refused):
    """Say that no such message is kept."""

    key = "unknown_message"


@dataclass(frozen=True, slots=True)
class Delivery:
    """Hold how handing an e-mail over ended, and to whom; `trouble` is None when it went."""

    to: EmailAddress
    trouble: MailAway | MailRefused | None = None


def email_wanted(
    session: Session, viewer: Viewer, message_id: UUID, *, council: Council, words: Words
) -> Email | None:
    """Compose a wanted e-mail; None for one that was sent or given up already.

    :raises UnknownMessage: if there is none.
    :raises UnknownTeam: if it is for a team that the council has no longer.
    """
    message = _find(session, message_id)
    if MessageState(message.state) is not MessageState.WANTED:
        return None
    case = cases.seen(session, viewer, message.case_id)
    return _email(session, message, case, council=council, words=words)


def deliver(email: Email, mail: MailCarrier) -> Delivery:
    """Hand an e-mail to the mail, outside any transaction: a slow server holds nobody up."""
    try:
        mail.send(email)
    except (MailAway, MailRefused) as trouble:
        return Delivery(email.to, trouble)
    return Delivery(email.to)


def settle_email(session: Session, viewer: Viewer, message_id: UUID, *, delivery: Delivery) -> None:
    """Write down how an e-mail ended; one that was settled before is left alone.

    What the mail server will not take, or not within a day, does not end the matter: the resident
    gets a letter instead, and for a team the job is held until a person has seen to it.

    :raises UnknownMessage: if there is none.
    :raises MailAway: if trying again later may help.
    :raises TeamNotTold: if a team's e-mail cannot arrive.
    """
    message = _find(session, message_id)
    if MessageState(message.state) is not MessageState.WANTED:
        return
    if delivery.trouble:
        _give_up(session, viewer, message, trouble=delivery.trouble)
    else:
        message.move(MessageState.SENT)
        message.to, message.sent_at = delivery.to.shown, session.now()
        _remember(session, viewer, message)


def _find(session: Session, message_id: UUID) -> Message:
    wanted = select(Message).where(Message.id == message_id)
    message = session.sql.execute(wanted).scalar_one_or_none()
    if message is None:
        raise UnknownMessage
    return message


def _give_up(
    session: Session, viewer: Viewer, message: Message, *, trouble: MailAway | MailRefused
) -> None:
    if isinstance(trouble, MailAway) and session.now() - message.wanted_at < _PATIENCE:
        raise trouble
    if message.kind not in TO_RESIDENTS:
        raise TeamNotTold from trouble
    message.move(MessageState.FAILED)
    message.reason = trouble.key
    _remember(session, viewer, message)
    if MessageKind(message.kind) is MessageKind.JOINED:
        session.tell(JoinerLetterWanted(UUID(message.about)))
    else:
        session.tell(LetterWanted(message.case_id))


def _remember(session: Session, viewer: Viewer, message: Message) -> None:
    asker = {"asker": message.about} if message.kind == MessageKind.JOINED else {}
    history.append(
        session,
        chain=message.case_id,
        kind="MessageSent" if message.sent_at else "MessageFailed",
        actor=viewer.name,
        facts={"message": str(message.id), "kind": message.kind, "reason": message.reason, **asker},
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
        to=_address(message, case, council),
        subject=words.say(f"{key}.subject", language, **told),
        body=words.say(f"{key}.body", language, **told),
        language=language,
    )


def _address(message: Message, case: CaseSeen, council: Council) -> EmailAddress:
    """Give a resident's address as it was wanted; a team's as it is now, for it may be mended."""
    wanted = EmailAddress(message.to)
    if message.kind in TO_RESIDENTS or case.team is None:
        return wanted
    return council.team(case.team).email or wanted


def _day(words: Words, case: CaseSeen) -> Text:
    return Text({each.value: say_date(words, case.answer_by, each) for each in Language})
