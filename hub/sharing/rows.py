"""The tables of erasing: which cases are held back, and which were erased, when and why."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from hub.store import Base, CouncilOwned


def _of_case() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["council", "case_id"], ["cases.council", "cases.id"])


class Cause(StrEnum):
    """Say why a case is erased: its time was over, somebody asked, or a restore brought it back."""

    KEPT = "kept"
    ASKED = "asked"
    AGAIN = "again"


class Hold(CouncilOwned, Base):
    """Hold a case back from erasing, and say who wanted it so and why."""

    __tablename__ = "holds"
    __table_args__ = (_of_case(),)

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    because: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(String(100))
    set_at: Mapped[datetime]


class Erasure(CouncilOwned, Base):
    """Hold that a case is to be erased, and since when it is; a case has one at most.

    `reason` is what the one said who asked, and names nobody. `noted_at` says that it stands in the
    ledger outside the database. What a permit needs of an erased case goes later, and then this is
    wanted once more.
    """

    __tablename__ = "erasures"
    _unnoted: ClassVar = text("done_at IS NOT NULL AND noted_at IS NULL")
    __table_args__ = (
        _of_case(),
        UniqueConstraint("council", "case_id"),
        Index(
            "ix_erasures_unnoted",
            "council",
            "id",
            postgresql_where=_unnoted,
            sqlite_where=_unnoted,
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    reference: Mapped[str] = mapped_column(String(11))
    cause: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str | None] = mapped_column(Text)
    by: Mapped[str] = mapped_column(String(100))
    wanted_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    noted_at: Mapped[datetime | None]
