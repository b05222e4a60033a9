"""The table of messages."""

from collections.abc import Mapping
from datetime import datetime, timedelta
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
    DELIVERED = "delivered"
    FAILED = "failed"


ALLOWED: Mapping[MessageState, frozenset[MessageState]] = {
    MessageState.WANTED: frozenset(
        {MessageState.SENT, MessageState.DELIVERED, MessageState.FAILED}
    ),
    MessageState.SENT: frozenset({MessageState.DELIVERED, MessageState.FAILED}),
    MessageState.DELIVERED: frozenset(),
    MessageState.FAILED: frozenset(),
}


PATIENCE = timedelta(days=1)
"""So long a carrier may ask us to come back (ADR 0005)."""


class MessageKind(StrEnum):
    """Say what a message is about; a case has at most one of each, but for those told apart."""

    RECEIVED = "received"
    JOINED = "joined"
    DEADLINE = "deadline"
    ADDED = "added"
    WAITS = "waits"
    INSTEAD = "instead"
    """What stands in for an acknowledgement that did not arrive."""
    GRANTED = "granted"
    ENDING = "ending"
    CHECK = "check"


TO_TEAMS = frozenset(
    {MessageKind.DEADLINE, MessageKind.ADDED, MessageKind.WAITS, MessageKind.CHECK}
)
"""The kinds that go to a team; all others go to residents."""

OF_PERMITS = frozenset({MessageKind.GRANTED, MessageKind.ENDING})
"""The kinds that tell of what a case was granted."""


class Message(CouncilOwned, Base):
    """Hold one message: about a case, to whom, and what became of it.

    `about` tells two of one kind apart: the number of the entry of history that a team is told of,
    the id of the one who joined; it is empty where a case has one at most. `outside_id` is what the
    carrier calls a text that it took.
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
    outside_id: Mapped[str | None]

    @property
    def joiner(self) -> UUID | None:
        """Give who joined the case, if this is for them and not for its first asker."""
        may_be = self.kind in {MessageKind.JOINED, MessageKind.INSTEAD}
        return UUID(self.about) if may_be and self.about else None

    def move(self, then: MessageState) -> None:
        """Move the message on.

        :raises NotAllowedMessageMove: if the table of moves has no way there.
        """
        now = MessageState(self.state)
        if then not in ALLOWED[now]:
            raise NotAllowedMessageMove(now=now.value, then=then.value)
        self.state = then.value
