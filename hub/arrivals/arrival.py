"""An arrival: something that came in at a door, and what became of it."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from hub.store import Base, CouncilOwned


class Outcome(StrEnum):
    """Say what became of an arrival."""

    OPENED = "opened"
    JOINED = "joined"
    WAITING = "waiting"
    REFUSED = "refused"
    ANSWERED = "answered"
    DRAFT = "draft"
    LAPSED = "lapsed"


_DECIDED = frozenset({Outcome.OPENED, Outcome.JOINED, Outcome.REFUSED, Outcome.ANSWERED})

ALLOWED: Mapping[Outcome | None, frozenset[Outcome]] = {
    None: frozenset(Outcome) - {Outcome.LAPSED},
    Outcome.DRAFT: frozenset({Outcome.OPENED, Outcome.JOINED, Outcome.LAPSED}),
    Outcome.WAITING: _DECIDED,
    Outcome.OPENED: frozenset(),
    Outcome.JOINED: frozenset(),
    Outcome.REFUSED: frozenset(),
    Outcome.ANSWERED: frozenset(),
    Outcome.LAPSED: frozenset(),
}
"""From each outcome (None: not settled yet) the outcomes it may become."""


class Arrival(CouncilOwned, Base):
    """One thing that came in, known by its door and the name it has outside."""

    __tablename__ = "arrivals"
    _open: ClassVar = text("outcome IS NULL")
    __table_args__ = (
        UniqueConstraint("council", "channel", "external_id"),
        Index("ix_arrivals_unsettled", "recorded_at", postgresql_where=_open, sqlite_where=_open),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(String(20))
    external_id: Mapped[str] = mapped_column(String(200))
    sha256: Mapped[str] = mapped_column(String(64))
    received_at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    outcome: Mapped[str | None] = mapped_column(String(20))
    reason: Mapped[str | None] = mapped_column(String(200))
    case_id: Mapped[UUID | None] = mapped_column(index=True)
