"""Contacts with their opt-out, mobiles in passports, and text messages by the carrier's name.

The way back turns what only a newer hub can send into letters: nobody waits for a text that no
program sends any more.
"""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0011"

LOSES = ("contacts",)
"""Going back past here loses who opted out: the older hub writes no texts, but it does e-mails."""

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "contacts",
        sa.Column("council", sa.String(40), nullable=False),
        sa.Column("reached_at", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("council", "reached_at", name="pk_contacts"),
    )
    op.add_column("passports", sa.Column("mobile", sa.String()))
    op.add_column("messages", sa.Column("outside_id", sa.String()))


def downgrade() -> None:
    _want_letters()
    op.execute("UPDATE messages SET state = 'sent' WHERE state = 'delivered'")
    op.execute("UPDATE passports SET way = 'letter' WHERE way = 'text'")
    op.drop_column("messages", "outside_id")
    op.drop_column("passports", "mobile")
    op.drop_table("contacts")


def _want_letters() -> None:
    """Have a letter written for every text that is not sent yet."""
    messages = _table("messages", "council", "way", "state", "reason", case_id=sa.Uuid())
    outbox = _table("outbox", "council", "name", id=sa.Uuid(), subject=sa.Uuid(), at=_MOMENT)
    waits = sa.and_(messages.c.way == "text", messages.c.state == "wanted")
    wanted = sa.select(messages.c.council, messages.c.case_id).where(waits)
    for council, case_id in op.get_bind().execute(wanted).all():
        told = {"council": council, "id": uuid4(), "name": "LetterWanted", "subject": case_id}
        op.get_bind().execute(outbox.insert(), {**told, "at": datetime.now(UTC)})
    op.execute(messages.update().where(waits).values(state="failed", reason="text_away"))


def _table(name: str, *words: str, **others: sa.types.TypeEngine[Any]) -> sa.TableClause:
    columns = [sa.column(word, sa.String()) for word in words]
    return sa.table(name, *columns, *(sa.column(each, kind) for each, kind in others.items()))
