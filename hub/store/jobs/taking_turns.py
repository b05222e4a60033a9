"""Whose turn it is: ten thousand jobs of one council keep no job of another waiting.

Each council that has something to do gets an equal share of a turn, and the shares are handed out
in rounds. Who has nothing to do costs one step in an index.
"""

from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest
from typing import TypeVar

from sqlalchemy import ColumnElement, TextClause, exists, func, select

from hub.store.jobs.rows import Job
from hub.store.outbox import OutboxEvent
from hub.store.session import AllCouncils

One = TypeVar("One")


def councils(
    session: AllCouncils,
    table: type[Job | OutboxEvent],
    is_open: TextClause,
    *waits: ColumnElement[bool],
) -> Sequence[str]:
    """Give the councils of which something waits; `is_open` is the condition of the index.

    The index is asked for the first council, and then for the first one after it, again and again:
    what lies between is not read.
    """
    turn = select(func.min(table.council).label("council")).where(is_open).cte("t", recursive=True)
    after = select(func.min(table.council)).where(is_open, table.council > turn.c.council)
    turn = turn.union_all(
        select(after.scalar_subquery()).select_from(turn).where(turn.c.council.is_not(None))
    )
    has_any = exists().where(table.council == turn.c.council, is_open, *waits)
    asked = select(turn.c.council).where(turn.c.council.is_not(None), has_any)
    return session.sql.scalars(asked).all()


def share(limit: int, among: Sequence[str]) -> int:
    """Give how many of `limit` each of these councils may have: one at least."""
    return max(1, limit // max(1, len(among)))


def in_rounds(of_each: Iterable[Sequence[One]]) -> tuple[One, ...]:
    """Give the first of each, then the second of each, until there are none."""
    rounds = chain.from_iterable(zip_longest(*of_each))
    return tuple(one for one in rounds if one is not None)
