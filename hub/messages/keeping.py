"""A message's row: made once, found again, and each of its ends written into the case's history."""

from uuid import UUID

from sqlalchemy import Select, select

from hub import history
from hub.errors import Refused
from hub.messages.rows import Message, MessageKind, MessageState
from hub.people import Reached, Way
from hub.staff import Viewer
from hub.store import Event, Session
from hub.values import Language, PhoneNumber


class UnknownMessage(Refused):
    """Say that no such message is kept."""

    key = "unknown_message"


def find(session: Session, message_id: UUID) -> Message:
    """Give a message, to look at.

    :raises UnknownMessage: if there is none.
    """
    return _only(session, select(Message).where(Message.id == message_id))


def hold(session: Session, message_id: UUID) -> Message:
    """Give a message, and keep others from it until the transaction ends.

    :raises UnknownMessage: if there is none.
    """
    return _only(session, select(Message).where(Message.id == message_id).with_for_update())


def _only(session: Session, wanted: Select[Message]) -> Message:
    message = session.sql.execute(wanted).scalar_one_or_none()
    if message is None:
        raise UnknownMessage
    return message


def want(
    session: Session,
    case_id: UUID,
    *,
    kind: MessageKind,
    to: tuple[Reached, tuple[Language, ...]],
    then: type[Event],
    about: str = "",
) -> None:
    """Make the row of a message, and tell that it is wanted; a second time nothing is done.

    `about` tells two of one kind apart (see `Message`).
    """
    contact, languages = to
    message_id = session.chance.uuid()
    wanted = {
        "council": session.council,
        "id": message_id,
        "case_id": case_id,
        "kind": kind.value,
        "about": about,
        "way": (Way.TEXT if isinstance(contact, PhoneNumber) else Way.EMAIL).value,
        "to": str(contact),
        "language": " ".join(languages),
        "state": MessageState.WANTED.value,
        "wanted_at": session.now(),
    }
    if session.insert_once(Message, wanted):
        session.tell(then(message_id))


def remember(session: Session, viewer: Viewer, message: Message) -> None:
    """Write down in the case's history what became of a message."""
    is_failed = MessageState(message.state) is MessageState.FAILED
    facts = {
        "message": str(message.id),
        "kind": message.kind,
        "way": message.way,
        "reason": message.reason,
    }
    if message.joiner:
        facts["asker"] = str(message.joiner)
    history.append(
        session,
        chain=message.case_id,
        kind="MessageFailed" if is_failed else f"Message{message.state.title()}",
        actor=viewer.name,
        facts=facts,
        text={},
    )
