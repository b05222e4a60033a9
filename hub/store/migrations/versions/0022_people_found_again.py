"""People found again: the keys of each, and who is the same person as whom."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"

LOSES = ("same_people",)
"""Going back past here loses who was said to be the same; the keys are written anew."""

_UNKNOWN = sa.text("known_at IS NULL")


def upgrade() -> None:
    op.add_column("residents", sa.Column("born", sa.Date(), nullable=True))
    op.add_column("residents", sa.Column("known_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index(
        "ix_residents_unknown",
        "residents",
        ["council", "created_at"],
        postgresql_where=_UNKNOWN,
        sqlite_where=_UNKNOWN,
    )
    op.create_table(
        "person_keys",
        sa.Column("council", sa.String(40), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("resident_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("council", "key", "resident_id", name="pk_person_keys"),
        _of_resident("resident_id", "person_keys"),
    )
    op.create_index("ix_person_keys_resident", "person_keys", ["council", "resident_id"])
    op.create_table(
        "same_people",
        sa.Column("council", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("one", sa.Uuid(), nullable=False),
        sa.Column("other", sa.Uuid(), nullable=False),
        sa.Column("verdict", sa.String(20), nullable=False),
        sa.Column("said_by", sa.String(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_by", sa.String(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("council", "id", name="pk_same_people"),
        _of_resident("one", "same_people"),
        _of_resident("other", "same_people"),
    )
    for side in ("one", "other"):
        op.create_index(f"ix_same_people_{side}", "same_people", ["council", side])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SELECT hub_put_up_walls()")


def downgrade() -> None:
    op.drop_table("same_people")
    op.drop_table("person_keys")
    op.drop_index("ix_residents_unknown", "residents")
    op.drop_column("residents", "known_at")
    op.drop_column("residents", "born")


def _of_resident(column: str, table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["council", column],
        ["residents.council", "residents.id"],
        name=f"fk_{table}_council_{column}_residents",
        ondelete="CASCADE",
    )
