"""The tables of people."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, String, text
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


class Consent(CouncilOwned, Base):
    """Keep whether a person agrees that another asks for them: about one case, of one moment.

    `stands` is how the asker knows the person, `agreed` and `ground` what the asker told of it,
    `words` the questions and answers as they were read. The state moves as `consents` allows.
    """

    __tablename__ = "consents"
    __table_args__ = (
        ForeignKeyConstraint(
            ["council", "asker_id"], ["residents.council", "residents.id"], ondelete="CASCADE"
        ),
        ForeignKeyConstraint(
            ["council", "person_id"], ["residents.council", "residents.id"], ondelete="CASCADE"
        ),
        Index("ix_consents_asker", "council", "asker_id"),
        Index("ix_consents_person", "council", "person_id"),
    )

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    asker_id: Mapped[UUID]
    person_id: Mapped[UUID]
    stands: Mapped[str] = mapped_column(String(40))
    agreed: Mapped[str] = mapped_column(String(40))
    ground: Mapped[str | None] = mapped_column(String(40))
    words: Mapped[str]
    state: Mapped[str] = mapped_column(String(20))
    told_at: Mapped[datetime]
    changed_at: Mapped[datetime]
