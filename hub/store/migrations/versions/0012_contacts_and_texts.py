"""Contacts with their opt-out, mobiles in passports, and text messages by the carrier's name.

The way back turns what only a newer hub can send into letters: nobody waits for a text that no
program sends any more.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0012"
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
    words = ("council", "way", "state", "reason")
    messages = _table("messages", *words, id=sa.Uuid(), case_id=sa.Uuid(), wanted_at=_MOMENT)
    outbox = _table("outbox", "council", "name", id=sa.Uuid(), subject=sa.Uuid(), at=_MOMENT)
    waits = sa.and_(messages.c.way == "text", messages.c.state == "wanted")
    one = messages.c
    wanted = sa.select(one.council, one.id, one.case_id, one.wanted_at).where(waits)
    for council, name, case_id, at in op.get_bind().execute(wanted).all():
        told = {"council": council, "id": name, "name": "LetterWanted", "at": at}
        op.get_bind().execute(outbox.insert(), {**told, "subject": case_id})
    op.execute(messages.update().where(waits).values(state="failed", reason="text_away"))


def _table(name: str, *words: str, **others: sa.types.TypeEngine[Any]) -> sa.TableClause:
    columns = [sa.column(word, sa.String()) for word in words]
    return sa.table(name, *columns, *(sa.column(each, kind) for each, kind in others.items()))
