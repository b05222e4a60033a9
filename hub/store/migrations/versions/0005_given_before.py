"""After a restore: letters that were printed before it, and the references that they told."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

LOSES = ("given_before",)


def upgrade() -> None:
    op.create_table(
        "given_before",
        sa.Column("council", sa.String(40), nullable=False),
        sa.Column("letter", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(11), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("council", "letter", name=op.f("pk_given_before")),
    )
    op.create_index(op.f("ix_given_before_reference"), "given_before", ["reference"])


def downgrade() -> None:
    op.drop_table("given_before")
