"""Near and lately: the index by latitude knows the day, and leaves out the years before."""

from alembic import op

revision = "0027"
down_revision = "0026"

_NAME, _PLACE = "ix_spots_lat", ["council", "service", "lat"]


def upgrade() -> None:
    op.drop_index(_NAME, "spots")
    op.create_index(_NAME, "spots", [*_PLACE, "asked_at"])


def downgrade() -> None:
    op.drop_index(_NAME, "spots")
    op.create_index(_NAME, "spots", _PLACE)
