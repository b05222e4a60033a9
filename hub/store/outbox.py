"""The outbox: what happened, written in the same commit as the change, for the relay to hand on."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from hub.store.tables import Base, CouncilOwned


@dataclass(frozen=True, slots=True)
class Event:
    """Say what happened (its class) and to what; what follows may wait until `due_at`."""

    subject: UUID
    due_at: datetime | None = None

    @classmethod
    def name(cls) -> str:
        """Give the event's name, as the outbox and the table of jobs know it."""
        return cls.__name__


class OutboxEvent(CouncilOwned, Base):
    """One event that happened, and when the relay made its jobs."""

    __tablename__ = "outbox"
    unexpanded: ClassVar = text("expanded_at IS NULL")
    __table_args__ = (
        Index("ix_outbox_open", "id", postgresql_where=unexpanded, sqlite_where=unexpanded),
        Index(
            "ix_outbox_turns", "council", "id", postgresql_where=unexpanded, sqlite_where=unexpanded
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(60))
    subject: Mapped[UUID]
    at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    expanded_at: Mapped[datetime | None]
