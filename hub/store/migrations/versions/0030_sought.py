"""What staff looked for last, kept with their session."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    op.add_column("staff_sessions", sa.Column("sought", sa.String(200), nullable=True))


def downgrade() -> None:
    op.drop_column("staff_sessions", "sought")
