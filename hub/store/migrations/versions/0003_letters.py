"""Letters: one row for each edition of a letter, from wanted to lying ready to be printed."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0003"
down_revision = "0002"

LOSES = ("letters",)
"""Going back past here loses all rows of these tables."""

_MOMENT = sa.DateTime(timezone=True)
_JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "letters",
        sa.Column("council", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(11), nullable=False),
        sa.Column("template", sa.String(100), nullable=False),
        sa.Column("languages", sa.String(40), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("profile", sa.String(20), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("address", _JSON),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("document", sa.String(64)),
        sa.Column("pages", sa.Integer()),
        sa.Column("sheets", sa.Integer()),
        sa.Column("marks", sa.Integer()),
        sa.Column("wanted_at", _MOMENT, nullable=False),
        sa.Column("written_at", _MOMENT),
        sa.Column("laid_at", _MOMENT),
        sa.PrimaryKeyConstraint("council", "id", name="pk_letters"),
        sa.UniqueConstraint(
            "council", "case_id", "kind", "edition", name="uq_letters_council_case_id_kind_edition"
        ),
        sa.ForeignKeyConstraint(
            ["council", "case_id"],
            ["cases.council", "cases.id"],
            name="fk_letters_council_case_id_cases",
        ),
    )


def downgrade() -> None:
    for table in LOSES:
        op.drop_table(table)
