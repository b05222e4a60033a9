"""What every table of every room stands on: names of constraints, types, and whose a row is."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import MetaData, String, Table, Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from hub.store.columns import Moment

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The base of every table of the hub."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {datetime: Moment(), UUID: Uuid()}  # noqa: RUF012 (read by SQLAlchemy)


class CouncilOwned:
    """Make a row one council's own: a session of another council cannot see it."""

    council: Mapped[str] = mapped_column(String(40), primary_key=True, sort_order=-10)


def table_of(kind: type[Base]) -> Table:
    """Give the table in which rows of this kind are kept."""
    table = kind.__table__
    assert isinstance(table, Table)  # noqa: S101 (mypy cannot know: what is mapped here is a table)
    return table
