"""Staff: accounts, their roles, recovery codes, where they are signed in, who must wait."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"

LOSES = (
    "staff_accounts",
    "staff_duties",
    "staff_recovery_codes",
    "staff_sessions",
    "staff_waits",
)
"""Going back past here loses who may sign in: accounts are added again with `hub staff add`."""

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _accounts()
    _duties()
    op.create_table(
        "staff_recovery_codes",
        sa.Column("council", sa.String(40), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("used_at", _MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("council", "account_id", "hash", name="pk_staff_recovery_codes"),
        _account("staff_recovery_codes"),
    )
    _sessions()
    op.create_table(
        "staff_waits",
        sa.Column("council", sa.String(40), nullable=False),
        sa.Column("what", sa.String(64), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("until", _MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("council", "what", name="pk_staff_waits"),
    )
    op.create_index("ix_staff_waits_at", "staff_waits", ["council", "at"])


def downgrade() -> None:
    for table in reversed(LOSES):
        op.drop_table(table)


def _accounts() -> None:
    op.create_table(
        "staff_accounts",
        sa.Column("council", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("shown", sa.String(100), nullable=False),
        sa.Column("password", sa.String(200), nullable=True),
        sa.Column("secret", sa.LargeBinary(), nullable=True),
        sa.Column("secret_at", _MOMENT, nullable=True),
        sa.Column("last_step", sa.Integer(), nullable=True),
        sa.Column("issuer", sa.String(300), nullable=True),
        sa.Column("subject", sa.String(255), nullable=True),
        sa.Column("is_sample", sa.Boolean(), nullable=False),
        sa.Column("code_hash", sa.String(64), nullable=True),
        sa.Column("code_until", _MOMENT, nullable=True),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("disabled_at", _MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("council", "id", name="pk_staff_accounts"),
        sa.UniqueConstraint("council", "name", name="uq_staff_accounts_council_name"),
        sa.UniqueConstraint(
            "council", "issuer", "subject", name="uq_staff_accounts_council_issuer_subject"
        ),
    )


def _duties() -> None:
    op.create_table(
        "staff_duties",
        sa.Column("council", sa.String(40), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(40), nullable=False),
        sa.Column("team", sa.String(100), nullable=False),
        sa.PrimaryKeyConstraint("council", "account_id", "role", "team", name="pk_staff_duties"),
        _account("staff_duties"),
    )


def _sessions() -> None:
    op.create_table(
        "staff_sessions",
        sa.Column("council", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("whence", sa.String(64), nullable=False),
        sa.Column("browser", sa.String(40), nullable=False),
        sa.Column("begun_at", _MOMENT, nullable=False),
        sa.Column("seen_at", _MOMENT, nullable=False),
        sa.Column("confirmed_at", _MOMENT, nullable=True),
        sa.Column("ended_at", _MOMENT, nullable=True),
        sa.Column("role", sa.String(40), nullable=True),
        sa.Column("team", sa.String(100), nullable=True),
        sa.Column("kept", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("council", "id", name="pk_staff_sessions"),
        sa.UniqueConstraint("council", "token_hash", name="uq_staff_sessions_council_token_hash"),
        _account("staff_sessions"),
    )
    op.create_index(
        "ix_staff_sessions_account", "staff_sessions", ["council", "account_id", "begun_at"]
    )


def _account(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["council", "account_id"],
        ["staff_accounts.council", "staff_accounts.id"],
        name=f"fk_{table}_council_account_id_staff_accounts",
        ondelete="CASCADE",
    )
