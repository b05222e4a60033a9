"""After a restore: of which kind a letter was that was printed before it."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    # Until now there was no other kind.
    kind = sa.Column("kind", sa.String(40), nullable=False, server_default="acknowledge")
    op.add_column("given_before", kind)


def downgrade() -> None:
    op.drop_column("given_before", "kind")
