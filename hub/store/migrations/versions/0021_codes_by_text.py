"""Saved drafts: the mobile number to which a code was texted."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    op.add_column("saved_drafts", sa.Column("mobile", sa.String(), nullable=True))


def downgrade() -> None:
    """Go back: the program before knows no code by text, so those codes open nothing any more."""
    op.execute("UPDATE saved_drafts SET way = 'note', code_hash = NULL WHERE way = 'text'")
    op.drop_column("saved_drafts", "mobile")
