"""Wrong second facts, counted by case for an hour: nobody tries out postcodes for a reference."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

LOSES = ("wrong_facts",)
"""Going back past here loses all rows of these tables; they count for an hour only."""


def upgrade() -> None:
    op.create_table(
        "wrong_facts",
        sa.Column("council", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("council", "id", name="pk_wrong_facts"),
        sa.ForeignKeyConstraint(
            ["council", "case_id"],
            ["cases.council", "cases.id"],
            name="fk_wrong_facts_council_case_id_cases",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_wrong_facts_case", "wrong_facts", ["council", "case_id", "at"])
    op.create_index("ix_wrong_facts_at", "wrong_facts", ["council", "at"])


def downgrade() -> None:
    op.drop_table("wrong_facts")
