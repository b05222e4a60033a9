"""The table of drafts."""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from hub.interview import Value
from hub.store import Base, CouncilOwned, Json


class DraftState(StrEnum):
    """Say what has become of a draft."""

    OPEN = "open"
    SUBMITTED = "submitted"
    LAPSED = "lapsed"


class Draft(CouncilOwned, Base):
    """Keep the answers of an interview that is not finished yet.

    `token_hash` is the SHA-256 of the word that the door holds: whoever reads the table cannot
    take up somebody's draft. A draft that was sent, or lapsed, keeps no answers. `changed` are the
    paths of the questions that changed since they were answered; None is none. `is_saved` says that
    there is a code for it (`SavedDraft`). `joins` is the case that somebody wants to be added to,
    `asker` who they are there once sent.
    """

    __tablename__ = "drafts"
    _open: ClassVar = text("state = 'open'")
    __table_args__ = (
        UniqueConstraint("council", "token_hash"),
        Index("ix_drafts_open", "touched_at", postgresql_where=_open, sqlite_where=_open),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    token_hash: Mapped[bytes]
    service: Mapped[str]
    version: Mapped[str]
    channel: Mapped[str]
    language: Mapped[str]
    answers: Mapped[dict[str, Value]] = mapped_column(Json)
    changed: Mapped[list[str] | None] = mapped_column(Json)
    asked_on: Mapped[date]
    state: Mapped[str]
    case_id: Mapped[UUID | None]
    is_saved: Mapped[bool | None]
    joins: Mapped[UUID | None]
    asker: Mapped[UUID | None]
    started_at: Mapped[datetime]
    touched_at: Mapped[datetime]
