"""Cases found by words: the words of each case, every word there is, and its slips."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"

_UNINDEXED = sa.text("indexed_at IS NULL")


def upgrade() -> None:
    op.add_column("cases", sa.Column("indexed_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index(
        "ix_cases_unindexed",
        "cases",
        ["council", "recorded_at"],
        postgresql_where=_UNINDEXED,
        sqlite_where=_UNINDEXED,
    )
    op.create_table(
        "case_words",
        sa.Column("council", sa.String(40), nullable=False),
        sa.Column("word", sa.String(40), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("council", "word", "case_id", name="pk_case_words"),
        sa.ForeignKeyConstraint(
            ["council", "case_id"],
            ["cases.council", "cases.id"],
            name="fk_case_words_council_case_id_cases",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_case_words_case", "case_words", ["council", "case_id"])
    op.create_table(
        "search_words",
        sa.Column("council", sa.String(40), nullable=False),
        sa.Column("word", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("council", "word", name="pk_search_words"),
    )
    op.create_index(
        "ix_search_words_begin",
        "search_words",
        ["word"],
        postgresql_ops={"word": "text_pattern_ops"},
    )
    op.create_table(
        "search_slips",
        sa.Column("council", sa.String(40), nullable=False),
        sa.Column("slip", sa.String(40), nullable=False),
        sa.Column("word", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("council", "slip", "word", name="pk_search_slips"),
    )
    op.create_index("ix_search_slips_word", "search_slips", ["council", "word"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SELECT hub_put_up_walls()")


def downgrade() -> None:
    """Go back: the words are written anew when the program comes back."""
    op.drop_table("search_slips")
    op.drop_table("search_words")
    op.drop_table("case_words")
    op.drop_index("ix_cases_unindexed", "cases")
    op.drop_column("cases", "indexed_at")
