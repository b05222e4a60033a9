"""Sending a text that is wanted, and what the carrier says of it afterwards."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from hub import cases, catalogue, people, permits
from hub.councils import Council
from hub.messages import keeping, wording
from hub.messages.events import MessageFailed
from hub.messages.rows import ALLOWED, OF_PERMITS, PATIENCE, Message, MessageKind, MessageState
from hub.messages.text_carrier import TextAway, TextCarrier, TextMessage, TextRefused, WhyNot
from hub.people import ContactState
from hub.staff import Viewer
from hub.store import Session
from hub.values import Channel, Language, PhoneNumber
from hub.words import Words

STOPS = {
    ContactState.OPTED_OUT: WhyNot.OPTED_OUT,
    ContactState.UNREACHABLE: WhyNot.UNREACHABLE,
}
"""The states of a number that stop a text, and the reason that is written down."""


@dataclass(frozen=True, slots=True)
class TextDelivery:
    """Hold how handing a text over ended: the carrier's name for it, or the trouble.

    `is_ours` tells that no carrier said so: the text was held back here.
    """

    outside_id: str | None = None
    trouble: TextAway | TextRefused | None = None
    is_ours: bool = False


def text_wanted(
    session: Session, viewer: Viewer, message_id: UUID, *, council: Council, words: Words
) -> TextMessage | None:
    """Compose a wanted text; None for one that was sent or given up already.

    :raises UnknownMessage: if there is none.
    """
    message = keeping.find(session, message_id)
    if MessageState(message.state) is not MessageState.WANTED:
        return None
    case = cases.seen(session, viewer, message.case_id)
    behalf = cases.behalf_of(session, viewer, case.id)
    to, permit = PhoneNumber(message.to), _permit(session, viewer, message)
    told = wording.Told(
        council=council.name,
        service=catalogue.of_version(session, case.version).title,
        reference=case.reference.shown,
        answer_by=case.answer_by,
        phone=council.phone.shown,
        permit=permit,
        on_behalf=cases.say_behalf(behalf, words, to=case.resident_id, form="text")
        if behalf
        else None,
    )
    said = wording.about(
        MessageKind(message.kind) if permit else MessageKind.RECEIVED,
        told,
        words=words,
        languages=[Language(code) for code in message.language.split()],
    )
    return TextMessage(
        id=message.id,
        council=session.council,
        to=to,
        words=said,
        mark=said if permit else case.reference.shown,
        wanted_at=message.wanted_at,
        stopped=STOPS.get(people.contact_state(session, viewer, to)),
    )


def _permit(session: Session, viewer: Viewer, message: Message) -> tuple[str, date] | None:
    if message.kind not in OF_PERMITS:
        return None
    permit = permits.of_case(session, viewer, message.case_id)
    return permit.shown, permit.until


def deliver_text(text: TextMessage, carrier: TextCarrier | None) -> TextDelivery:
    """Hand a text to the carrier, outside any transaction."""
    stopped = text.stopped or (WhyNot.NO_CARRIER if carrier is None else None)
    if carrier is None or stopped:
        why = stopped or WhyNot.NO_CARRIER
        return TextDelivery(trouble=TextRefused(why), is_ours=True)
    try:
        return TextDelivery(carrier.send(text))
    except (TextAway, TextRefused) as trouble:
        return TextDelivery(trouble=trouble)


def settle_text(
    session: Session, viewer: Viewer, message_id: UUID, *, delivery: TextDelivery
) -> None:
    """Write down how a text was handed over; one that was settled before is left alone.

    What the carrier will never take, or not within a day, is turned to another way.

    :raises UnknownMessage: if there is none.
    :raises TextAway: if trying again later may help.
    """
    message = keeping.hold(session, message_id)
    if MessageState(message.state) is not MessageState.WANTED:
        return
    trouble = delivery.trouble
    if trouble is None:
        _go_on(session, viewer, message, (MessageState.SENT, delivery.outside_id))
    elif isinstance(trouble, TextAway) and session.now() - message.wanted_at < PATIENCE:
        raise trouble
    else:
        if isinstance(trouble, TextRefused) and not delivery.is_ours:
            mark_contact(session, viewer, PhoneNumber(message.to), why=trouble.why)
        why = trouble.why.value if isinstance(trouble, TextRefused) else trouble.key
        _give_up(session, viewer, message, why=why)


def hear(
    session: Session,
    viewer: Viewer,
    message_id: UUID,
    *,
    outside_id: str,
    state: MessageState,
    why: WhyNot = WhyNot.REFUSED,
) -> bool:
    """Write down what the carrier says of a text, in whatever order it says it.

    It gives whether that was news: a state never goes back, and what is said of another text than
    the one that was sent counts for nothing.

    :raises UnknownMessage: if there is none.
    """
    message = keeping.hold(session, message_id)
    is_other = message.outside_id not in {None, outside_id}
    if is_other or state not in ALLOWED[MessageState(message.state)]:
        return False
    message.outside_id = outside_id
    if state is MessageState.FAILED:
        mark_contact(session, viewer, PhoneNumber(message.to), why=why)
        _give_up(session, viewer, message, why=why.value)
    else:
        _go_on(session, viewer, message, (state, outside_id))
    return True


def _give_up(session: Session, viewer: Viewer, message: Message, *, why: str) -> None:
    message.move(MessageState.FAILED)
    message.reason = why
    keeping.remember(session, viewer, message)
    session.tell(MessageFailed(message.id))


def _go_on(
    session: Session, viewer: Viewer, message: Message, came: tuple[MessageState, str | None]
) -> None:
    state, message.outside_id = came
    message.move(state)
    message.sent_at = message.sent_at or session.now()
    keeping.remember(session, viewer, message)


def mark_contact(session: Session, viewer: Viewer, contact: PhoneNumber, *, why: WhyNot) -> None:
    """Keep of a number what the carrier said of it.

    What we found in our own table is not written back: its owner may have changed it meanwhile.
    """
    if why is WhyNot.OPTED_OUT:
        people.opt_out(session, viewer, contact, door=Channel.SMS)
    elif why is WhyNot.UNREACHABLE:
        people.mark_unreachable(session, viewer, contact, door=Channel.SMS)
