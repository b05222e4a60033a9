"""People and cases: residents and passports, drafts, cases with their answers, messages."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0002"
down_revision = "0001"

LOSES = (
    "messages",
    "owed_tasks",
    "askers",
    "answers",
    "cases",
    "passports",
    "residents",
    "drafts",
)
"""Going back past here loses all rows of these tables, in the order in which they are dropped."""

_MOMENT = sa.DateTime(timezone=True)
_JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    _drafts()
    _people()
    _cases()
    _parts_of_a_case()
    _messages()


def downgrade() -> None:
    for table in LOSES:
        op.drop_table(table)


def _council() -> sa.Column[str]:
    return sa.Column("council", sa.String(40), nullable=False)


def _of_case(table: str, *, cascade: bool = True) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["council", "case_id"],
        ["cases.council", "cases.id"],
        name=f"fk_{table}_council_case_id_cases",
        ondelete="CASCADE" if cascade else None,
    )


def _drafts() -> None:
    op.create_table(
        "drafts",
        _council(),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("service", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("answers", _JSON, nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("case_id", sa.Uuid()),
        sa.Column("started_at", _MOMENT, nullable=False),
        sa.Column("touched_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("council", "id", name="pk_drafts"),
        sa.UniqueConstraint("council", "token_hash", name="uq_drafts_council_token_hash"),
    )
    only = sa.text("state = 'open'")
    op.create_index(
        "ix_drafts_open", "drafts", ["touched_at"], postgresql_where=only, sqlite_where=only
    )


def _people() -> None:
    op.create_table(
        "residents",
        _council(),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("council", "id", name="pk_residents"),
    )
    op.create_table(
        "passports",
        _council(),
        sa.Column("resident_id", sa.Uuid(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("language", sa.String()),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("address", _JSON),
        sa.Column("email", sa.String()),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("recorded_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("council", "resident_id", name="pk_passports"),
        sa.ForeignKeyConstraint(
            ["council", "resident_id"],
            ["residents.council", "residents.id"],
            name="fk_passports_council_resident_id_residents",
            ondelete="CASCADE",
        ),
    )


def _cases() -> None:
    op.create_table(
        "cases",
        _council(),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(11), nullable=False),
        sa.Column("service", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("asked_at", _MOMENT, nullable=False),
        sa.Column("asked_source", sa.String(), nullable=False),
        sa.Column("received_at", _MOMENT, nullable=False),
        sa.Column("recorded_at", _MOMENT, nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("fee_pence", sa.Integer()),
        sa.Column("team", sa.String()),
        sa.Column("route_reason", sa.String()),
        sa.Column("warned_at", _MOMENT),
        sa.Column("closed_at", _MOMENT),
        sa.PrimaryKeyConstraint("council", "id", name="pk_cases"),
        sa.UniqueConstraint("reference", name="uq_cases_reference"),
    )
    op.create_index("ix_cases_queue", "cases", ["council", "team", "status", "asked_at"])


def _parts_of_a_case() -> None:
    op.create_table(
        "answers",
        _council(),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("value", _JSON),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("confidence", sa.Double()),
        sa.PrimaryKeyConstraint("council", "case_id", "path", name="pk_answers"),
        _of_case("answers"),
    )
    op.create_table(
        "askers",
        _council(),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("resident_id", sa.Uuid(), nullable=False),
        sa.Column("postcode", sa.String()),
        sa.Column("email", sa.String()),
        sa.PrimaryKeyConstraint("council", "case_id", "resident_id", name="pk_askers"),
        _of_case("askers"),
        sa.ForeignKeyConstraint(
            ["council", "resident_id"],
            ["residents.council", "residents.id"],
            name="fk_askers_council_resident_id_residents",
        ),
    )
    op.create_table(
        "owed_tasks",
        _council(),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("asked_at", _MOMENT, nullable=False),
        sa.Column("settled_at", _MOMENT),
        sa.PrimaryKeyConstraint("council", "case_id", "path", name="pk_owed_tasks"),
        _of_case("owed_tasks"),
    )


def _messages() -> None:
    op.create_table(
        "messages",
        _council(),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("to", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String()),
        sa.Column("wanted_at", _MOMENT, nullable=False),
        sa.Column("sent_at", _MOMENT),
        sa.PrimaryKeyConstraint("council", "id", name="pk_messages"),
        sa.UniqueConstraint("council", "case_id", "kind", name="uq_messages_council_case_id_kind"),
        _of_case("messages", cascade=False),
    )
