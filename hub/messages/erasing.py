"""Taking out of the messages about a case to whom they went."""

from uuid import UUID

from sqlalchemy import select

from hub.messages.rows import Message, MessageState
from hub.staff import Viewer
from hub.store import Session


def erase(session: Session, viewer: Viewer, case_id: UUID, *, whole: bool) -> None:
    """Erase the address of each message about a case, and what its carrier calls it.

    That there was each message, and what became of it, stays. With `whole` none is spared; else
    those on their way are. What a message said is kept nowhere.

    :raises NotAllowed: if it is not the hub itself that erases.
    """
    viewer.demand_work(case_id, None)
    asked = select(Message).where(Message.case_id == case_id).with_for_update()
    for message in session.sql.scalars(asked).all():
        if whole or MessageState(message.state) is not MessageState.WANTED:
            message.to, message.outside_id = "", None
    session.sql.flush()


def ids_of(session: Session, viewer: Viewer, case_id: UUID) -> tuple[UUID, ...]:
    """Give the ids of all messages about a case.

    :raises NotAllowed: if it is not the hub itself that asks.
    """
    viewer.demand_work(case_id, None)
    return tuple(session.sql.scalars(select(Message.id).where(Message.case_id == case_id)))
