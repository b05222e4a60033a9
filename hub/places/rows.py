"""The tables of the gazetteer: loads that are swapped whole, their addresses and bin days."""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from hub.store import Base, CouncilOwned


class LoadKind(StrEnum):
    """Say what a file holds."""

    ADDRESSES = "addresses"
    COLLECTIONS = "collections"


class LoadState(StrEnum):
    """Say where a load stands: being read, in use, or replaced by a later one."""

    BEGUN = "begun"
    CURRENT = "current"
    REPLACED = "replaced"


class Load(CouncilOwned, Base):
    """Be one reading of a file with this hash; of each kind one at most is in use.

    `area` holds the corners of the shape around its addresses, as JSON; None where none is known.
    """

    __tablename__ = "gazetteer_loads"
    _current: ClassVar = text("state = 'current'")
    __table_args__ = (
        Index(
            "uq_gazetteer_loads_current",
            "council",
            "kind",
            unique=True,
            postgresql_where=_current,
            sqlite_where=_current,
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20))
    sha256: Mapped[str] = mapped_column(String(64))
    begun_at: Mapped[datetime]
    rows: Mapped[int]
    broken: Mapped[int]
    area: Mapped[str | None] = mapped_column(Text)


class AddressRow(CouncilOwned, Base):
    """Hold one address of a load.

    `uprn` has up to 12 digits and is kept as text. `postcode` is as printed. `sorted_as` puts 2
    before 10 within a street. `street` is the folded name of its street row; None in a load from
    before streets were searched.
    """

    __tablename__ = "gazetteer_addresses"
    __table_args__ = (
        Index("ix_gazetteer_addresses_postcode", "council", "load", "postcode"),
        Index("ix_gazetteer_addresses_lat", "council", "load", "lat"),
        Index("ix_gazetteer_addresses_street", "council", "load", "street"),
    )

    load: Mapped[UUID] = mapped_column(primary_key=True)
    uprn: Mapped[str] = mapped_column(String(12), primary_key=True)
    line1: Mapped[str] = mapped_column(String(200))
    line2: Mapped[str] = mapped_column(String(200))
    line3: Mapped[str] = mapped_column(String(200))
    town: Mapped[str] = mapped_column(String(60))
    postcode: Mapped[str] = mapped_column(String(10))
    sorted_as: Mapped[str] = mapped_column(String(400))
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    street: Mapped[str | None] = mapped_column(String(300))


class StreetRow(CouncilOwned, Base):
    """Hold one street of a load, by its folded name and town.

    `plain` and `loose` are the words of its names in the forms that they are found by, with spaces
    around each; None in a load from before.
    """

    __tablename__ = "gazetteer_streets"

    load: Mapped[UUID] = mapped_column(primary_key=True)
    folded: Mapped[str] = mapped_column(String(300), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    town: Mapped[str] = mapped_column(String(60))
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    plain: Mapped[str | None] = mapped_column(String(600))
    loose: Mapped[str | None] = mapped_column(String(600))


class CollectionRow(CouncilOwned, Base):
    """Say when one kind of bin of a property is emptied: on `first`, and every so many days."""

    __tablename__ = "gazetteer_collections"

    load: Mapped[UUID] = mapped_column(primary_key=True)
    uprn: Mapped[str] = mapped_column(String(12), primary_key=True)
    bin: Mapped[str] = mapped_column(String(40), primary_key=True)
    first: Mapped[date]
    every_days: Mapped[int]
