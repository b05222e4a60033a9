"""The table of jobs, and the states a job moves through."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from hub.store.tables import Base, CouncilOwned

STRIKES = 3
"""How often a job may fail or die before a person has to look at it."""


class State(StrEnum):
    """Where a job is: open until it is done, or held for a person."""

    OPEN = "open"
    DONE = "done"
    HELD = "held"


UNFINISHED = {State.OPEN: text("state = 'open'"), State.HELD: text("state = 'held'")}
"""The conditions of the indexes of jobs, word for word: else SQLite does not use them."""


class Job(CouncilOwned, Base):
    """One thing to do because of one event; `every` (seconds) makes it come again.

    It is due by the hub's clock; nobody may take it before `leased_until`, by the database's clock.
    Every taking counts as an attempt before the work begins; `put_off` counts those that the world
    spoiled. The difference is the job's strikes.
    """

    __tablename__ = "jobs"
    _open: ClassVar = UNFINISHED[State.OPEN]
    _held: ClassVar = UNFINISHED[State.HELD]
    __table_args__ = (
        UniqueConstraint("event", "name"),
        Index("ix_jobs_open", "due_at", postgresql_where=_open, sqlite_where=_open),
        Index("ix_jobs_turns", "council", "due_at", postgresql_where=_open, sqlite_where=_open),
        Index("ix_jobs_held", "id", postgresql_where=_held, sqlite_where=_held),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-20)
    event: Mapped[UUID]
    name: Mapped[str] = mapped_column(String(60))
    queue: Mapped[str] = mapped_column(String(60))
    subject: Mapped[UUID]
    due_at: Mapped[datetime]
    every: Mapped[int | None]
    attempts: Mapped[int]
    put_off: Mapped[int]
    leased_until: Mapped[datetime | None]
    published_at: Mapped[datetime | None]
    state: Mapped[str] = mapped_column(String(10))
    held_reason: Mapped[str | None] = mapped_column(String(200))
