"""Saved drafts: by which code each is taken up on another device, and what was sent about it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0014"
down_revision = "0013"

LOSES = ("save_notices", "saved_drafts")
"""Going back past here loses the codes: who saved a draft takes it up on the same device only."""

_JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.add_column("drafts", sa.Column("is_saved", sa.Boolean(), nullable=True))
    op.create_table(
        "saved_drafts",
        sa.Column("council", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("draft_id", sa.Uuid(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.LargeBinary()),
        sa.Column("way", sa.String(20), nullable=False),
        sa.Column("language", sa.String(10), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("name", sa.String()),
        sa.Column("address", _JSON),
        sa.Column("email", sa.String()),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("wrong_since", sa.DateTime(timezone=True)),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reminded_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("council", "id", name="pk_saved_drafts"),
        sa.UniqueConstraint("council", "draft_id", name="uq_saved_drafts_council_draft_id"),
        sa.UniqueConstraint("council", "code_hash", name="uq_saved_drafts_council_code_hash"),
        sa.ForeignKeyConstraint(
            ["council", "draft_id"],
            ["drafts.council", "drafts.id"],
            name="fk_saved_drafts_council_draft_id_drafts",
        ),
    )
    op.create_table(
        "save_notices",
        sa.Column("council", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("saved_id", sa.Uuid(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("reason", sa.String(60)),
        sa.Column("wanted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("council", "id", name="pk_save_notices"),
        sa.UniqueConstraint(
            "council",
            "saved_id",
            "kind",
            "edition",
            name="uq_save_notices_council_saved_id_kind_edition",
        ),
        sa.ForeignKeyConstraint(
            ["council", "saved_id"],
            ["saved_drafts.council", "saved_drafts.id"],
            name="fk_save_notices_council_saved_id_saved_drafts",
        ),
    )


def downgrade() -> None:
    op.drop_table("save_notices")
    op.drop_table("saved_drafts")
    op.drop_column("drafts", "is_saved")
