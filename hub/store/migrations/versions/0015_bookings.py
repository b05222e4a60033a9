"""Bookings: places on the days that can be booked, each slot held once."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

LOSES = ("bookings",)
"""Going back past here loses who has which place; the day stands among the case's answers."""

_HELD = "freed_at IS NULL"


def upgrade() -> None:
    op.create_table(
        "bookings",
        sa.Column("council", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("service", sa.String(100), nullable=False),
        sa.Column("round", sa.String(100), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("held_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("freed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("council", "id", name=op.f("pk_bookings")),
    )
    held = sa.text(_HELD)
    op.create_index(
        "uq_bookings_slot",
        "bookings",
        ["council", "service", "day", "round", "slot"],
        unique=True,
        postgresql_where=held,
        sqlite_where=held,
    )
    op.create_index("ix_bookings_case", "bookings", ["council", "case_id"])


def downgrade() -> None:
    op.drop_table("bookings")
