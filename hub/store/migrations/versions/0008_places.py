"""The council's gazetteer: its loads, addresses and streets, and the days its bins are emptied."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

LOSES = ("gazetteer_loads", "gazetteer_addresses", "gazetteer_streets", "gazetteer_collections")


def upgrade() -> None:
    op.create_table(
        "gazetteer_loads",
        sa.Column("council", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("broken", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("council", "id", name=op.f("pk_gazetteer_loads")),
    )
    op.create_table(
        "gazetteer_addresses",
        *_of_load(),
        sa.Column("uprn", sa.String(12), nullable=False),
        sa.Column("line1", sa.String(200), nullable=False),
        sa.Column("line2", sa.String(200), nullable=False),
        sa.Column("line3", sa.String(200), nullable=False),
        sa.Column("town", sa.String(60), nullable=False),
        sa.Column("postcode", sa.String(10), nullable=False),
        sa.Column("sorted_as", sa.String(400), nullable=False),
        *_point(),
        sa.PrimaryKeyConstraint("council", "load", "uprn", name=op.f("pk_gazetteer_addresses")),
    )
    for name, last in (("postcode", "postcode"), ("lat", "lat")):
        index = f"ix_gazetteer_addresses_{name}"
        op.create_index(index, "gazetteer_addresses", ["council", "load", last])
    op.create_table(
        "gazetteer_streets",
        *_of_load(),
        sa.Column("folded", sa.String(300), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("town", sa.String(60), nullable=False),
        *_point(),
        sa.PrimaryKeyConstraint("council", "load", "folded", name=op.f("pk_gazetteer_streets")),
    )
    op.create_table(
        "gazetteer_collections",
        *_of_load(),
        sa.Column("uprn", sa.String(12), nullable=False),
        sa.Column("bin", sa.String(40), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("every_days", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "council", "load", "uprn", "bin", name=op.f("pk_gazetteer_collections")
        ),
    )


def downgrade() -> None:
    for name in reversed(LOSES):
        op.drop_table(name)


def _of_load() -> list[sa.Column[object]]:
    return [
        sa.Column("council", sa.String(40), nullable=False),
        sa.Column("load", sa.Uuid(), nullable=False),
    ]


def _point() -> list[sa.Column[object]]:
    return [sa.Column("lat", sa.Double()), sa.Column("lon", sa.Double())]
