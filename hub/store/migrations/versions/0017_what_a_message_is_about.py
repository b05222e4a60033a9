"""A team may be told of one kind of thing more than once: a message says what it is about."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"

_OLD, _NEW = "uq_messages_council_case_id_kind", "uq_messages_council_case_id_kind_about"
_VIEW = """
    CREATE VIEW v_messages AS
    SELECT m.council, m.id, c.reference, m.kind, m.way, m.language, m.state, m.reason,
           m.wanted_at, m.sent_at
    FROM messages m
    LEFT JOIN cases c ON c.council = m.council AND c.id = m.case_id
"""
_MESSAGES = sa.table("messages", sa.column("id", sa.Uuid()), sa.column("kind"), sa.column("about"))


def upgrade() -> None:
    # SQLite makes the table anew, which a view on it forbids.
    op.execute("DROP VIEW v_messages")
    about = sa.Column("about", sa.String(40), nullable=False, server_default="")
    with op.batch_alter_table("messages") as messages:
        messages.add_column(about)
        messages.drop_constraint(_OLD, type_="unique")
        messages.create_unique_constraint(_NEW, ["council", "case_id", "kind", "about"])
    _take_apart()
    op.execute(_VIEW)


def downgrade() -> None:
    op.execute("DROP VIEW v_messages")
    # The older version has one of each kind: what was told more often keeps its row by its kind.
    op.execute("UPDATE messages SET kind = kind || ' ' || about WHERE about <> ''")
    with op.batch_alter_table("messages") as messages:
        messages.drop_constraint(_NEW, type_="unique")
        messages.create_unique_constraint(_OLD, ["council", "case_id", "kind"])
        messages.drop_column("about")
    op.execute(_VIEW)


def _take_apart() -> None:
    """Give back to each row what going back had put into its kind."""
    here = op.get_bind()
    kinds = sa.select(_MESSAGES.c.id, _MESSAGES.c.kind).where(_MESSAGES.c.kind.contains(" "))
    for id_, told in here.execute(kinds).all():
        kind, _, about = told.partition(" ")
        own = sa.update(_MESSAGES).where(_MESSAGES.c.id == id_)
        here.execute(own.values(kind=kind, about=about))
