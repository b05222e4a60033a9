"""Who asks for another: for whom, who is answered, and that the person agrees."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"

LOSES = ("behalves", "consents")
"""Going back past here loses these rows: the version before knows nobody who asks for another."""


def upgrade() -> None:
    op.create_table(
        "behalves",
        sa.Column("council", sa.String(40), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("asker_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("answered_id", sa.Uuid(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("council", "case_id", name="pk_behalves"),
        sa.ForeignKeyConstraint(
            ["council", "case_id"],
            ["cases.council", "cases.id"],
            name="fk_behalves_council_case_id_cases",
            ondelete="CASCADE",
        ),
        *(_of_resident("behalves", name) for name in ("asker_id", "person_id", "answered_id")),
    )
    op.create_table(
        "consents",
        sa.Column("council", sa.String(40), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("asker_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("stands", sa.String(40), nullable=False),
        sa.Column("agreed", sa.String(40), nullable=False),
        sa.Column("ground", sa.String(40), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("council", "case_id", name="pk_consents"),
        *(_of_resident("consents", name, ondelete="CASCADE") for name in ("asker_id", "person_id")),
    )
    op.create_index("ix_consents_asker", "consents", ["council", "asker_id"])
    op.create_index("ix_consents_person", "consents", ["council", "person_id"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SELECT hub_put_up_walls()")


def downgrade() -> None:
    op.drop_table("consents")
    op.drop_table("behalves")


def _of_resident(
    table: str, column: str, *, ondelete: str | None = None
) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["council", column],
        ["residents.council", "residents.id"],
        name=f"fk_{table}_council_{column}_residents",
        ondelete=ondelete,
    )
