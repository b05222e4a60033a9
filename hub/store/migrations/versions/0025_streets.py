"""Streets found as people spell them, the addresses along them, and the area of a gazetteer."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"

_INDEX = "ix_gazetteer_addresses_street"
# A load from before says nothing here; it is found as it was until its file is loaded again.
_COLUMNS = (
    ("gazetteer_loads", "area", sa.Text()),
    ("gazetteer_streets", "plain", sa.String(600)),
    ("gazetteer_streets", "loose", sa.String(600)),
    ("gazetteer_addresses", "street", sa.String(300)),
)


def upgrade() -> None:
    for table, name, kind in _COLUMNS:
        op.add_column(table, sa.Column(name, kind, nullable=True))
    op.create_index(_INDEX, "gazetteer_addresses", ["council", "load", "street"])


def downgrade() -> None:
    op.drop_index(_INDEX, "gazetteer_addresses")
    for table, name, _ in reversed(_COLUMNS):
        op.drop_column(table, name)
