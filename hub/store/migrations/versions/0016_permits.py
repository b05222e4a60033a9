"""Permits: what was granted for a time, to whom, under which number, and whether it still holds."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

LOSES = ("permits",)
"""Going back past here loses which permits hold; that each was granted stays in the history."""

_VALID = "state = 'valid'"


def upgrade() -> None:
    op.create_table(
        "permits",
        sa.Column("council", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("service", sa.String(100), nullable=False),
        sa.Column("resident_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(8), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("remind_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("granted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expired_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("council", "id", name=op.f("pk_permits")),
        sa.ForeignKeyConstraint(
            ["council", "case_id"],
            ["cases.council", "cases.id"],
            name=op.f("fk_permits_council_case_id_cases"),
        ),
        sa.ForeignKeyConstraint(
            ["council", "resident_id"],
            ["residents.council", "residents.id"],
            name=op.f("fk_permits_council_resident_id_residents"),
        ),
        sa.UniqueConstraint("council", "case_id", name=op.f("uq_permits_council_case_id")),
        sa.UniqueConstraint("council", "number", name=op.f("uq_permits_council_number")),
    )
    valid = sa.text(_VALID)
    op.create_index(
        "ix_permits_until",
        "permits",
        ["council", "until"],
        postgresql_where=valid,
        sqlite_where=valid,
    )


def downgrade() -> None:
    op.drop_table("permits")
