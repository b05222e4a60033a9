"""The table of booked places."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from hub.store import Base, CouncilOwned


class Booked(CouncilOwned, Base):
    """Hold one place on a day: the `slot`th of a service's round, counted from 1.

    While it is not given back nobody else can have the same slot: the database sees to that. A
    case has no foreign key here, as its place is taken before it is opened, in the same commit.
    """

    __tablename__ = "bookings"
    _held: ClassVar = text("freed_at IS NULL")
    __table_args__ = (
        Index(
            "uq_bookings_slot",
            "council",
            "service",
            "day",
            "round",
            "slot",
            unique=True,
            postgresql_where=_held,
            sqlite_where=_held,
        ),
        Index("ix_bookings_case", "council", "case_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    service: Mapped[str] = mapped_column(String(100))
    round: Mapped[str] = mapped_column(String(100))
    day: Mapped[date]
    slot: Mapped[int]
    case_id: Mapped[UUID]
    held_at: Mapped[datetime]
    freed_at: Mapped[datetime | None]
