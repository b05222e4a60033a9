"""Indexes of what is not finished: who watches looks at that alone, however much is done."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_INDEXES = {
    "ix_messages_wanted": ("messages", "state = 'wanted'"),
    "ix_letters_unprinted": ("letters", "state IN ('wanted', 'written')"),
}


def upgrade() -> None:
    for name, (table, condition) in _INDEXES.items():
        only = sa.text(condition)
        op.create_index(name, table, ["wanted_at"], postgresql_where=only, sqlite_where=only)


def downgrade() -> None:
    for name, (table, _) in _INDEXES.items():
        op.drop_index(name, table)
