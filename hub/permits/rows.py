"""The table of permits, and the one move a permit may make."""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from hub.store import Base, CouncilOwned


class PermitState(StrEnum):
    """Say whether a permit holds: valid ─▶ expired, and never back."""

    VALID = "valid"
    EXPIRED = "expired"


class Permit(CouncilOwned, Base):
    """Hold what a case was granted: whose it is, its number, and for how long.

    `since` and `until` are the council's local days, and it holds on both; from `remind_on` on its
    holder is reminded, once. `renewed_by` is the case whose permit follows this one.
    """

    __tablename__ = "permits"
    _valid: ClassVar = text("state = 'valid'")
    __table_args__ = (
        UniqueConstraint("council", "case_id"),
        UniqueConstraint("council", "number"),
        Index("ix_permits_until", "council", "until", postgresql_where=_valid, sqlite_where=_valid),
        Index("ix_permits_resident", "council", "resident_id"),
        ForeignKeyConstraint(["council", "case_id"], ["cases.council", "cases.id"]),
        ForeignKeyConstraint(["council", "resident_id"], ["residents.council", "residents.id"]),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    service: Mapped[str] = mapped_column(String(100))
    resident_id: Mapped[UUID]
    number: Mapped[str] = mapped_column(String(8))
    since: Mapped[date]
    until: Mapped[date]
    remind_on: Mapped[date]
    state: Mapped[str] = mapped_column(String(20))
    granted_at: Mapped[datetime]
    reminded_at: Mapped[datetime | None]
    expired_at: Mapped[datetime | None]
    renewed_by: Mapped[UUID | None]
