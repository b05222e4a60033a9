"""Many askers of one case, the spots by which a case is found, and drafts that join one."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"

LOSES = ("spots",)
"""Going back past here loses these rows: cases are no longer found by their place."""


def upgrade() -> None:
    op.add_column("askers", sa.Column("number", sa.Integer(), nullable=False, server_default="1"))
    op.create_index("ix_askers_resident", "askers", ["council", "resident_id"])
    op.add_column("drafts", sa.Column("joins", sa.Uuid(), nullable=True))
    op.add_column("drafts", sa.Column("asker", sa.Uuid(), nullable=True))
    op.create_table(
        "spots",
        sa.Column("council", sa.String(40), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("street", sa.String(100), nullable=False),
        sa.Column("service", sa.String(), nullable=False),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column("lon", sa.Double(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("council", "case_id", "street", name="pk_spots"),
        sa.ForeignKeyConstraint(
            ["council", "case_id"],
            ["cases.council", "cases.id"],
            name="fk_spots_council_case_id_cases",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_spots_street", "spots", ["council", "service", "street", "asked_at"])
    op.create_index("ix_spots_lat", "spots", ["council", "service", "lat"])


def downgrade() -> None:
    op.drop_table("spots")
    op.drop_column("drafts", "asker")
    op.drop_column("drafts", "joins")
    op.drop_index("ix_askers_resident", "askers")
    op.drop_column("askers", "number")
