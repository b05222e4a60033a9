"""The first tables: what came in, what happened, what follows, documents, versions of services."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

LOSES = (
    "history_texts",
    "history",
    "chains",
    "sealed_heads",
    "seals",
    "jobs",
    "outbox",
    "documents",
    "arrivals",
    "service_versions",
)
"""Going back past here loses all rows of these tables, in the order in which they are dropped."""

_MOMENT = sa.DateTime(timezone=True)
_HASH = sa.String(64)


def upgrade() -> None:
    _arrivals()
    _outbox()
    _jobs()
    _documents()
    _history()
    _texts()
    _seals()
    _service_versions()


def downgrade() -> None:
    for table in LOSES:
        op.drop_table(table)


def _council() -> sa.Column[str]:
    return sa.Column("council", sa.String(40), nullable=False)


def _where(index: str, table: str, columns: list[str], condition: str) -> None:
    only = sa.text(condition)
    op.create_index(index, table, columns, postgresql_where=only, sqlite_where=only)


def _arrivals() -> None:
    op.create_table(
        "arrivals",
        _council(),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("external_id", sa.String(200), nullable=False),
        sa.Column("sha256", _HASH, nullable=False),
        sa.Column("received_at", _MOMENT, nullable=False),
        sa.Column("recorded_at", _MOMENT, nullable=False),
        sa.Column("outcome", sa.String(20)),
        sa.Column("reason", sa.String(200)),
        sa.Column("case_id", sa.Uuid()),
        sa.PrimaryKeyConstraint("council", "id", name="pk_arrivals"),
        sa.UniqueConstraint(
            "council", "channel", "external_id", name="uq_arrivals_council_channel_external_id"
        ),
    )
    op.create_index("ix_arrivals_case_id", "arrivals", ["case_id"])
    _where("ix_arrivals_unsettled", "arrivals", ["recorded_at"], "outcome IS NULL")


def _outbox() -> None:
    op.create_table(
        "outbox",
        _council(),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("subject", sa.Uuid(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("due_at", _MOMENT),
        sa.Column("expanded_at", _MOMENT),
        sa.PrimaryKeyConstraint("council", "id", name="pk_outbox"),
    )
    _where("ix_outbox_open", "outbox", ["id"], "expanded_at IS NULL")


def _jobs() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", sa.Uuid(), nullable=False),
        _council(),
        sa.Column("event", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("queue", sa.String(60), nullable=False),
        sa.Column("subject", sa.Uuid(), nullable=False),
        sa.Column("due_at", _MOMENT, nullable=False),
        sa.Column("every", sa.Integer()),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("put_off", sa.Integer(), nullable=False),
        sa.Column("leased_until", _MOMENT),
        sa.Column("published_at", _MOMENT),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("held_reason", sa.String(200)),
        sa.PrimaryKeyConstraint("id", "council", name="pk_jobs"),
        sa.UniqueConstraint("event", "name", name="uq_jobs_event_name"),
    )
    _where("ix_jobs_open", "jobs", ["due_at"], "state = 'open'")
    _where("ix_jobs_held", "jobs", ["id"], "state = 'held'")


def _documents() -> None:
    op.create_table(
        "documents",
        _council(),
        sa.Column("sha256", _HASH, nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(100), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("council", "sha256", name="pk_documents"),
    )


def _history() -> None:
    op.create_table(
        "chains",
        _council(),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("hash", _HASH, nullable=False),
        sa.Column("sealed_number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("council", "id", name="pk_chains"),
    )
    _where("ix_chains_unsealed", "chains", ["council", "id"], "number <> sealed_number")
    op.create_table(
        "history",
        _council(),
        sa.Column("chain", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(60), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("actor", sa.String(100), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("commitment", _HASH, nullable=False),
        sa.Column("previous", _HASH, nullable=False),
        sa.Column("hash", _HASH, nullable=False),
        sa.PrimaryKeyConstraint("council", "chain", "number", name="pk_history"),
        sa.ForeignKeyConstraint(
            ["council", "chain"],
            ["chains.council", "chains.id"],
            name="fk_history_council_chain_chains",
        ),
    )


def _texts() -> None:
    op.create_table(
        "history_texts",
        _council(),
        sa.Column("chain", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("council", "chain", "number", name="pk_history_texts"),
        sa.ForeignKeyConstraint(
            ["council", "chain", "number"],
            ["history.council", "history.chain", "history.number"],
            name="fk_history_texts_council_chain_number_history",
        ),
    )


def _seals() -> None:
    op.create_table(
        "seals",
        _council(),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("heads", sa.Integer(), nullable=False),
        sa.Column("chains", sa.Integer(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("root", _HASH, nullable=False),
        sa.Column("previous", _HASH, nullable=False),
        sa.Column("hash", _HASH, nullable=False),
        sa.PrimaryKeyConstraint("council", "number", name="pk_seals"),
    )
    op.create_table(
        "sealed_heads",
        _council(),
        sa.Column("seal", sa.Integer(), nullable=False),
        sa.Column("chain", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("hash", _HASH, nullable=False),
        sa.PrimaryKeyConstraint("council", "seal", "chain", name="pk_sealed_heads"),
        sa.ForeignKeyConstraint(
            ["council", "seal"],
            ["seals.council", "seals.number"],
            name="fk_sealed_heads_council_seal_seals",
        ),
    )
    op.create_index("ix_sealed_heads_chain", "sealed_heads", ["council", "chain", "number"])


def _service_versions() -> None:
    op.create_table(
        "service_versions",
        _council(),
        sa.Column("version", sa.String(64), nullable=False),
        sa.Column("service", sa.String(100), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("council", "version", name="pk_service_versions"),
    )
