"""The table of messages."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from hub.errors import Refused
from hub.store import Base, CouncilOwned


class NotAllowedMessageMove(Refused):
    """Refuse to move a message where the table of moves has no way."""

    key = "not_allowed_message_move"


class MessageState(StrEnum):
    """Say how far a message has come; it never goes back."""

    WANTED = "wanted"
    SENT = "sent"
    FAILED = "failed"


TO_RESIDENTS = frozenset({"received", "joined"})
"""The kinds that go to residents; all others go to a team."""

ALLOWED: Mapping[MessageState, frozenset[MessageState]] = {
    MessageState.WANTED: frozenset({MessageState.SENT, MessageState.FAILED}),
    MessageState.SENT: frozenset({MessageState.FAILED}),
    MessageState.FAILED: frozenset(),
}


class MessageKind(StrEnum):
    """Say what a message is about: the first two go to residents, the others to a team."""

    RECEIVED = "received"
    JOINED = "joined"
    DEADLINE = "deadline"
    ADDED = "added"
    WAITS = "waits"


class Message(CouncilOwned, Base):
    """Hold one e-mail: about a case, to whom, and what became of it.

    `about` tells two of one kind apart: the number of the entry of history that a team is told of,
    the id of the one who joined; it is empty where a case has one at most.
    """

    __tablename__ = "messages"
    wanted: ClassVar = text("state = 'wanted'")
    """The condition of the index of what is not sent yet, word for word."""
    __table_args__ = (
        UniqueConstraint("council", "case_id", "kind", "about"),
        Index("ix_messages_wanted", "wanted_at", postgresql_where=wanted, sqlite_where=wanted),
        ForeignKeyConstraint(["council", "case_id"], ["cases.council", "cases.id"]),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    kind: Mapped[str]
    about: Mapped[str] = mapped_column(String(40), server_default="")
    way: Mapped[str]
    to: Mapped[str]
    language: Mapped[str]
    state: Mapped[str]
    reason: Mapped[str | None]
    wanted_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]

    def move(self, then: MessageState) -> None:
        """Move the message on.

        :raises NotAllowedMessageMove: if the table of moves has no way there.
        """
        now = MessageState(self.state)
        if then not in ALLOWED[now]:
            raise NotAllowedMessageMove(now=now.value, then=then.value)
        self.state = then.value
