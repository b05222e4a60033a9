"""The tables of people."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hub.store import Base, CouncilOwned, Json


class Resident(CouncilOwned, Base):
    """Hold one person who asked; two rows are never merged, only linked."""

    __tablename__ = "residents"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    created_at: Mapped[datetime]


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
