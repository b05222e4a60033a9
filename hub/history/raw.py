"""Rows as they lie there: whoever rewrote them need not have kept to our types.

What cannot be read is no error here but a finding, so that one bad row hides no other.
"""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, String, cast, type_coerce
from sqlalchemy.orm import InstrumentedAttribute

from hub.history.hashing import Words
from hub.store import canonical

UNREADABLE = (ValueError, TypeError, AttributeError, OverflowError, RecursionError)
"""What reading a row raises that nobody of ours wrote."""

_MOMENTS = {"at"}


def column(kept: InstrumentedAttribute[Any]) -> ColumnElement[Any]:
    """Ask for a column without turning what is found into our types."""
    if kept.key in _MOMENTS:  # a driver may fail at a moment that Python cannot hold
        return cast(kept, String).label(kept.key)
    return type_coerce(kept, String).label(kept.key)


def chain_name(found: object) -> str:
    """Give a chain's id as it is written everywhere, or what stands in its place."""
    try:
        return str(UUID(str(found)))
    except ValueError:
        return str(found)


def moment_of(found: str) -> datetime:
    """Read a moment.

    :raises ValueError: if it is none
    """
    at = datetime.fromisoformat(found)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def words_of(found: str) -> Words | None:
    """Read facts or a text; None if they are not written as we write them."""
    try:
        read = json.loads(found)
        return read if isinstance(read, dict) and canonical(read) == found else None
    except UNREADABLE:
        return None


def is_after(found: object, before: object) -> bool:
    """Say whether a number is the next one."""
    return isinstance(before, int) and found == before + 1
