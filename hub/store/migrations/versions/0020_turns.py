"""Councils take turns: indexes that lead from one council with work to the next."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"

_INDEXES = {
    "ix_jobs_turns": ("jobs", "due_at", "state = 'open'"),
    "ix_outbox_turns": ("outbox", "id", "expanded_at IS NULL"),
}


def upgrade() -> None:
    for name, (table, then, condition) in _INDEXES.items():
        only = sa.text(condition)
        op.create_index(name, table, ["council", then], postgresql_where=only, sqlite_where=only)


def downgrade() -> None:
    for name, (table, _, _) in _INDEXES.items():
        op.drop_index(name, table)
