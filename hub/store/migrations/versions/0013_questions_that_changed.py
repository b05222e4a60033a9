"""Drafts: which questions changed since they were answered."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0013"
down_revision = "0012"

_JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.add_column("drafts", sa.Column("changed", _JSON, nullable=True))


def downgrade() -> None:
    op.drop_column("drafts", "changed")
