"""The tables of cases."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from hub.interview import Value
from hub.store import Base, CouncilOwned, Json


def _of_case() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["council", "case_id"], ["cases.council", "cases.id"], ondelete="CASCADE"
    )


class Case(CouncilOwned, Base):
    """Hold one request: its definition's version, its moments, its promise, its team.

    `answer_by` is the council's local day; `fee_pence` is what is due, None where nothing is.
    `indexed_at` is when its words were written for the search; None lets them be written anew.
    `kept_until` is the last local day on which a closed case is kept; None until it is reckoned.
    From `erased_at` on nothing personal is left of it.
    """

    __tablename__ = "cases"
    unindexed: ClassVar = text("indexed_at IS NULL")
    """The condition of the index of cases whose words are not written, word for word."""
    _kept: ClassVar = text("status = 'closed' AND erased_at IS NULL")
    __table_args__ = (
        Index("ix_cases_queue", "council", "team", "status", "asked_at"),
        Index(
            "ix_cases_unindexed",
            "council",
            "recorded_at",
            postgresql_where=unindexed,
            sqlite_where=unindexed,
        ),
        Index(
            "ix_cases_kept",
            "council",
            "kept_until",
            "id",
            postgresql_where=_kept,
            sqlite_where=_kept,
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(String(11), unique=True)
    service: Mapped[str]
    version: Mapped[str]
    status: Mapped[str]
    channel: Mapped[str]
    language: Mapped[str]
    asked_at: Mapped[datetime]
    asked_source: Mapped[str]
    received_at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    answer_by: Mapped[date]
    urgent: Mapped[bool]
    fee_pence: Mapped[int | None]
    team: Mapped[str | None]
    route_reason: Mapped[str | None]
    warned_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    indexed_at: Mapped[datetime | None]
    kept_until: Mapped[date | None]
    erased_at: Mapped[datetime | None]


class Answer(CouncilOwned, Base):
    """Hold one answer of a case, as it stands now; how it came to be stands in history.

    `origin` is the door it came by. `confidence` is None where no reading was in doubt.
    """

    __tablename__ = "answers"
    __table_args__ = (_of_case(),)

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    path: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Value] = mapped_column(Json)
    origin: Mapped[str]
    confidence: Mapped[float | None]


class Asker(CouncilOwned, Base):
    """Hold a person who asked for a case, and the facts by which we know them again.

    `postcode` and `email` are the second facts: one of them is asked beside the reference.
    `number` is 1 for the one who is answered, which is who asked unless they asked for a person
    who is to be answered: then the one who asked is 2. The others joined it later.
    """

    __tablename__ = "askers"
    __table_args__ = (
        _of_case(),
        ForeignKeyConstraint(["council", "resident_id"], ["residents.council", "residents.id"]),
        Index("ix_askers_resident", "council", "resident_id"),
    )

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    resident_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int]
    postcode: Mapped[str | None]
    email: Mapped[str | None]


class Behalf(CouncilOwned, Base):
    """Hold that a case was asked for another: who asked, for whom, and who is answered.

    `person_id` is None where it is for an organisation, whose name is then in `organisation`.
    """

    __tablename__ = "behalves"
    __table_args__ = (
        _of_case(),
        *(
            ForeignKeyConstraint(["council", name], ["residents.council", "residents.id"])
            for name in ("asker_id", "person_id", "answered_id")
        ),
        Index("ix_behalves_asker", "council", "asker_id"),
        Index("ix_behalves_person", "council", "person_id"),
        Index("ix_behalves_answered", "council", "answered_id"),
    )

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    asker_id: Mapped[UUID]
    person_id: Mapped[UUID | None]
    answered_id: Mapped[UUID]
    organisation: Mapped[str | None]


class Spot(CouncilOwned, Base):
    """Hold where a case of a shared service is, to find it near another: a street, or a point.

    `street` is folded, and empty where the words name none; `lat` and `lon` are degrees by WGS 84.
    """

    __tablename__ = "spots"
    __table_args__ = (
        _of_case(),
        Index("ix_spots_street", "council", "service", "street", "asked_at"),
        Index("ix_spots_lat", "council", "service", "lat", "asked_at"),
    )

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    street: Mapped[str] = mapped_column(String(100), primary_key=True)
    service: Mapped[str]
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    asked_at: Mapped[datetime]


class OwedTask(CouncilOwned, Base):
    """Hold something the door could not carry and the resident still owes us."""

    __tablename__ = "owed_tasks"
    __table_args__ = (_of_case(),)

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    path: Mapped[str] = mapped_column(primary_key=True)
    asked_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]


class WrongFact(CouncilOwned, Base):
    """Hold that somebody named a case and gave a wrong second fact; what they gave is not kept."""

    __tablename__ = "wrong_facts"
    __table_args__ = (
        _of_case(),
        Index("ix_wrong_facts_case", "council", "case_id", "at"),
        Index("ix_wrong_facts_at", "council", "at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    at: Mapped[datetime]
