"""Sending an e-mail that is wanted, and telling another way when it cannot arrive."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from hub import cases, catalogue, people, permits
from hub.cases import CaseSeen
from hub.councils import Council
from hub.errors import Refused
from hub.messages import keeping
from hub.messages.carrier import Email, MailAway, MailCarrier, MailRefused
from hub.messages.events import MessageFailed
from hub.messages.requested import for_whom, of_request
from hub.messages.rows import OF_PERMITS, PATIENCE, TO_TEAMS, Message, MessageKind, MessageState
from hub.messages.ways import letter_instead, letter_reaches, passport_for
from hub.staff import Viewer
from hub.store import Session
from hub.values import EmailAddress, Language, Text
from hub.words import Words, say_date, say_date_after

_BLANKS = re.compile(r"\n{3,}")  # where a part is empty


class TeamNotTold(Refused):
    """Say that a team's e-mail cannot arrive, and that a person must tell the team."""

    key = "team_not_told"


@dataclass(frozen=True, slots=True)
class Delivery:
    """Hold how handing an e-mail over ended, and to whom; `trouble` is None when it went."""

    to: EmailAddress
    trouble: MailAway | MailRefused | None = None


def email_wanted(
    session: Session,
    viewer: Viewer,
    message_id: UUID,
    *,
    council: Council,
    words: Words,
    public_url: str,
) -> Email | None:
    """Compose a wanted e-mail; None for one that was sent or given up already.

    :raises UnknownMessage: if there is none.
    :raises UnknownTeam: if it is for a team that the council has no longer.
    """
    message = keeping.find(session, message_id)
    if MessageState(message.state) is not MessageState.WANTED:
        return None
    case = cases.seen(session, viewer, message.case_id)
    more = {
        "link": f"{public_url}/r/{case.reference}",
        **of_request(session, viewer, message, council=council, words=words),
        **_of_permit(session, viewer, message, words),
    }
    email = _email(session, message, case, council=council, words=words, more=more)
    return replace(email, is_welcome=people.may_write_to(session, viewer, email.to))


def deliver(email: Email, mail: MailCarrier) -> Delivery:
    """Hand an e-mail to the mail, outside any transaction: a slow server holds nobody up."""
    if not email.is_welcome:
        return Delivery(email.to, MailRefused())
    try:
        mail.send(email)
    except (MailAway, MailRefused) as trouble:
        return Delivery(email.to, trouble)
    return Delivery(email.to)


def settle_email(session: Session, viewer: Viewer, message_id: UUID, *, delivery: Delivery) -> None:
    """Write down how an e-mail ended; one that was settled before is left alone.

    What the mail server will not take, or not within a day, does not end the matter: the resident
    gets a letter instead, if one reaches them; for a team the job is held until a person has seen
    to it.

    :raises UnknownMessage: if there is none.
    :raises MailAway: if trying again later may help.
    :raises TeamNotTold: if a team's e-mail cannot arrive.
    """
    message = keeping.hold(session, message_id)
    if MessageState(message.state) is not MessageState.WANTED:
        return
    if delivery.trouble:
        _give_up(session, viewer, message, trouble=delivery.trouble)
    else:
        message.move(MessageState.SENT)
        message.to, message.sent_at = delivery.to.shown, session.now()
        keeping.remember(session, viewer, message)


def _give_up(
    session: Session, viewer: Viewer, message: Message, *, trouble: MailAway | MailRefused
) -> None:
    if isinstance(trouble, MailAway) and session.now() - message.wanted_at < PATIENCE:
        raise trouble
    if message.kind in TO_TEAMS:
        raise TeamNotTold from trouble
    message.move(MessageState.FAILED)
    message.reason = trouble.key
    keeping.remember(session, viewer, message)
    is_letter = letter_reaches(passport_for(session, viewer, message))
    letter = letter_instead(message) if is_letter else None
    session.tell(letter or MessageFailed(message.id))


def _email(
    session: Session,
    message: Message,
    case: CaseSeen,
    *,
    council: Council,
    words: Words,
    more: Mapping[str, object],
) -> Email:
    service = catalogue.of_version(session, case.version)
    language = Language(message.language)
    told = {
        "reference": case.reference.shown,
        "service": service.title,
        "answer_by": _day(words, case.answer_by),
        "happens_next": service.happens_next,
        "phone": council.phone.shown,
        "council": council.name,
        **more,
    }
    key = f"emails.{_said(message)}"
    return Email(
        id=message.id,
        sender_name=council.name.to(language),
        sender=council.email,
        to=_address(message, case, council),
        subject=words.say(f"{key}.subject", language, **told),
        body=_BLANKS.sub("\n\n", words.say(f"{key}.body", language, **told)).lstrip(),
        language=language,
    )


def _said(message: Message) -> MessageKind:
    """Give the kind whose words it has: what stands in for an acknowledgement has its words."""
    if MessageKind(message.kind) is not MessageKind.INSTEAD:
        return MessageKind(message.kind)
    return MessageKind.JOINED if message.joiner else MessageKind.RECEIVED


def _address(message: Message, case: CaseSeen, council: Council) -> EmailAddress:
    """Give a resident's address as it was wanted; a team's as it is now, for it may be mended."""
    wanted = EmailAddress(message.to)
    if message.kind not in TO_TEAMS or case.team is None:
        return wanted
    return council.team(case.team).email or wanted


def _of_permit(
    session: Session, viewer: Viewer, message: Message, words: Words
) -> Mapping[str, object]:
    """Give what an e-mail about a permit says besides; nothing for one about anything else."""
    if message.kind not in OF_PERMITS:
        return {}
    permit = permits.of_case(session, viewer, message.case_id)
    return {
        "permit_number": permit.shown,
        "permit_until": _day_after(words, permit.until),
        **for_whom(session, viewer, message, words=words),
    }


def _day(words: Words, day: date) -> Text:
    return Text({each.value: say_date(words, day, each) for each in Language})


def _day_after(words: Words, day: date) -> Text:
    return Text({each.value: say_date_after(words, day, each) for each in Language})
