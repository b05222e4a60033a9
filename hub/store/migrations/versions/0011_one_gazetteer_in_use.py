"""Of each kind of gazetteer one load at most is in use, however many are read at once."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

_INDEX = "uq_gazetteer_loads_current"


def upgrade() -> None:
    current = sa.text("state = 'current'")
    op.create_index(
        _INDEX,
        "gazetteer_loads",
        ["council", "kind"],
        unique=True,
        postgresql_where=current,
        sqlite_where=current,
    )


def downgrade() -> None:
    op.drop_index(_INDEX, "gazetteer_loads")
