"""The tables of people."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from hub.store import Base, CouncilOwned, Json


class Resident(CouncilOwned, Base):
    """Hold one person who asked; two rows are never merged, only linked.

    `known_at` is when their keys were written (`PersonKey`); None lets them be written anew.
    """

    __tablename__ = "residents"
    unknown: ClassVar = text("known_at IS NULL")
    """The condition of the index of whose keys are not written, word for word."""
    __table_args__ = (
        Index(
            "ix_residents_unknown",
            "council",
            "created_at",
            postgresql_where=unknown,
            sqlite_where=unknown,
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    born: Mapped[date | None]
    created_at: Mapped[datetime]
    known_at: Mapped[datetime | None]


class PassportRow(CouncilOwned, Base):
    """Keep a resident's passport, and who recorded it and when."""

    __tablename__ = "passports"
    __table_args__ = (
        ForeignKeyConstraint(
            ["council", "resident_id"],
            ["residents.council", "residents.id"],
            ondelete="CASCADE",
        ),
    )

    resident_id: Mapped[UUID] = mapped_column(primary_key=True)
    way: Mapped[str]
    language: Mapped[str | None]
    size: Mapped[int]
    address: Mapped[dict[str, str] | None] = mapped_column(Json)
    email: Mapped[str | None]
    mobile: Mapped[str | None]
    recorded_by: Mapped[str]
    recorded_at: Mapped[datetime]
