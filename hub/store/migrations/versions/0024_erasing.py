"""Erasing: until when a case is kept, who holds it, what was erased; which permit was renewed."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"

LOSES = ("holds", "erasures")
"""Going back past here loses which cases are held, and which were erased and when."""

_KEPT = "status = 'closed' AND erased_at IS NULL"
_GOING = "going_at IS NOT NULL"
_UNNOTED = "done_at IS NOT NULL AND noted_at IS NULL"


def upgrade() -> None:
    _add_columns()
    op.create_table(
        "holds",
        sa.Column("council", sa.String(40), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("by", sa.String(100), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("council", "case_id", name=op.f("pk_holds")),
        _of_case("holds"),
    )
    op.create_table(
        "erasures",
        sa.Column("council", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(11), nullable=False),
        sa.Column("cause", sa.String(20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("by", sa.String(100), nullable=False),
        sa.Column("wanted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("council", "id", name=op.f("pk_erasures")),
        _of_case("erasures"),
        sa.UniqueConstraint("council", "case_id", name=op.f("uq_erasures_council_case_id")),
    )
    _index("ix_erasures_unnoted", "erasures", ["council", "id"], _UNNOTED)
    if op.get_bind().dialect.name == "postgresql":
        op.execute(sa.text("SELECT hub_put_up_walls()"))


def downgrade() -> None:
    op.drop_table("erasures")
    op.drop_table("holds")
    op.drop_column("permits", "renewed_by")
    op.drop_index("ix_documents_going", "documents")
    op.drop_column("documents", "going_at")
    op.drop_index("ix_cases_kept", "cases")
    op.drop_column("cases", "erased_at")
    op.drop_column("cases", "kept_until")


def _add_columns() -> None:
    op.add_column("cases", sa.Column("kept_until", sa.Date(), nullable=True))
    op.add_column("cases", sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True))
    _index("ix_cases_kept", "cases", ["council", "kept_until", "id"], _KEPT)
    op.add_column("permits", sa.Column("renewed_by", sa.Uuid(), nullable=True))
    op.add_column("documents", sa.Column("going_at", sa.DateTime(timezone=True), nullable=True))
    _index("ix_documents_going", "documents", ["council", "going_at"], _GOING)


def _of_case(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["council", "case_id"],
        ["cases.council", "cases.id"],
        name=op.f(f"fk_{table}_council_case_id_cases"),
    )


def _index(name: str, table: str, columns: list[str], condition: str) -> None:
    only = sa.text(condition)
    op.create_index(name, table, columns, postgresql_where=only, sqlite_where=only)
