"""Enclosures: the photos and documents that came with a draft and go with its case."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

LOSES = ("enclosures",)
"""Going back past here loses what is known of these files; the documents themselves stay."""

_INDEXES = {"draft": "draft_id", "case": "case_id", "sha256": "sha256", "thumbnail": "thumbnail"}
_GOING = "removed_at IS NOT NULL AND sha256 IS NOT NULL"


def upgrade() -> None:
    op.create_table(
        "enclosures",
        sa.Column("council", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("draft_id", sa.Uuid(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("path", sa.String(200), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=True),
        sa.Column("thumbnail", sa.String(64), nullable=True),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(100), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("council", "id", name=op.f("pk_enclosures")),
    )
    for name, column in _INDEXES.items():
        op.create_index(f"ix_enclosures_{name}", "enclosures", ["council", column])
    only = sa.text(_GOING)
    op.create_index(
        "ix_enclosures_going",
        "enclosures",
        ["removed_at"],
        postgresql_where=only,
        sqlite_where=only,
    )


def downgrade() -> None:
    op.drop_table("enclosures")
