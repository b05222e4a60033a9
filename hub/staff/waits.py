"""Waiting instead of puzzles: who gets something wrong again and again must wait, longer each time.

Counted in the database, so that no restart forgets. A try is counted before anybody knows whether
it is right, so that many at once cannot pass together; what was right is taken back. A try during
a wait is neither judged nor counted. No wait is longer than a quarter of an hour, so nobody shuts
an account up for ever; and where somebody has signed in before, what strangers try elsewhere holds
up nobody (signing_in.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select

from hub.errors import Refused
from hub.staff.rows import Wait
from hub.store import UNSYNCED, Session

_FIRST = timedelta(seconds=30)
_MOST = timedelta(minutes=15)
_REMEMBERED = timedelta(days=1)
_MOST_DOUBLED = 10


class MustWait(Refused):
    """Say that too much was wrong lately, and for how many seconds there is nothing to try."""

    key = "must_wait"

    def __init__(self, *, seconds: int) -> None:
        """Keep how long."""
        super().__init__(seconds=seconds)
        self.seconds = seconds


@dataclass(frozen=True, slots=True, order=True)
class Counted:
    """Hold a hash of what is counted, and how many mistakes are free."""

    what: str
    free: int


def count(session: Session, counted: Sequence[Counted]) -> None:
    """Count a try that may be wrong.

    :raises MustWait: if one of these must wait; then none is counted.
    """
    now = session.now()
    rows = [(one, _row(session, one.what)) for one in sorted(counted)]
    ends = [row.until for _, row in rows if row.until and row.until > now]
    if ends:
        raise MustWait(seconds=max(1, round((max(ends) - now).total_seconds())))
    for one, row in rows:
        wrong = 1 + (row.wrong if row.at > now - _REMEMBERED else 0)
        until = _until(now, wrong - one.free)
        session.change(Wait, _key(session, one.what), {"wrong": wrong, "at": now, "until": until})
    _sweep(session, now)


def forgive(session: Session, *, wholly: Sequence[Counted], once: Sequence[Counted] = ()) -> None:
    """Take back what was right: all that was counted, or this one try."""
    for one in sorted(wholly):
        session.change(Wait, _key(session, one.what), {"wrong": 0, "until": None})
    for one in sorted(once):
        row = _row(session, one.what)
        fewer = max(0, row.wrong - 1)
        session.change(Wait, _key(session, one.what), {"wrong": fewer, "until": None})


def _until(now: datetime, beyond: int) -> datetime | None:
    if beyond < 0:
        return None
    doubled: int = 2 ** min(beyond, _MOST_DOUBLED)
    return now + min(_MOST, _FIRST * doubled)


def _row(session: Session, what: str) -> Wait:
    """Hold what is counted; asked for first, for what is held nobody can sweep away meanwhile."""
    key = _key(session, what)
    row = session.lock(Wait, key)
    if row is None:
        session.insert_once(Wait, {**key, "wrong": 0, "at": session.now(), "until": None})
        row = session.lock(Wait, key)
    assert row is not None  # noqa: S101 (mypy cannot know: it was written just now)
    return row


def _key(session: Session, what: str) -> dict[str, str]:
    return {"council": session.council, "what": what}


def _sweep(session: Session, now: datetime) -> None:
    """Forget what is old, but for what somebody counts just now: two would wait for each other."""
    old = select(Wait.what).where(Wait.at <= now - _REMEMBERED)
    gone = delete(Wait).where(Wait.what.in_(old.with_for_update(skip_locked=True)))
    session.sql.execute(gone, execution_options=UNSYNCED)
